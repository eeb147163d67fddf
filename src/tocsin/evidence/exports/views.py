"""Exports and the read API. Every answer carries an ETag; pages are numbered; nothing private goes in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase, HttpResponseNotModified
from django.shortcuts import render
from django.utils.http import parse_etags
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from tocsin.articles.models import PublishedSpan
from tocsin.articles.shown_claims import ShownClaim
from tocsin.claims.models import Claim, Decision, FigureSeries
from tocsin.claims.statuses import ClaimType, Currency, Status
from tocsin.evidence import queries
from tocsin.evidence.exports import ftm, geojson, jsonld, package, tables, webannotation
from tocsin.evidence.exports.scopes import Scope, complete, scope_of
from tocsin.evidence.exports.values import address
from tocsin.lib.hashing import sha256

FRESH = cache_control(public=True, max_age=60)
PER_PAGE = 100

Text = Callable[[Iterable[ShownClaim]], Iterator[str]]
_STREAMS: dict[str, tuple[str, Text]] = {
    "claims.csv": ("text/csv", tables.claims_csv),
    "claims.hxl.csv": ("text/csv", tables.hxl),
    "figures.csv": ("text/csv", tables.figures_csv),
    "figures.ucdp.csv": ("text/csv", tables.ucdp),
    "figures.idmc.csv": ("text/csv", tables.idmc),
    "entities.ftm.json": ("application/x-ndjson", ftm.entities),
}
_DOCUMENTS: dict[str, tuple[str, Callable[[Iterable[ShownClaim]], dict[str, Any]]]] = {
    "claims.jsonld": ("application/ld+json", jsonld.document),
    "annotations.jsonld": ("application/ld+json", webannotation.page),
    "places.geojson": ("application/geo+json", geojson.collection),
}
PACKAGE = "datapackage.zip"
FILES = [*_STREAMS, *_DOCUMENTS, PACKAGE]


@require_safe
@FRESH
def export(request: HttpRequest, file: str, scope: str = "site") -> HttpResponseBase:
    """The claims of a scope in one format. A scope or a format that is not there is a 404."""
    found = scope_of(scope)
    if found is None or file not in FILES:
        raise Http404
    if file in _STREAMS:
        return _stream(request, found, file)
    if file == PACKAGE:
        data = package.package(list(found.shown()), name=f"claims-{found.name}", title=found.title or "Claims")
        return tagged(request, data, "application/zip", file)
    kind, make = _DOCUMENTS[file]
    return tagged(request, _json(make(found.shown())), kind, file)


def _stream(request: HttpRequest, scope: Scope, file: str) -> HttpResponseBase:
    """The lines as they are made. Their tag is that of the ledger's state, so that nothing is made for who has it."""
    tag = f'W/"{sha256(f"{scope.name}/{file}/{_state()}".encode()).removeprefix("sha256:")[:32]}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers={"ETag": tag})
    kind, make = _STREAMS[file]
    response = StreamingHttpResponse(make(scope.shown()), content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    response["ETag"] = tag
    return response


def _state() -> str:
    """A word that changes with everything an export shows."""
    claims = Claim.objects.aggregate(Max("changed_at"), Count("pk"))
    return f"{claims} {Decision.objects.aggregate(Max('pk'))} {PublishedSpan.objects.aggregate(Max('pk'))}"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def tagged(request: HttpRequest, data: bytes, kind: str, file: str = "") -> HttpResponse:
    """*data* with its ETag (RFC 9110), or 304 where the asker has it already."""
    tag = f'"{sha256(data).removeprefix("sha256:")[:32]}"'
    asked = parse_etags(request.headers.get("If-None-Match", ""))
    if tag in asked or "*" in asked:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(data, content_type=kind if kind.endswith("zip") else f"{kind}; charset=utf-8")
        if file.endswith((".zip", ".csv")):
            response["Content-Disposition"] = f'attachment; filename="{file}"'
    response["ETag"] = tag
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
@FRESH
def index(request: HttpRequest) -> HttpResponse:
    """What there is to take, and how to ask for it."""
    return render(request, "evidence/data.html", {"files": FILES})


@require_safe
@FRESH
def api_claims(request: HttpRequest) -> HttpResponse:
    """The public claims, newest change first: ``status``, ``type``, ``currency``, ``q``, ``page``."""
    wrong = {
        name: allowed
        for name, allowed in (("status", Status.values), ("type", ClaimType.values), ("currency", Currency.values))
        if request.GET.get(name) and request.GET[name] not in allowed
    }
    if wrong:
        name, allowed = next(iter(wrong.items()))
        return _refusal(request, f"{name} is one of: {', '.join(allowed)}.")
    number = request.GET.get("page", "1")
    if not number.isdecimal() or len(number) > 9:  # noqa: PLR2004 - no list is that long
        return _refusal(request, "page is a number from 1.")
    wanted = queries.Filters.of(request.GET).apply(Claim.objects.public())
    listing = queries.page_of(complete(wanted), int(number), per_page=PER_PAGE)
    if listing is None:
        return _refusal(request, "There is no such page.", status=404)
    answer = {
        "count": listing.paginator.count,
        "page": listing.number,
        "pages": listing.paginator.num_pages,
        "next": _page(request, listing.number + 1) if listing.has_next() else None,
        "previous": _page(request, listing.number - 1) if listing.has_previous() else None,
        "claims": [jsonld.nodes(ShownClaim(one, one.live_spans))[0] for one in listing.object_list],
    }
    return tagged(request, _json(answer), "application/json")


def _page(request: HttpRequest, number: int) -> str:
    asked = request.GET.copy()
    asked["page"] = str(number)
    return f"{address('api-claims')}?{asked.urlencode()}"


def _refusal(request: HttpRequest, sentence: str, *, status: int = 400) -> HttpResponse:
    return HttpResponse(_json({"error": sentence}), status=status, content_type="application/json; charset=utf-8")


@require_safe
@FRESH
def api_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """One public claim."""
    scope = scope_of(f"claim-{pk}")
    one = next(scope.shown(), None) if scope else None
    if one is None:
        return _refusal(request, "There is no such claim.", status=404)
    return tagged(request, _json({"@context": jsonld.CONTEXT, **jsonld.nodes(one)[0]}), "application/json")


@require_safe
@FRESH
def api_series(request: HttpRequest) -> HttpResponse:
    """The public figure series, each with the address of its figures."""
    rows = [
        {
            "slug": one.slug,
            "name": str(one),
            "indicator": one.indicator,
            "kind": one.kind,
            "population": one.population,
            "definition": one.definition,
            "includes": one.includes,
            "excludes": one.excludes,
            "unit": one.unit,
            "phase": one.phase,
            "place": one.place.name if one.place else None,
            "origin": one.origin.shown_as if one.origin else None,
            "figures": address("export-of", f"series-{one.slug}", "figures.csv"),
        }
        for one in FigureSeries.objects.public().select_related("place", "origin")
    ]
    return tagged(request, _json({"count": len(rows), "series": rows}), "application/json")
