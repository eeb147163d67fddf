from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WordPressConfig(AppConfig):
    name = "tocsin.importers.wordpress"
    label = "wordpress"
    verbose_name = _("Moving in from WordPress")

    def ready(self) -> None:
        from tocsin.importers.wordpress import receivers  # noqa: F401 - importing connects them
