"""Tables: HXL, UCDP-style, IDMC-style and our own, one row for each claim. Open bounds are empty, never zero."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tocsin.articles.shown_claims import ShownClaim
from tocsin.claims.models import Figure, Place
from tocsin.claims.statuses import Category, Population, Term
from tocsin.evidence.exports import values

Row = dict[str, Any]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(value: Any) -> Any:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def lines(header: list[str], rows: Iterable[Row], second: list[str] | None = None) -> Iterator[str]:
    """Yield the lines of a CSV file (RFC 4180), *second* after the header where a format has two."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for cells in (header, *([second] if second else [])):
        writer.writerow(cells)
    for row in rows:
        writer.writerow([safe("" if row.get(name) is None else row[name]) for name in header])
        if buffer.tell() > 1 << 16:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def _figure(one: ShownClaim) -> Figure | None:
    return getattr(one.claim, "figure", None)


# HXL --------------------------------------------------------------------------------------------------------------

HXL = {
    "Claim": "#meta+id",
    "Address": "#meta+url",
    "Type": "#event+type",
    "Statement": "#description",
    "Status": "#status",
    "From": "#date+occurred+start",
    "To": "#date+occurred+end",
    "Reported": "#date+reported",
    "Country": "#country+code",
    "Province": "#adm1+name",
    "P-code": "#adm1+code",
    "Place": "#loc+name",
    "Latitude": "#geo+lat",
    "Longitude": "#geo+lon",
    "Precision": "#geo+precision",
    "Actor": "#group+name",
    "Claimant": "#org+name",
    "Indicator": "#indicator+name",
    "Low": "#indicator+num+low",
    "Best": "#indicator+num+best",
    "High": "#indicator+num+high",
    "Quantifier": "#indicator+quantifier",
    "Killed": "#affected+killed",
    "Injured": "#affected+injured",
    "Refugees": "#affected+refugees",
    "Displaced": "#affected+idps",
    "Source": "#meta+source+name",
    "Source address": "#meta+source+url",
}


def hxl(claims: Iterable[ShownClaim]) -> Iterator[str]:
    """HXL 1.1: a row of headings, a row of tags, the data."""
    return lines(list(HXL), map(_hxl_row, claims), list(HXL.values()))


def _hxl_row(one: ShownClaim) -> Row:
    start, end = values.when(one.claim.date)
    row: Row = {
        "Claim": one.claim.pk,
        "Address": values.address("claim", one.claim.pk),
        "Type": one.claim.type,
        "Statement": one.claim.text,
        "Status": one.status,
        "From": start,
        "To": end,
        "Reported": min((voice.public_at.date() for voice in one.supporting), default=None),
        "Actor": "; ".join(actor.speaker.shown_as for actor in one.claim.actors.all()),  # type: ignore[attr-defined]
        "Claimant": "; ".join(dict.fromkeys(voice.said_by for voice in one.supporting)),
        **_hxl_place(values.place_of(one), values.point_of(one)),
        **_hxl_source(one),
    }
    if figure := _figure(one):
        row |= _hxl_figure(figure)
    return row


def _hxl_place(place: Place | None, point: tuple[float, float] | None) -> Row:
    if place is None:
        return {}
    return {
        "Country": place.country,
        "Province": place.adm1,
        "P-code": place.adm1_code,
        "Place": place.name,
        "Latitude": point[1] if point else None,
        "Longitude": point[0] if point else None,
        "Precision": place.precision,
    }


def _hxl_source(one: ShownClaim) -> Row:
    sources = [voice.source for voice in one.voices if voice.source]
    addresses = [source.address for source in sources if source.address and not source.is_lost]
    return {
        "Source": "; ".join(values.publishers(one.voices)) or "; ".join(source.title for source in sources),
        "Source address": addresses[0] if addresses else None,
    }


def _hxl_figure(figure: Figure) -> Row:
    low, best, high = values.bounds(figure)
    series = figure.series
    row: Row = {
        "Indicator": series.indicator if series else figure.definition or figure.unit,
        "Low": low,
        "Best": best,
        "High": high,
        "Quantifier": figure.quantifier,
    }
    column = _AFFECTED.get(figure.term) or _AFFECTED.get(figure.category)
    if column and best is not None:
        row[column] = best
    return row


