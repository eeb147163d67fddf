"""How precisely a place is known, and what it is to a claim."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Precision(TextChoices):
    """From ACLED ``geo_precision``, UCDP ``where_prec``, Atlos and IDMC; a map draws no finer than this."""

    EXACT = "exact", _("Exact")
    VICINITY = "vicinity", _("Vicinity")
    SETTLEMENT = "settlement", _("Settlement")
    ADM2 = "adm2", _("District")
    ADM1 = "adm1", _("Province")
    REGION = "region", _("Region")
    COUNTRY = "country", _("Country")
    SEA_OR_AIR = "sea_or_air", _("Sea or air")
    UNRESOLVED = "unresolved", _("Not known")

    @property
    def is_a_point(self) -> bool:
        """Whether a map may mark one spot for it."""
        return self in {Precision.EXACT, Precision.VICINITY, Precision.SETTLEMENT}


class PlaceRole(TextChoices):
    """What the place is to the claim (IDMC ``identifier``)."""

    LOCATION = "location", _("Where it happened")
    ORIGIN = "origin", _("From where")
    DESTINATION = "destination", _("To where")
    ORIGIN_AND_DESTINATION = "origin_and_destination", _("From and to")
