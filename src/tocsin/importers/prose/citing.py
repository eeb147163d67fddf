"""What a reference of an imported text names becomes a source of ours."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tocsin.importers.prose.blocks import Cited
from tocsin.sources import services as source_services
from tocsin.sources.models import Source

LONGEST_TITLE, LONGEST_ADDRESS = 400, 2000


def record(cited: Cited, label: str) -> Source:
    """Record one source of a reference; one with the same address is cited again instead of being doubled."""
    address = cited.address if len(cited.address) <= LONGEST_ADDRESS else ""
    if address and (known := Source.objects.filter(address=address).first()):
        return known
    return source_services.record(title=titled(cited, words_of(cited), address, label), address=address)


def words_of(cited: Cited) -> str:
    """Return the words of *cited* on one line, without the signs that stood around its address."""
    return " ".join(cited.text.split()).strip(" .:<>")


def titled(cited: Cited, words: str, address: str, label: str) -> str:
    """Return what the source of *cited* is called: by its title, else its *words*, else its reference."""
    title = cited.title or words or _("Source of reference [%(label)s]") % {"label": label}
    if not address and words.lower() in {"see", ""}:
        title = _("Source of reference [%(label)s], whose link is lost") % {"label": label}
    return title[:LONGEST_TITLE]
