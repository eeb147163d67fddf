"""A map draws no finer than is known."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from tests import make, shared
from tocsin.claims import services as ledger
from tocsin.claims.models import Claim, ClaimPlace
from tocsin.evidence.charts import map_of
from tocsin.importers.ledger.read import read
from tocsin.importers.ledger.services import Wishes, bring_in

pytestmark = pytest.mark.django_db
DATA = shared.DATA / "bellingcat-ukraine" / "dev" / "events.json"


def drawn(precision: str, **fields: object) -> str:
    place = make.place("Somewhere", precision=precision, **fields)
    make.claim(f"Something at {precision}", type="event", places=[place])
    return str(map_of(Claim.objects.with_standing("readers")).svg)


@pytest.mark.parametrize(
    ("precision", "mark"), [("exact", "<circle"), ("vicinity", "<circle"), ("settlement", 'class="spot')]
)
def test_a_spot_is_drawn_for_a_spot(precision: str, mark: str) -> None:
    svg = drawn(precision)
    assert mark in svg
    assert "spot" in svg


@pytest.mark.parametrize("precision", ["adm1", "adm2", "region", "sea_or_air"])
def test_what_is_coarser_is_a_name_and_no_spot(precision: str) -> None:
    svg = drawn(precision)
    assert "place-name--area" in svg
    assert "spot" not in svg


def test_a_country_is_filled() -> None:
    assert "land--meant" in drawn("country")


def test_a_distance_without_direction_is_a_ring_and_no_spot() -> None:
    place = make.place("Kyiv")
    make.claim(
        "The convoy stands there.", type="event", places=[ClaimPlace(place=place, distance=20, distance_unit="mile")]
    )
    svg = str(map_of(Claim.objects.with_standing("readers")).svg)
    assert 'class="ring"' in svg
    assert "spot" not in svg


def test_what_has_no_place_is_listed() -> None:
    unresolved = make.place("entire cities", precision="unresolved", public_latitude=None, public_longitude=None)
    claim = make.claim("No heating in entire cities.", type="service_status", places=[unresolved])
    found = map_of(Claim.objects.with_standing("readers"))
    assert (found.svg, [one.claim for one in found.unmapped]) == (None, [claim])


@shared.needs(DATA)
def test_real_events_are_on_the_map(client: Client) -> None:
    columns = {"n": "id", "text": "description", "place": "location", "latitude": "latitude", "longitude": "longitude"}
    events = [one for one in json.loads(DATA.read_bytes()) if one["description"] and one["location"]]
    fixed = {"type": "event", "sensitivity": "graphic", "country": "UA", "date": ""}
    rows = read(json.dumps(events).encode(), columns=columns, fixed=fixed)
    outcome = bring_in(rows, Wishes("harm"))
    assert outcome.claims == len(events)
    ledger.set_public(list(Claim.objects.values_list("pk", flat=True)), public=True)
    page = client.get("/claims/map/").content.decode()
    assert page.count('class="spot') > 300
    assert 'd="M' in page, "the outlines of countries"
