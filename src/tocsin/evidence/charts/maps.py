"""A map as coarse as what is known: spots for spots, rings for distances, labels for provinces, a list for the rest."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.articles.shown_claims import ShownClaim
from tocsin.claims.models import Claim, ClaimPlace, Place
from tocsin.claims.statuses import Precision, Status
from tocsin.evidence.charts.outline import Ring, countries
from tocsin.evidence.charts.svg import drawing, element, path

WIDTH = 720
METRES_PER_DEGREE = 111_320
SMALLEST = 3.0
"""Degrees of longitude a map shows at least."""
_UNITS = {"m": 1, "metre": 1, "km": 1000, "kilometre": 1000, "mi": 1609.344, "mile": 1609.344, "miles": 1609.344}
_ORDER = [Status.CONTESTED, Status.REFUTED, Status.REPORTED, Status.CORROBORATED, Status.UNSOURCED, Status.WITHDRAWN]


@dataclass
class Pin:
    """A place, and the claims about it."""

    place: Place
    claims: list[ShownClaim] = field(default_factory=list)
    rings: list[float] = field(default_factory=list)
    """Distances in metres at which something is, in no stated direction."""

    @property
    def status(self) -> str:
        """The status that most needs to be seen."""
        found = {one.status for one in self.claims}
        return next((one.value for one in _ORDER if one in found), Status.UNSOURCED)


@dataclass(frozen=True)
class Drawn:
    """The map, what is on it, and what cannot be on it."""

    svg: SafeString | None
    pins: list[Pin]
    unmapped: list[ShownClaim]


@dataclass(frozen=True)
class _Paper:
    """Equirectangular projection of a box of longitudes and latitudes."""

    west: float
    south: float
    east: float
    north: float

    @property
    def squeeze(self) -> float:
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Units of the drawing to a degree of latitude."""
        return WIDTH / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> int:
        return max(120, round((self.north - self.south) * self.scale))

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - self.west) * self.squeeze * self.scale, (self.north - latitude) * self.scale

    def length(self, metres: float) -> float:
        return metres / METRES_PER_DEGREE * self.scale


def map_of(claims: Iterable[Claim]) -> Drawn:
    """Draw *claims* (with voices) at their public places; list those that have none."""
    several = list(claims)
    links: dict[int, list[ClaimPlace]] = defaultdict(list)
    for link in ClaimPlace.objects.filter(claim__in=[one.pk for one in several]).select_related("place"):
        links[link.claim_id].append(link)
    pins: dict[int, Pin] = {}
    unmapped: list[ShownClaim] = []
    for claim in several:
        shown, placed = ShownClaim(claim), False
        for link in links[claim.pk]:
            if link.place.public_latitude is None or link.place.public_longitude is None:
                continue
            if link.place.precision == Precision.UNRESOLVED:
                continue
            pin = pins.setdefault(link.place_id, Pin(link.place))
            pin.claims.append(shown)
            if link.distance:
                pin.rings.append(link.distance * _UNITS.get(link.distance_unit or "km", 1000))
            placed = True
        if not placed:
            unmapped.append(shown)
    found = sorted(pins.values(), key=lambda pin: pin.place.name)
    return Drawn(_draw(found) if found else None, found, unmapped)


def _draw(pins: Sequence[Pin]) -> SafeString:
    paper = _paper(pins)
    parts = [*_land(paper, {pin.place.country for pin in pins if pin.place.precision == Precision.COUNTRY})]
    taken: list[tuple[float, float]] = []
    for pin in sorted(pins, key=lambda pin: (-len(pin.claims), pin.place.name)):
        parts += _pin(pin, paper, taken)
    number = len({one.claim.pk for pin in pins for one in pin.claims})
    description = ngettext("%d statement on the map", "%d statements on the map", number) % number
    return drawing(WIDTH, paper.height, parts, name=_("Map"), description=description, kind="map")


