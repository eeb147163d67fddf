"""Rows to claims, assertions, figures and spans: all of a file or nothing of it. What is there is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.articles import anchoring
from tocsin.articles.models import ArticlePage, CitedSource
from tocsin.articles.services import spanning
from tocsin.claims import services as ledger
from tocsin.claims.errors import ImportRefused
from tocsin.claims.models import Assertion, Claim, ClaimPlace, FigureSeries, Place, Speaker
from tocsin.claims.statuses import (
    ClaimType,
    Naming,
    PlaceRole,
    Precision,
    PublisherStance,
    SpeakerKind,
    Stance,
)
from tocsin.importers.ledger.parsing import day, degrees, numbers, yes
from tocsin.importers.ledger.places import Named, places_in
from tocsin.importers.ledger.read import Row
from tocsin.lib import clock
from tocsin.lib.dates import instant
from tocsin.lib.errors import TocsinError
from tocsin.search.services import gathered
from tocsin.sources import services as source_services
from tocsin.sources.models import Citation, Source

_PASSED_ON = {PublisherStance.RELAY, PublisherStance.DISTANCE, PublisherStance.REJECT}


@dataclass
class Outcome:
    """What an import did, or would do."""

    claims: int = 0
    assertions: int = 0
    spans: int = 0
    there: int = 0
    """Rows that were imported before."""
    doubts: list[str] = field(default_factory=list)
    """What needs a person, a line each."""


class _Undo(Exception):
    """Ends a dry run."""


@dataclass(frozen=True)
class Wishes:
    """What is imported into what, and by whom."""

    batch: str
    """Names the file: rows of one batch are known again, and refer to each other."""
    article: ArticlePage | None = None
    by: User | None = None
    open_to_readers: bool = False
    dry_run: bool = False


def bring_in(rows: list[Row], wishes: Wishes, *, tell: Callable[[int, int], None] | None = None) -> Outcome:
    """Import *rows*. Raises ``ImportRefused`` naming the line, with nothing kept, when one of them cannot be."""
    outcome = Outcome()
    try:
        with transaction.atomic(), gathered(), ledger.deferred():
            importing = _Import(wishes, outcome)
            for number, row in enumerate(_claims_first(rows), start=1):
                importing.take(row)
                if tell:
                    tell(number, len(rows))
            if wishes.dry_run:
                raise _Undo  # noqa: TRY301 - rolls back what was tried
    except _Undo:
        pass
    return outcome


def _claims_first(rows: list[Row]) -> Iterable[Row]:
    """Claims before assertions on them, and repeats last, whatever the order of the file."""
    return sorted(rows, key=lambda row: (bool(row["assertion_on"]), bool(row["repeats"])))


class _Import:
    """One run: what it has seen so far."""

    def __init__(self, wishes: Wishes, outcome: Outcome) -> None:
        self.wishes, self.outcome = wishes, outcome
        self.series: dict[tuple[str, str, str, int | None], FigureSeries] = {}
        self.speakers: dict[str, Speaker] = {}

    def key(self, name: str) -> str:
        return f"{self.wishes.batch}:{name}"[:200]

    def take(self, row: Row) -> None:
        try:
            with transaction.atomic():
                self._take(row)
        except ValidationError as error:
            raise ImportRefused(f"Line {row.line}: {_first(error)}") from None
        except TocsinError as refusal:
            raise ImportRefused(f"Line {row.line}: {refusal}") from None

    def _take(self, row: Row) -> None:
        if self._is_there(row):
            self.outcome.there += 1
            return
        claim = self._claim_named(row, row["assertion_on"]) if row["assertion_on"] else self._record(row)
        said = self._say(row, claim)
        if row["exact"] and self.wishes.article:
            self._anchor(row, claim, said[0] if row["assertion_on"] and said else None)

    def _is_there(self, row: Row) -> bool:
        key = self.key(row.name)
        return Claim.objects.filter(imported_as=key).exists() or Assertion.objects.filter(imported_as=key).exists()

    def _claim_named(self, row: Row, name: str) -> Claim:
        claim = Claim.objects.filter(imported_as=self.key(name)).first()
        if claim is None:
            raise ImportRefused(_("there is no claim called %s in this batch.") % name)
        return claim.merged_into or claim

    # The claim

    def _record(self, row: Row) -> Claim:
        text = row["text"] or row["exact"]
        if not row["sensitivity"]:
            raise ImportRefused(_("it says nothing of sensitivity. Map a column, or set it for all rows."))
        kind = row["type"]
        if kind not in ClaimType.values:
            raise ImportRefused(
                _("%(word)r is no type. Types are: %(words)s.") % {"word": kind, "words": ", ".join(ClaimType.values)}
            )
        figure = self._figure(row)
        chosen: dict[str, Any] = {
            name: row[name] for name in ("language", "checkability", "polarity", "modality") if row[name]
        }
        if self.wishes.article:
            chosen.setdefault("language", self.wishes.article.language)
        claim = ledger.record_claim(
            text=text,
            type=kind,
            sensitivity=row["sensitivity"].split(),
            by=self.wishes.by,
            subtype=figure if kind == ClaimType.FIGURE else None,
            figure=figure if kind == ClaimType.FORECAST else None,
            places=self._places(row),
            publisher_stance=row["publisher_stance"],
            date_text=row["date_words"],
            date=row["date"],
            date_anchor=day(row["date_anchor"]) if row["date"] else None,
            anchor_basis=row["anchor_basis"] if row["date"] else "",
            date_known=row["date_known"],
            imported_as=self.key(row.name),
            is_open=self.wishes.open_to_readers,
            **chosen,
        )
        if self.wishes.open_to_readers:
            ledger.set_public([claim.pk], public=True)
            claim.is_public = True
        self.outcome.claims += 1
        return claim

    def _figure(self, row: Row) -> dict[str, Any] | None:
        given = numbers(row)
        if not given:
            return None
        series = self._series(row)
        return {
            **given,
            "reported": row["reported"],
            "unit": row["unit"] or "person",
            "definition": row["definition"],
            "excludes": [one.strip() for one in row["excludes"].split(";") if one.strip()],
            "as_of": row["as_of"],
            "series": series,
            "kind": series.kind if series else "",
        }

    def _series(self, row: Row) -> FigureSeries | None:
        name = row["series"]
        if not name:
            return None
        named = places_in(row["place"])
        place = self._place(named[0], country=row["country"]) if named else None
        key = (name, row["speaker"], row["definition"], place.pk if place else None)
        if key not in self.series:
            self.series[key] = ledger.series_for(
                name=name,
                indicator=row["indicator"] or name,
                kind=row["series_kind"] or "stock",
                definition=row["definition"],
                place=place,
                unit=row["unit"] or "person",
                origin=self._speaker(row) if row["speaker"] else None,
            )
        return self.series[key]

    def _places(self, row: Row) -> list[ClaimPlace]:
        links: dict[tuple[int, str], ClaimPlace] = {}
        for named in places_in(row["place"]):
            spot = {"latitude": row["latitude"], "longitude": row["longitude"], "country": row["country"]}
            place = self._place(named, precision=row["place_precision"], **spot)
            role = named.role or PlaceRole.LOCATION
            links[place.pk, role] = ClaimPlace(place=place, role=role, text=row["place"][:200])
        return list(links.values())

    def _place(
        self, named: Named, *, precision: str = "", latitude: str = "", longitude: str = "", country: str = ""
    ) -> Place:
        if bool(latitude) != bool(longitude):
            raise ImportRefused(_("a place needs latitude and longitude, or neither."))
        known = Place.objects.filter(geonames=named.geonames).first() if named.geonames else None
        if known is None and not latitude:
            known = Place.objects.named(named.name)
        if known is None and latitude:
            spot = {"public_latitude": degrees(latitude), "public_longitude": degrees(longitude)}
            known = Place.objects.filter(name=named.name, **spot).first()
        if known:
            return self._completed(known, named)
        place = Place(
            name=named.name[:200],
            precision=precision or named.precision or (Precision.SETTLEMENT if latitude else Precision.UNRESOLVED),
            geonames=named.geonames,
            country=country[:2].upper(),
        )
        if latitude and longitude:
            place.public_latitude, place.public_longitude = degrees(latitude), degrees(longitude)
        place.full_clean()
        place.save()
        return place

    @staticmethod
    def _completed(place: Place, named: Named) -> Place:
        """Learn from this row what was not known of a place: its precision, its number."""
        learnt = []
        if place.precision == Precision.UNRESOLVED and named.precision:
            place.precision = named.precision
            learnt.append("precision")
        if place.geonames is None and named.geonames:
            place.geonames = named.geonames
            learnt.append("geonames")
        if learnt:
            place.save(update_fields=learnt)
        return place

    # Who says so

    def _say(self, row: Row, claim: Claim) -> list[Assertion]:
        sources = self._sources(row)
        speaker = self._speaker(row)
        stance = row["stance"] or (Stance.QUERY if row["assertion_on"] else Stance.SUPPORT)
        if speaker is None and not sources:
            if not (row["assertion_on"] or row["stance"] or row["publisher_stance"] in _PASSED_ON):
                return []  # the article's own voice makes no assertion
            speaker = _unnamed(row)
        if speaker is not None:
            return [self._assert(row, claim, stance, speaker, sources[0] if sources else None)]
        return [self._assert(row, claim, stance, None, source) for source in sources]

    def _assert(self, row: Row, claim: Claim, stance: str, speaker: Speaker | None, source: Source | None) -> Assertion:
        public = instant(row["public_on"]) or _of_source(source) or self._published()
        made = ledger.record_assertion(
            claim,
            stance=stance,
            by=self.wishes.by,
            speaker=speaker,
            speaker_role_text=row["role"][:200],
            source=source,
            citation=_citation(row, source),
            cue_text=row["cue"][:200],
            publisher_stance=row["publisher_stance"],
            origin=row["origin"],
            interest=row["interest"] or "none",
            verified=yes(row["verified"]),
            is_private=yes(row["private"]),
            repeats=self._repeated(row),
            asserted_at=instant(row["said_on"]) or public,
            public_at=public,
            imported_as=self.key(row.name),
            **(self._given(row) if row["assertion_on"] else {}),
        )
        self.outcome.assertions += 1
        return made

    @staticmethod
    def _given(row: Row) -> dict[str, Any]:
        given = numbers(row)
        return {**given, "definition": row["definition"], "as_of": row["as_of"]} if given else {}

    def _repeated(self, row: Row) -> Assertion | None:
        if not row["repeats"]:
            return None
        found = Assertion.objects.filter(imported_as=self.key(row["repeats"])).first()
        if found is None:
            raise ImportRefused(_("there is no assertion of a row called %s to repeat.") % row["repeats"])
        return found

    def _published(self) -> datetime:
        article = self.wishes.article
        return (article.published_at if article else None) or clock.now()

    def _speaker(self, row: Row) -> Speaker | None:
        name = row["speaker"][:200]
        if not name:
            return None
        if name not in self.speakers:
            known = Speaker.objects.named(name)
            side = source_services.party_named(row["side"], camp=row["camp"])
            if known is None:
                known = Speaker(name=name, kind=row["speaker_kind"] or SpeakerKind.GROUP, side=side)
                known.full_clean()
                known.save()
            self.speakers[name] = known
        return self.speakers[name]

    def _sources(self, row: Row) -> list[Source]:
        if row["reference"] and self.wishes.article:
            number = row["reference"].strip("[] ")
            cited = CitedSource.objects.filter(
                article=self.wishes.article, number=int(number) if number.isdecimal() else 0
            )
            found = [one.source for one in cited.select_related("source").order_by("pk")]
            if not found:
                self.outcome.doubts.append(f"Line {row.line}: the article has no reference {row['reference']}.")
            return found
        addresses, publications = row.several("source_address"), row.several("publication")
        titles = row.several("source_title")
        count = max(len(addresses), len(publications), len(titles))
        return [
            _source(
                address=addresses[n] if n < len(addresses) else "",
                publication=publications[n] if n < len(publications) else "",
                title=titles[n] if n < len(titles) else "",
                published_on=row["source_date"],
            )
            for n in range(count)
        ]

    def _anchor(self, row: Row, claim: Claim, assertion: Assertion | None) -> None:
        article = self.wishes.article
        if article is None:
            return
        text = spanning.anchored_text(article).text
        words = row["exact"]
        found = anchoring.locate(text, anchoring.Selector(words, row["prefix"], row["suffix"], -1, -1))
        if found is None:
            times = len(anchoring.occurrences(text, words))
            self.outcome.doubts.append(f"Line {row.line}: its words stand in the article {times} times: {words[:60]}")
            return
        spanning.add_span(article, claim, start=found.start, end=found.end, assertion=assertion, by=self.wishes.by)
        self.outcome.spans += 1


def _unnamed(row: Row) -> Speaker:
    return Speaker.objects.create(
        name=_("Not named (%s)") % (row["exact"] or row["text"])[:120],
        kind=SpeakerKind.GROUP,
        naming=Naming.ROLE_ONLY,
        role_text=_("Somebody the text does not name"),
        naming_reason=_("The text does not name them."),
    )


def _of_source(source: Source | None) -> datetime | None:
    return instant(source.published_on) if source and source.published_on else None


def _source(*, address: str, publication: str, title: str, published_on: str) -> Source:
    found = Source.objects.filter(address=address).order_by("pk").first() if address else None
    if found:
        return found
    return source_services.record(
        title=title or publication or address[:400],
        publication=publication[:200],
        address=address,
        published_on=published_on,
        **({"offline": True} if not address else {}),
    )


def _citation(row: Row, source: Source | None) -> Citation | None:
    return source_services.cite(source, exact=row["quote"]) if source and row["quote"] else None


def _first(error: ValidationError) -> str:
    if hasattr(error, "message_dict"):
        name, messages = next(iter(error.message_dict.items()))
        return f"{name}: {messages[0]}"
    return str(error.messages[0])
