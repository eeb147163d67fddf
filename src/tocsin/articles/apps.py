from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "tocsin.articles"
    verbose_name = _("Articles")

    def ready(self) -> None:
        from tocsin.articles import receivers  # noqa: F401 - importing connects them
