"""Every write to sources. The status follows from the addresses; nobody types it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import ngettext
from wagtail.models import ReferenceIndex

from tocsin.sources import quoting
from tocsin.sources.errors import SourceRefused
from tocsin.sources.models import Citation, Party, Publication, Source
from tocsin.sources.statuses import ReferenceStatus


def status_for(*, address: str, lost_address: str = "", offline: bool = False, was: str = "") -> ReferenceStatus:
    """Say whether a reader arrives somewhere: at the address, at another found after it was lost, or nowhere.

    What never had an address (a book, a letter) is *offline* and cannot be lost.
    """
    if not address:
        return ReferenceStatus.RESOLVED if offline and not lost_address else ReferenceStatus.LOST
    if lost_address or was in {ReferenceStatus.LOST, ReferenceStatus.RECOVERED}:
        return ReferenceStatus.RECOVERED
    return ReferenceStatus.RESOLVED


def publication_named(name: str) -> Publication | None:
    """Return the publication of that name, as *Name* or *Name (UA)*; one not yet known is recorded."""
    name = name.strip()
    if not name:
        return None
    known = next((one for one in Publication.objects.filter(name=name[:-5]) if str(one) == name), None)
    return known or Publication.objects.get_or_create(name=name, country="")[0]


def party_named(name: str, *, camp: str = "") -> Party | None:
    """Return the party to the conflict of that name; one not on record is recorded, in its own camp unless said."""
    if not name:
        return None
    return Party.objects.get_or_create(name=name[:100], defaults={"camp": (camp or name)[:60]})[0]


@transaction.atomic
def record(*, title: str, publication: str = "", **fields: Any) -> Source:
    """Record a source; a publication not yet known by that name is recorded with it.

    Raises ``django.core.exceptions.ValidationError`` with the field's name when a field cannot be kept.
    """
    source = Source(title=title, publication=publication_named(publication), **fields)
    source.full_clean()
    return save_source(source)


@transaction.atomic
def save_source(source: Source) -> Source:
    """Keep *source* with the status that follows from its addresses and the status it had."""
    source.status = status_for(
        address=source.address,
        lost_address=source.lost_address,
        offline=source.offline,
        was=source.status if source.pk else "",
    )
    was = Source.objects.filter(pk=source.pk).values_list("text", flat=True).first() if source.pk else None
    source.save()
    if was is not None and was != source.text:
        _look_again(source)
    return source


def _look_again(source: Source) -> None:
    """Look for every quotation of *source* in its text as it now is."""
    for one in source.citations.exclude(exact=""):  # type: ignore[attr-defined]
        found = quoting.find(source.text, one.exact)
        one.start, one.end = found or (None, None)
        one.prefix, one.suffix = quoting.around(source.text, *found) if found else ("", "")
        one.save()


@transaction.atomic
def cite(source: Source, *, exact: str = "", **locator: Any) -> Citation:
    """Return the citation of these words, or this place, in *source*; one not yet on record is recorded.

    Where the text of the source is kept, the words are looked for in it: as written, then with quotation marks and
    white space made alike. Words that are not found are kept, and ``Citation.is_found`` says so.
    """
    made = Citation(source=source, exact=exact.strip(), **locator)
    found = quoting.find(source.text, made.exact) if made.exact else None
    if found:
        made.start, made.end = found
        made.prefix, made.suffix = quoting.around(source.text, *found)
    known = Citation.objects.filter(
        source=source, exact=made.exact, page=made.page, paragraph=made.paragraph, time_range=made.time_range
    ).first()
    if known:
        return known
    made.full_clean()
    made.save()
    return made


@transaction.atomic
def refresh_status(source: Source) -> Source:
    """Set the status from the addresses as they now stand."""
    return save_source(source)


@transaction.atomic
def delete_source(source: Source) -> None:
    """Delete a source nothing cites. Raises ``SourceRefused`` while something does."""
    refuse_if_cited(source)
    try:
        source.delete()
    except ProtectedError as error:
        raise SourceRefused(_refusal(source, len(error.protected_objects))) from None


def refuse_if_cited(source: Source) -> None:
    """Raise ``SourceRefused`` while an article's newest version or a published one cites *source*."""
    users = {(use.base_content_type_id, use.object_id) for use in ReferenceIndex.get_references_to(source)}
    if users:
        raise SourceRefused(_refusal(source, len(users)))
    drafts = source.cited_in.count()
    if drafts:
        raise SourceRefused(_refusal(source, drafts))


def _refusal(source: Source, count: int) -> str:
    return ngettext(
        "“%(source)s” is cited in %(count)d article. Remove the reference there first.",
        "“%(source)s” is cited in %(count)d articles. Remove the references there first.",
        count,
    ) % {"source": source, "count": count}
