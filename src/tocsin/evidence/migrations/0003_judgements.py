import django.db.models.deletion
import tocsin.lib.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('evidence', '0002_readings'),
    ]

    operations = [
        migrations.RenameModel('RefusedProposal', 'Judgement'),
        migrations.RenameField('judgement', 'refused_at', 'at'),
        migrations.AlterModelOptions('judgement', options={'ordering': ['pk'], 'verbose_name': 'judgement'}),
        migrations.AlterField('judgement', 'article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to='articles.articlepage')),
        migrations.AlterField('judgement', 'at', models.DateTimeField(default=tocsin.lib.clock.now, verbose_name='judged')),
        migrations.AddField('judgement', 'verdict', models.CharField(choices=[('accepted', 'Accepted'), ('corrected', 'Corrected'), ('refused', 'Refused')], default='refused', max_length=9, verbose_name='verdict')),
        migrations.AddField('judgement', 'start', models.PositiveIntegerField(null=True)),
        migrations.AddField('judgement', 'end', models.PositiveIntegerField(null=True)),
        migrations.AddField('judgement', 'sentence', models.TextField(blank=True, verbose_name='sentence')),
        migrations.AddField('judgement', 'sentence_start', models.PositiveIntegerField(null=True)),
        migrations.AddField('judgement', 'digest', models.CharField(blank=True, max_length=71)),
        migrations.AddField('judgement', 'language', models.CharField(blank=True, max_length=15, verbose_name='language')),
        migrations.AddField('judgement', 'reader', models.CharField(blank=True, max_length=200, verbose_name='read by')),
        migrations.AddField('judgement', 'proposed', models.JSONField(default=dict, verbose_name='as proposed')),
        migrations.AddField('judgement', 'changes', models.JSONField(default=dict, verbose_name='what was changed')),
    ]
