import wagtail.images.models
from django.db import migrations, models

import tocsin.articles.models.media


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_say_what_an_embargo_does"),
    ]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="removed",
            field=models.CharField(blank=True, default="", editable=False, max_length=400, verbose_name="removed at upload"),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="picture",
            name="file",
            field=tocsin.articles.models.media.PictureField(height_field="height", upload_to=wagtail.images.models.get_upload_to, verbose_name="file", width_field="width"),
        ),
    ]
