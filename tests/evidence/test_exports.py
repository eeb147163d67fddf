"""Exports are valid by the tools of those who read them, and lose neither bounds nor dates."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.evidence.ground import Ground, lay
from tocsin.claims import services as ledger
from tocsin.lib import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(db: None) -> Ground:
    return lay()


def take(client: Client, file: str, scope: str = "site") -> bytes:
    response = client.get(f"/data/{scope}/{file}")
    assert response.status_code == 200
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_json_ld_expands_and_keeps_bounds_and_date(client: Client, ground: Ground) -> None:
    from pyld import jsonld

    document = json.loads(take(client, "claims.jsonld"))
    expanded = jsonld.expand(document)
    kinds = [node["@type"] for node in expanded]
    assert kinds.count(["https://schema.org/Claim"]) == 4
    observation = next(node["https://schema.org/about"][0] for node in expanded if "https://schema.org/about" in node)
    value = observation["https://schema.org/value"][0]
    assert value["https://schema.org/minValue"] == [{"@value": 2000}]
    assert "https://schema.org/maxValue" not in value
    assert observation["https://schema.org/observationDate"] == [{"@value": "2022-03-02"}]
    assert "https://schema.org/ClaimReview" not in json.dumps(expanded)


def test_a_review_is_written_only_for_what_an_editor_rated(client: Client, ground: Ground, editor: Any) -> None:
    from datetime import timedelta

    ledger.override(
        ground.claim, status="refuted", reason="Seen on video.", until=clock.now() + timedelta(days=9), by=editor
    )
    document = json.loads(take(client, "claims.jsonld"))
    reviews = [node for node in document["@graph"] if node["@type"] == "ClaimReview"]
    assert [(one["claimReviewed"], one["reviewRating"]) for one in reviews] == [
        (ground.claim.text, {"@type": "Rating", "alternateName": "Refuted", "ratingExplanation": "Seen on video."})
    ]


def test_web_annotations_are_found_again_in_the_page(client: Client, ground: Ground) -> None:
    page = json.loads(take(client, "annotations.jsonld", f"article-{ground.article.pk}"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    html = client.get(ground.article.address).content.decode()
    body = html.split('class="text"', 1)[1].split('id="evidence"', 1)[0]
    words = unescape(re.sub(r"<[^>]+>", "", body))
    canonical = ground.article.anchored_text.text
    assert len(page["items"]) == 4
    for one in page["items"]:
        quote, position = one["target"]["selector"]
        assert quote["exact"] in words
        assert canonical[position["start"] : position["end"]] == quote["exact"]
        assert canonical[: position["start"]].endswith(quote["prefix"])
        assert canonical.startswith(quote["suffix"], position["end"])


def test_hxl_is_accepted_by_libhxl(client: Client, ground: Ground, tmp_path: Path) -> None:
    import hxl
    from hxl.validation import schema

    file = tmp_path / "claims.csv"
    file.write_bytes(take(client, "claims.hxl.csv"))
    options = hxl.InputOptions(allow_local=True)
    with hxl.data(hxl.make_input(str(file), options)) as source:
        rows = list(source)
    problems: list[Any] = []
    with hxl.data(hxl.make_input(str(file), options)) as source:
        assert schema(callback=problems.append).validate(source), problems
    killed = next(row for row in rows if "2,000" in (row.get("#description") or ""))
    columns = ("#indicator+num+low", "#indicator+num+high", "#affected+killed")
    assert [killed.get(one) or "" for one in columns] == ["2000", "", ""]


def test_the_data_package_is_valid(client: Client, ground: Ground, tmp_path: Path) -> None:
    import frictionless

    with zipfile.ZipFile(io.BytesIO(take(client, "datapackage.zip"))) as archive:
        archive.extractall(tmp_path)
    frictionless.system.trusted = True
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert (report.valid, [task.errors for task in report.tasks if task.errors]) == (True, [])
    assert take(client, "datapackage.zip") == take(client, "datapackage.zip"), "the same ledger gives the same bytes"


def test_geojson_draws_nothing_finer_than_is_known(client: Client, ground: Ground) -> None:
    collection = json.loads(take(client, "places.geojson"))
    by_claim = {one["properties"]["text"]: one for one in collection["features"]}
    assert by_claim["Russian forces hold Kherson."]["geometry"] == {"type": "Point", "coordinates": [32.6, 46.6]}
    assert by_claim["A bridge is said to be mined."]["geometry"] is None, "a distance is no spot"
    assert by_claim["The ministry blamed the city council."]["geometry"] is None
    ground.place.precision = "adm1"
    ground.place.save()
    assert {one["geometry"] for one in json.loads(take(client, "places.geojson"))["features"]} == {None}


def test_follow_the_money_entities_are_valid(client: Client, ground: Ground) -> None:
    from followthemoney import model

    lines = [json.loads(line) for line in take(client, "entities.ftm.json").decode().splitlines()]
    assert {one["schema"] for one in lines} == {"Article", "Documentation", "Event", "Person", "PublicBody"}
    for one in lines:
        entity = model.get_proxy(one)
        model.get(one["schema"]).validate(one)
        assert set(entity.properties.keys() if hasattr(entity, "properties") else one["properties"]) == set(
            one["properties"]
        )


def test_ucdp_and_idmc_rows_keep_open_bounds_empty(client: Client, ground: Ground) -> None:
    deaths = list(csv.DictReader(io.StringIO(take(client, "figures.ucdp.csv").decode())))
    assert [(row["low"], row["best"], row["high"], row["number_of_sources"]) for row in deaths] == [
        ("2000", "", "", "1")
    ]
    figures = list(csv.DictReader(io.StringIO(take(client, "figures.idmc.csv").decode())))
    assert [(row["quantifier"], row["total_figures"], row["sources"]) for row in figures] == [
        ("MORE_THAN", "2000", "Ihor Kolykhaiev")
    ]


def test_no_cell_runs_as_a_formula(client: Client, ground: Ground) -> None:
    make_claim = ledger.record_claim(text="=1+1", type="event", sensitivity=["not_sensitive"], is_open=True)
    ledger.set_public([make_claim.pk], public=True)
    assert "'=1+1" in take(client, "claims.csv").decode()


def test_the_api_pages_filters_and_answers_304(client: Client, ground: Ground) -> None:
    response = client.get("/api/v1/claims/?status=contested")
    answer = response.json()
    assert (answer["count"], [one["status"] for one in answer["claims"]]) == (1, ["contested"])
    again = client.get("/api/v1/claims/?status=contested", headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    ledger.withdraw(ground.claim.assertions.public().filter(stance="support").get(), by=None, reason="A mistake.")
    changed = client.get("/api/v1/claims/?type=control", headers={"If-None-Match": response["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/claims/?status=proven", 400),
        ("/api/v1/claims/?page=0", 404),
        ("/api/v1/claims/?page=x", 400),
        ("/api/v1/claims/999999/", 404),
        ("/data/claims.exe", 404),
        ("/data/claim-x/claims.jsonld", 404),
        ("/data/claim-99999999999999999999/claims.jsonld", 404),
        ("/data/series-none/figures.csv", 404),
    ],
)
def test_what_is_not_there_is_refused(client: Client, ground: Ground, address: str, status: int) -> None:
    assert client.get(address).status_code == status