def _paper(pins: Sequence[Pin]) -> _Paper:
    longitudes = [pin.place.public_longitude for pin in pins]
    latitudes = [pin.place.public_latitude for pin in pins]
    reach = max([*(ring for pin in pins for ring in pin.rings), *(pin.place.radius_m or 0 for pin in pins), 0])
    margin = reach / METRES_PER_DEGREE * 1.6
    west, east = min(longitudes) - margin, max(longitudes) + margin  # type: ignore[type-var, operator]
    south, north = min(latitudes) - margin, max(latitudes) + margin  # type: ignore[type-var, operator]
    across, up = max(SMALLEST, (east - west) * 1.25), max(SMALLEST * 0.55, (north - south) * 1.25)
    squeeze = math.cos(math.radians((south + north) / 2))
    up = min(max(up, across * squeeze * 0.5), 170)
    across = min(max(across, up * 1.1 / squeeze), 360)
    middle, centre = (west + east) / 2, (south + north) / 2
    return _Paper(middle - across / 2, max(-89.0, centre - up / 2), middle + across / 2, min(89.0, centre + up / 2))


def _land(paper: _Paper, filled: set[str]) -> Iterator[SafeString]:
    yield element("rect", x=0, y=0, width=WIDTH, height=paper.height, class_="sea")
    for code, rings in countries().items():
        lines = [_outline(ring, paper) for ring in rings if _touches(ring, paper)]
        if lines:
            kind = "land land--meant" if code in filled else "land"
            yield element("path", d="".join(lines), class_=kind)


def _touches(ring: Ring, paper: _Paper) -> bool:
    west, south, east, north = ring.box
    return west < paper.east and east > paper.west and south < paper.north and north > paper.south


def _outline(ring: Ring, paper: _Paper) -> str:
    """The ring on paper, with what lies far outside drawn in to the edge."""
    points: list[tuple[float, float]] = []
    for longitude, latitude in ring.points:
        x, y = paper.at(longitude, latitude)
        point = min(max(x, -20.0), WIDTH + 20.0), min(max(y, -20.0), paper.height + 20.0)
        if not points or abs(point[0] - points[-1][0]) + abs(point[1] - points[-1][1]) > 1:
            points.append(point)
    return path(points, closed=True) if len(points) > 2 else ""  # noqa: PLR2004 - an area has three corners


def _pin(pin: Pin, paper: _Paper, taken: list[tuple[float, float]]) -> Iterator[SafeString]:
    place = pin.place
    x, y = paper.at(place.public_longitude or 0, place.public_latitude or 0)
    words = element("title", _words(pin))
    for ring in pin.rings:
        yield element("circle", words, cx=x, cy=y, r=paper.length(ring), class_="ring")
    precision = Precision(place.precision)
    if precision.is_a_point and not (pin.rings and len(pin.rings) == len(pin.claims)):
        yield from _spot(pin, paper, x, y, words)
    if precision is not Precision.COUNTRY and all(abs(x - a) > 90 or abs(y - b) > 18 for a, b in taken):  # noqa: PLR2004
        taken.append((x, y))
        kind = "place-name" if precision.is_a_point else "place-name place-name--area"
        end = x > WIDTH * 0.72
        yield element(
            "text", place.name, x=x - 9 if end else x + 9, y=y + 4, class_=f"{kind} place-name--end" if end else kind
        )


def _spot(pin: Pin, paper: _Paper, x: float, y: float, words: SafeString) -> Iterator[SafeString]:
    place = pin.place
    address = reverse("place", args=[place.pk])
    if place.precision == Precision.SETTLEMENT:
        mark = element("rect", words, x=x - 5, y=y - 5, width=10, height=10, class_=f"spot spot--{pin.status}")
    else:
        radius = max(5.0, paper.length(place.radius_m or 0))
        mark = element("circle", words, cx=x, cy=y, r=radius, class_=f"spot spot--{pin.status} spot--{place.precision}")
    yield element("a", mark, href=address, aria_label=_words(pin))


def _words(pin: Pin) -> str:
    number = len(pin.claims)
    return ngettext("%(place)s: %(number)d statement", "%(place)s: %(number)d statements", number) % {
        "place": pin.place.name,
        "number": number,
    }
