from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClaimsConfig(AppConfig):
    name = "tocsin.claims"
    verbose_name = _("Claims")

    def ready(self) -> None:
        from tocsin.claims import receivers  # noqa: F401 - importing connects them
