from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "tocsin.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from tocsin.articles import ports
        from tocsin.search import receivers  # noqa: F401 - importing connects them
        from tocsin.search.similar import Similar

        ports.related = Similar()
