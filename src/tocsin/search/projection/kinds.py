"""What a reader can find, type by type: which objects are public, what a record of one is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from taggit.models import Tag

from tocsin.articles.models import ArticlePage, ArticleTag, Byline, Contributor, PlainPage, Section
from tocsin.articles.shown_claims import ShownClaim, with_voices
from tocsin.claims.models import Assertion, Claim, Speaker
from tocsin.claims.statuses import Naming
from tocsin.evidence.queries import public_speakers
from tocsin.lib import dates
from tocsin.search.models import LiveCitation
from tocsin.search.projection import texts
from tocsin.search.records import Record
from tocsin.sources.models import Source

TRAIL = " / "


@dataclass(frozen=True)
class Kind:
    """One type of record.

    *public* is exactly what readers may see; *loaded* brings what *record* needs in a fixed number of queries, and
    *beside* reads, once for a batch, what the objects do not carry. *titled* finds a word in a title readers see. *day*
    is the column a search without an index goes by, an instant or, where it *is text*, a day or a part of one.
    """

    public: Callable[[], QuerySet[Any]]
    loaded: Callable[[QuerySet[Any]], QuerySet[Any]]
    record: Callable[[Any, Any], Record]
    titled: Callable[[str], Q]
    beside: Callable[[Sequence[Any]], Any] = lambda objects: None
    language: str = ""
    day: str = ""
    day_is_text: bool = False


def _joined(parts: Iterable[Any]) -> str:
    return " ".join(str(part).strip() for part in parts if part and str(part).strip())


def _in_title(column: str) -> Callable[[str], Q]:
    return lambda word: Q(**{f"{column}__icontains": word})


def _published() -> QuerySet[Any]:
    return ArticlePage.objects.published()  # type: ignore[no-any-return]


# Articles and pages ---------------------------------------------------------------------------------------------


def _trails(_objects: Sequence[Any]) -> dict[int, str]:
    """The names of every section, those above it first."""
    rows = {row[0]: row[1:] for row in Section.objects.values_list("pk", "parent", "name")}

    def trail(pk: int) -> str:
        names: list[str] = []
        at: int | None = pk
        while at in rows and len(names) < len(rows):
            at, name = rows[at]
            names.insert(0, name)
        return TRAIL.join(names)

    return {pk: trail(pk) for pk in rows}


def _article(one: ArticlePage, trails: dict[int, str]) -> Record:
    corrections = [correction.text for correction in one.corrections.all()]  # type: ignore[attr-defined]
    return Record(
        f"article:{one.pk}",
        "article",
        one.title,
        _joined([one.standfirst, one.lead_caption, one.dateline_place, *texts.words(one.body), *corrections]),
        one.language,
        one.address,
        one.published_at,
        trails.get(one.section_id or 0, ""),
        tuple(sorted(item.tag.name for item in one.tagged_items.all())),  # type: ignore[attr-defined]
        tuple(byline.contributor.name for byline in one.bylines.all()),  # type: ignore[attr-defined]
    )


def _page(one: PlainPage, _beside: None) -> Record:
    path = urlsplit(one.url or "").path
    return Record(
        f"page:{one.pk}",
        "page",
        one.title,
        _joined(texts.words(one.body)),
        one.language,
        path,
        one.first_published_at,
    )


# What articles are filed under ----------------------------------------------------------------------------------


def _contributors() -> QuerySet[Any]:
    return Contributor.objects.filter(
        pk__in=Byline.objects.filter(article__in=_published().values("pk")).values("contributor")
    )


def _contributor(one: Contributor, _beside: None) -> Record:
    return Record(f"contributor:{one.pk}", "contributor", one.name, one.about, url=one.get_absolute_url())


def _section(one: Section, trails: dict[int, str]) -> Record:
    above = trails.get(one.parent_id or 0, "")
    return Record(f"section:{one.pk}", "section", one.name, one.about, url=one.get_absolute_url(), section=above)


def _tags() -> QuerySet[Any]:
    used = ArticleTag.objects.filter(content_object__in=_published().values("pk")).values("tag")
    return Tag.objects.filter(pk__in=used).exclude(slug="")  # type: ignore[no-any-return]


def _tag(one: Tag, _beside: None) -> Record:
    return Record(f"tag:{one.pk}", "tag", one.name, url=reverse("tag", args=[one.slug]))


# Sources --------------------------------------------------------------------------------------------------------


def _sources() -> QuerySet[Any]:
    return Source.objects.open_to_readers().filter(pk__in=LiveCitation.objects.shown().order_by().values("source"))


def _where_shown(sources: Sequence[Source]) -> dict[int, LiveCitation]:
    """The citation of each source in the newest article readers can open."""
    first = LiveCitation.objects.shown().filter(source=OuterRef("pk")).values("pk")[:1]
    rows = Source.objects.filter(pk__in=[one.pk for one in sources]).values_list(Subquery(first), flat=True)
    found = LiveCitation.objects.select_related("article").defer("article__body").filter(pk__in=list(rows))
    return {one.source_id: one for one in found}


def _source(one: Source, shown: dict[int, LiveCitation]) -> Record:
    """A source has no page of its own: its address is its place among the references of the newest article."""
    citation = shown.get(one.pk)
    publication = one.publication.name if one.publication else ""
    try:
        day = dates.instant(one.published_on)
    except dates.BadDate:
        day = None
    return Record(
        f"source:{one.pk}",
        "source",
        one.title,
        _joined([publication, one.quote, one.note]),
        one.language,
        f"{citation.article.address}#ref-{citation.number}" if citation else "",
        day,
        authors=(one.author,) if one.author else (),
    )


# The ledger -----------------------------------------------------------------------------------------------------


def _claim_loaded(claims: QuerySet[Any]) -> QuerySet[Any]:
    return with_voices(claims).prefetch_related("claim_places__place__names")  # type: ignore[no-any-return]


def _claim(one: Claim, _beside: None) -> Record:
    voices: list[Assertion] = list(one.shown_assertions)  # type: ignore[attr-defined]
    names = dict.fromkeys(part for voice in voices for part in (*_named(voice), voice.speaker_role_text))
    links = one.claim_places.all()  # type: ignore[attr-defined]
    places = dict.fromkeys(
        part for link in links for part in (link.place.name, *(name.text for name in link.place.names.all()))
    )
    return Record(
        f"claim:{one.pk}",
        "claim",
        one.text,
        _joined([*names, *places, *_figure(one), one.date_text]),
        one.language,
        reverse("claim", args=[one.pk]),
        min((voice.public_at for voice in voices), default=one.recorded_at),
        status=str(ShownClaim(one).status),
    )


def _named(voice: Assertion) -> list[str]:
    """Who says it, as readers are told; nothing for somebody whose name is withheld."""
    if voice.speaker and not voice.speaker.has_page and not voice.speaker.role_text:
        return []
    if voice.speaker and voice.speaker.naming == Naming.WITHHELD:
        return []
    return [voice.said_by]


def _figure(one: Claim) -> list[str]:
    figure = getattr(one, "figure", None)
    if figure is None:
        return []
    series = figure.series.name if figure.series else ""
    return [figure.reported or str(figure.best or ""), figure.definition, series]


def _speaker(one: Speaker, _beside: None) -> Record:
    more: list[Any] = []
    if one.naming == Naming.NAMED:  # the page of a pseudonym says no more than the pseudonym
        more = [*(name.text for name in one.names.all()), *one.offices.all()]  # type: ignore[attr-defined]
    return Record(
        f"speaker:{one.pk}", "speaker", one.shown_as, _joined(more), one.language, reverse("speaker", args=[one.pk])
    )


def _speaker_titled(word: str) -> Q:
    """A name is looked at only where readers are told it."""
    by_name = Q(naming=Naming.NAMED, name__icontains=word)
    return by_name | Q(naming=Naming.PSEUDONYM, pseudonym__icontains=word)


def _as_it_is(objects: QuerySet[Any]) -> QuerySet[Any]:
    return objects


KINDS: dict[str, Kind] = {
    "article": Kind(
        _published,
        lambda found: found.prefetch_related("bylines__contributor", "tagged_items__tag", "corrections"),
        _article,
        _in_title("title"),
        _trails,
        "language",
        "published_at",
    ),
    "page": Kind(
        lambda: PlainPage.objects.live().public(),
        _as_it_is,
        _page,
        _in_title("title"),
        language="language",
        day="first_published_at",
    ),
    "claim": Kind(
        Claim.objects.public, _claim_loaded, _claim, _in_title("text"), language="language", day="recorded_at"
    ),
    "speaker": Kind(
        public_speakers,
        lambda found: found.prefetch_related("names", "offices"),
        _speaker,
        _speaker_titled,
        language="language",
    ),
    "source": Kind(
        _sources,
        lambda found: found.select_related("publication").defer("text"),
        _source,
        _in_title("title"),
        _where_shown,
        "language",
        "published_on",
        day_is_text=True,
    ),
    "contributor": Kind(_contributors, _as_it_is, _contributor, _in_title("name")),
    "section": Kind(Section.objects.all, _as_it_is, _section, _in_title("name"), _trails),
    "tag": Kind(_tags, _as_it_is, _tag, _in_title("name")),
}
