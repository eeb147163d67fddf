import django.db.models.deletion
import tocsin.lib.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_ledger_block'),
        ('evidence', '0001_refused_proposals'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Being read'), ('done', 'Read'), ('failed', 'Failed')], default='waiting', max_length=7, verbose_name='state')),
                ('digest', models.CharField(blank=True, max_length=71)),
                ('language', models.CharField(blank=True, max_length=15, verbose_name='language')),
                ('reader', models.CharField(blank=True, max_length=200, verbose_name='read by')),
                ('failure', models.CharField(blank=True, choices=[('slow', 'Reading took too long and was stopped.'), ('ended', 'Reading broke off. The machine may be short of memory.'), ('missing', 'What reads texts is not installed.'), ('refused', 'It was refused.'), ('unknown', 'Something went wrong; the server’s log says what.')], max_length=7, verbose_name='why it failed')),
                ('error', models.CharField(blank=True, max_length=300, verbose_name='in its words')),
                ('asked_at', models.DateTimeField(default=tocsin.lib.clock.now, verbose_name='asked for')),
                ('begun_at', models.DateTimeField(blank=True, null=True, verbose_name='begun')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read')),
                ('task', models.CharField(blank=True, max_length=64)),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reading', to='articles.articlepage')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'reading',
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Proposed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('exact', models.TextField(verbose_name='words')),
                ('prefix', models.CharField(blank=True, max_length=32)),
                ('suffix', models.CharField(blank=True, max_length=32)),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('type', models.CharField(choices=[('figure', 'Figure'), ('event', 'Event'), ('control', 'Control'), ('service_status', 'Service status'), ('access', 'Access'), ('quote', 'Quote'), ('accusation', 'Accusation'), ('denial', 'Denial'), ('forecast', 'Forecast'), ('scheduled_event', 'Scheduled event'), ('intent', 'Intent'), ('causation', 'Causation'), ('relation', 'Relation'), ('assessment', 'Assessment')], max_length=15, verbose_name='type')),
                ('confidence', models.FloatField(default=0.0, verbose_name='confidence')),
                ('rest', models.JSONField(default=dict)),
                ('reading', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposed', to='evidence.reading')),
            ],
            options={
                'verbose_name': 'proposal',
                'ordering': ['start', 'end', 'pk'],
            },
        ),
    ]
