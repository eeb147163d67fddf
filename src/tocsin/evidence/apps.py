from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvidenceConfig(AppConfig):
    name = "tocsin.evidence"
    verbose_name = _("Evidence")

    def ready(self) -> None:
        from tocsin.articles import ports
        from tocsin.evidence.embeds import LedgerEmbeds

        ports.embeds = LedgerEmbeds()
