from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "tocsin.comments"
    verbose_name = _("Comments")

    def ready(self) -> None:
        from tocsin.comments import receivers  # noqa: F401 - importing connects them
