"""Where proposals come from and go to: the extractor's claims, an imported page, the demo, the terminal."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from tests import make
from tests.evidence.stand_in import BODY, HOLD
from tocsin.articles.models import ArticlePage
from tocsin.articles.services import spanning
from tocsin.claims.extraction import process
from tocsin.claims.models import Claim
from tocsin.cli.claims import command as claims_command
from tocsin.config import settings as product
from tocsin.evidence import asking, extracting, judging, reading
from tocsin.evidence.models import Proposed, Reading
from tocsin.evidence.ports import Proposal
from tocsin.evidence.proposing import NothingReads, proposals
from tocsin.importers.webpage import services as pages
from tocsin.importers.webpage.read import read as read_page

TEXT = "The army blamed rebels for the attack."
NOTHING = {"speaker": None, "cue": None, "stance": None, "accused": None, "figure": None, "place": None, "date": None}
PAGE = b"""<html lang="en"><body><article><h1>Bridge open</h1><p>Russian forces hold Kherson. The bridge over the river
is open to cars and to people on foot after a year of repair, the regional office said in a statement on Friday.</p>
<p>Traffic began at six in the morning, and the first to cross were people from two villages nearby.</p></article>"""


def said(text: str, at: int = 0) -> dict[str, Any]:
    return {"text": text, "start": at, "end": at + len(text)}


def claim(**fields: Any) -> dict[str, Any]:
    """A claim as the extractor gives it."""
    first = {"start": 0, "end": len(TEXT), "text": TEXT, "type": "accusation", "incident": None, **NOTHING}
    rest = {"publisher_stance": "relay", "polarity": "affirmed", "modality": "actual", "confidence": 0.7}
    return {**first, **rest, **fields}


def figure(**fields: Any) -> dict[str, Any]:
    first = {"low": 2000, "high": None, "quantifier": "MORE_THAN", "unit": "person", "item": "civilians"}
    return {**said("more than 2,000"), **first, **fields}


def test_a_claim_of_the_extractor_becomes_a_proposal() -> None:
    place = {**said("Kherson"), "geonameid": 706448, "lat": 46.6, "lon": 32.6, "precision": "settlement"}
    found = extracting.proposal(
        claim(
            speaker=said("The\narmy"),
            cue=said("blamed"),
            stance="support",
            accused=said("rebels"),
            place=place,
            date={**said("Friday"), "value": "2022-03-04"},
            incident=3,
        )
    )
    assert found == Proposal(
        start=0,
        end=len(TEXT),
        type="accusation",
        speaker="The army",
        cue="blamed",
        stance="support",
        publisher_stance="relay",
        date_text="Friday",
        date="2022-03-04",
        places=("Kherson",),
        confidence=0.7,
        polarity="affirmed",
        modality="actual",
        accused="rebels",
        incident=3,
        gazetteer={
            "Kherson": {
                "geonames": 706448,
                "precision": "settlement",
                "public_latitude": 46.6,
                "public_longitude": 32.6,
            }
        },
    )
    assert Proposal.of(json.loads(json.dumps(found.as_dict()))) == found, "it can be kept as plain data"


@pytest.mark.parametrize(
    ("given", "low", "high", "unit"),
    [
        ({}, "2000", None, "person"),
        ({"low": 7.0, "high": 10.0}, "7", "10", "person"),
        ({"low": 0.5, "unit": "", "item": "tonnes of grain"}, "0.5", None, "tonnes of grain"),
        ({"low": 9, "high": 4, "unit": "", "item": ""}, None, None, "unit"),
        ({"low": 1e30, "high": float("inf")}, None, None, "person"),
        ({"low": float("nan")}, None, None, "person"),
        ({"low": None, "high": 12345678.9}, None, "12345678.9", "person"),
    ],
)
def test_a_figure_keeps_its_bounds(given: dict[str, Any], low: str | None, high: str | None, unit: str) -> None:
    found = extracting.proposal(claim(type="figure", figure=figure(**given))).figure
    assert (found["low"], found["high"], found["unit"], found["quantifier"]) == (low, high, unit, "MORE_THAN")
    assert found["reported"] == "more than 2,000"


def test_a_province_is_no_spot_on_a_map() -> None:
    place = {**said("Kherson; Oblast"), "geonameid": 706442, "lat": 46.6, "lon": 33.0, "precision": "adm1"}
    found = extracting.proposal(claim(place=place))
    assert (found.places, found.gazetteer) == (
        ("Kherson, Oblast",),
        {"Kherson, Oblast": {"geonames": 706442, "precision": "adm1"}},
    )
    unknown = {**place, "geonameid": None, "precision": "unresolved"}
    assert extracting.proposal(claim(place=unknown)).gazetteer == {}


def test_it_is_the_proposer_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib

    monkeypatch.delenv("TOCSIN_PROPOSER")
    assert importlib.reload(product).PROPOSER == "tocsin.evidence.extracting.propose"
    monkeypatch.setenv("TOCSIN_PROPOSER", "")
    assert importlib.reload(product).PROPOSER == ""


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting.parser, "installed", lambda: True)
    monkeypatch.setattr(extracting.gazetteer, "installed", lambda: True)
    assert extracting.propose.objection() == ""
    monkeypatch.setattr(extracting.gazetteer, "installed", lambda: False)
    assert "pip install 'tocsin[extraction]'" in extracting.propose.objection()


@pytest.mark.django_db
def test_a_text_is_read_by_the_extractor_and_its_claims_are_recorded(
    home: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PROPOSER = "tocsin.evidence.extracting.propose"
    monkeypatch.setattr(extracting.parser, "installed", lambda: True)
    monkeypatch.setattr(extracting.gazetteer, "installed", lambda: True)
    article = make.article("Attack", body=[make.paragraph(TEXT)], live=True)
    asked: list[tuple[Any, ...]] = []

    def stand_in(text: str, *, language: str, published: Any) -> list[dict[str, Any]]:
        asked.append((language, str(published)))
        at = text.index(TEXT)
        return [
            claim(start=at, end=at + len(TEXT), speaker=said("The army"), cue=said("blamed"), accused=said("rebels"))
        ]

    monkeypatch.setattr(process, "read", stand_in)
    asking.ask([article], by=None)
    done = reading.read_next("a task")
    assert done
    assert (done.state, asked) == ("done", [("en", "2022-03-05")])
    text = spanning.anchored_text(article).text
    judging.accept(article, proposals(article, text).open, within=text, sensitivity=["not_sensitive"], by=None)
    recorded = Claim.objects.get()
    assert recorded.accusation.accused_text == "rebels"
    assert recorded.assertions.get().said_by == "The army"


@pytest.mark.django_db
def test_an_imported_page_is_read_when_that_is_wished(
    home: Any, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    def fetch(address: str) -> bytes:
        raise AssertionError(address)

    with pytest.raises(NothingReads):
        pages.bring_in(read_page(PAGE), pages.Wishes(propose=True), fetch=fetch)
    assert not ArticlePage.objects.exists(), "it is refused before anything is written"
    settings.PROPOSER = "tests.evidence.stand_in.propose"
    with django_capture_on_commit_callbacks(execute=True):
        made = pages.bring_in(read_page(PAGE), pages.Wishes(propose=True), fetch=fetch)
    assert not made.article.live
    assert [one.exact for one in Proposed.objects.filter(reading__article=made.article)] == [HOLD]
    with django_capture_on_commit_callbacks(execute=True):
        pages.bring_in(read_page(PAGE), pages.Wishes(again=True), fetch=fetch)
    assert Reading.objects.count() == 1


@pytest.mark.django_db
def test_corrections_are_printed_as_lines(home: Any, settings: Any) -> None:
    settings.PROPOSER = "tests.evidence.stand_in.propose"
    article = make.article("Kherson", body=[make.paragraph(BODY)], live=False)
    asking.ask([article], by=None)
    reading.read_next("a task")
    text = spanning.anchored_text(article).text
    judging.refuse(article, proposals(article, text).open, within=text, by=None)
    done = CliRunner().invoke(claims_command, ["corrections", "--format", "jsonl"])
    assert done.exit_code == 0, done.output
    lines = [json.loads(line) for line in done.output.splitlines()]
    assert (lines[0]["exact"], lines[0]["verdict"], len(lines)) == (HOLD, "refused", 3)
    assert text[lines[0]["start"] : lines[0]["end"]] == HOLD
