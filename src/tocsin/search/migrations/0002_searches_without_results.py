from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0001_the_outbox'),
    ]

    operations = [
        migrations.CreateModel(
            name='Unanswered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('query', models.CharField(max_length=60, verbose_name='what was looked for')),
                ('count', models.PositiveIntegerField(verbose_name='times')),
            ],
            options={
                'verbose_name': 'search without results',
                'verbose_name_plural': 'searches without results',
                'constraints': [models.UniqueConstraint(fields=('day', 'query'), name='one_count_a_day_of_what_was_not_found')],
            },
        ),
    ]