_AFFECTED: dict[str, str] = {
    Term.DEAD: "Killed",
    Category.DEATHS: "Killed",
    Term.INJURED: "Injured",
    Category.CROSS_BORDER_FLIGHT: "Refugees",
    Category.ACROSS_BORDERS: "Refugees",
    Category.IDPS: "Displaced",
}


# UCDP style -------------------------------------------------------------------------------------------------------

UCDP = [
    *("id", "date_start", "date_end", "date_prec", "where_prec", "latitude", "longitude", "side_a", "side_b"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high", "number_of_sources"),
    *("source_original", "event_clarity"),
]
_WHERE_PREC = {
    "exact": 1,
    "vicinity": 2,
    "settlement": 1,
    "adm2": 3,
    "adm1": 4,
    "region": 5,
    "country": 6,
    "sea_or_air": 7,
}


def ucdp(claims: Iterable[ShownClaim]) -> Iterator[str]:
    """Figures of deaths in the columns of UCDP GED; ``number_of_sources`` counts independent groups."""
    return lines(
        UCDP, (_ucdp_row(one, figure) for one in claims if (figure := _figure(one)) and _counts_deaths(figure))
    )


def _counts_deaths(figure: Figure) -> bool:
    return figure.category == Category.DEATHS or figure.term == Term.DEAD


def _ucdp_row(one: ShownClaim, figure: Figure) -> Row:
    start, end = values.when(figure.period or figure.as_of or one.claim.date)
    low, best, high = values.bounds(figure)
    place = values.place_of(one)
    point = values.point_of(one)
    actors = [actor.speaker.shown_as for actor in one.claim.actors.all()]  # type: ignore[attr-defined]
    civilians = figure.population == Population.CIVILIAN
    return {
        "id": one.claim.pk,
        "date_start": start,
        "date_end": end,
        "date_prec": _date_prec(start, end),
        "where_prec": _WHERE_PREC.get(place.precision) if place else None,
        "latitude": point[1] if point else None,
        "longitude": point[0] if point else None,
        "side_a": actors[0] if actors else None,
        "side_b": actors[1] if len(actors) > 1 else None,
        "deaths_civilians": best if civilians else None,
        "deaths_unknown": best if figure.population == Population.UNKNOWN else None,
        "low": low,
        "best": best,
        "high": high,
        "number_of_sources": values.origins(one),
        "source_original": "; ".join(values.issuers(one.voices)),
        "event_clarity": 1 if start and start == end else 2,
    }


def _date_prec(start: Any, end: Any) -> int | None:
    """UCDP's scale: 1 the day, 2 within six days, 3 the week to a month, 4 longer."""
    if start is None or end is None:
        return None
    days = (end - start).days
    return next(grade for limit, grade in ((0, 1), (6, 2), (31, 3), (366, 4), (10**6, 5)) if days <= limit)


# IDMC style -------------------------------------------------------------------------------------------------------

IDMC = [
    *("id", "category", "term", "quantifier", "reported", "unit", "household_size", "total_figures", "role"),
    *("start_date", "start_date_accuracy", "end_date", "end_date_accuracy", "sources", "publishers"),
    *("calculation_logic", "source_excerpt"),
]


def idmc(claims: Iterable[ShownClaim]) -> Iterator[str]:
    """Figures in the columns of IDMC Helix; issuers and carriers in two lists."""
    return lines(IDMC, (_idmc_row(one, figure) for one in claims if (figure := _figure(one))))


def _idmc_row(one: ShownClaim, figure: Figure) -> Row:
    start, end = values.when(figure.period or figure.as_of or one.claim.date)
    low, best, high = values.bounds(figure)
    accuracy = {1: "DAY", 2: "WEEK", 3: "MONTH", 4: "YEAR", 5: "YEAR"}.get(_date_prec(start, end) or 0)
    return {
        "id": one.claim.pk,
        "category": figure.category or (figure.series.category if figure.series else None),
        "term": figure.term,
        "quantifier": figure.quantifier,
        "reported": figure.reported,
        "unit": "HOUSEHOLD" if figure.household_size else figure.unit.upper(),
        "household_size": values.number(figure.household_size),
        "total_figures": next((value for value in (best, low, high) if value is not None), None),
        "role": figure.role,
        "start_date": start,
        "start_date_accuracy": accuracy,
        "end_date": end,
        "end_date_accuracy": accuracy,
        "sources": "; ".join(values.issuers(one.voices)),
        "publishers": "; ".join(values.publishers(one.voices)),
        "calculation_logic": figure.calculation,
        "source_excerpt": figure.source_excerpt,
    }


# Our own tables ---------------------------------------------------------------------------------------------------

Columns = dict[str, tuple[str, Callable[[Any], Any]]]
"""Name of a column: its type in a table schema, and what stands in it."""

CLAIMS: Columns = {
    "id": ("integer", lambda one: one.claim.pk),
    "address": ("string", lambda one: values.address("claim", one.claim.pk)),
    "text": ("string", lambda one: one.claim.text),
    "language": ("string", lambda one: one.claim.language),
    "type": ("string", lambda one: one.claim.type),
    "polarity": ("string", lambda one: one.claim.polarity),
    "modality": ("string", lambda one: one.claim.modality),
    "checkability": ("string", lambda one: one.claim.checkability),
    "date": ("string", lambda one: one.claim.date),
    "date_words": ("string", lambda one: one.claim.date_text),
    "status": ("string", lambda one: one.status),
    "currency": ("string", lambda one: one.standing.currency if one.standing else None),
    "flags": ("string", lambda one: " ".join(one.standing.flags) if one.standing else None),
    "reason": ("string", lambda one: one.standing.reason if one.standing else None),
    "recorded": ("date", lambda one: one.claim.recorded_at.date()),
}
ASSERTIONS: Columns = {
    "id": ("integer", lambda voice: voice.pk),
    "claim": ("integer", lambda voice: voice.claim_id),
    "said_by": ("string", lambda voice: voice.said_by),
    "role": ("string", lambda voice: voice.speaker_role_text),
    "stance": ("string", lambda voice: voice.stance),
    "origin": ("string", lambda voice: voice.appraised.origin if voice.appraised else None),
    "repeats": (
        "integer",
        lambda voice: voice.repeats_id if voice.repeats and voice.repeats.is_open_to_readers else None,
    ),
    "said_on": ("date", lambda voice: voice.asserted_at.date()),
    "public_on": ("date", lambda voice: voice.public_at.date()),
    "withdrawn_on": ("date", lambda voice: voice.withdrawn_at.date() if voice.withdrawn_at else None),
    "source": ("string", lambda voice: voice.source.title if voice.source else None),
    "source_address": (
        "string",
        lambda voice: voice.source.address if voice.source and not voice.source.is_lost else None,
    ),
    "publication": (
        "string",
        lambda voice: voice.source.publication.name if voice.source and voice.source.publication else None,
    ),
}
FIGURES: Columns = {
    "claim": ("integer", lambda figure: figure.claim_id),
    "series": ("string", lambda figure: figure.series.slug if figure.series else None),
    "reported": ("string", lambda figure: figure.reported),
    "quantifier": ("string", lambda figure: figure.quantifier),
    "low": ("number", lambda figure: values.number(figure.low)),
    "best": ("number", lambda figure: values.number(figure.best)),
    "high": ("number", lambda figure: values.number(figure.high)),
    "unit": ("string", lambda figure: figure.unit),
    "population": ("string", lambda figure: figure.population),
    "definition": ("string", lambda figure: figure.definition or (figure.series.definition if figure.series else "")),
    "excludes": ("string", lambda figure: "; ".join(figure.excludes)),
    "as_of": ("string", lambda figure: figure.as_of),
    "period": ("string", lambda figure: figure.period),
}
PLACES: Columns = {
    "claim": ("integer", lambda link: link.claim_id),
    "place": ("string", lambda link: link.place.name),
    "role": ("string", lambda link: link.role),
    "country": ("string", lambda link: link.place.country),
    "precision": ("string", lambda link: link.place.precision),
    "latitude": ("number", lambda link: link.place.point[1] if link.place.point and not link.distance else None),
    "longitude": ("number", lambda link: link.place.point[0] if link.place.point and not link.distance else None),
    "distance": ("number", lambda link: link.distance),
    "distance_unit": ("string", lambda link: link.distance_unit),
}


def table(columns: Columns, items: Iterable[Any]) -> Iterator[str]:
    """One of our own tables, of *items*."""
    return lines(list(columns), ({name: get(one) for name, (_type, get) in columns.items()} for one in items))


def claims_csv(claims: Iterable[ShownClaim]) -> Iterator[str]:
    return table(CLAIMS, claims)


def figures_csv(claims: Iterable[ShownClaim]) -> Iterator[str]:
    return table(FIGURES, (figure for one in claims if (figure := _figure(one))))
