"""Claims on one happening share a number."""

from __future__ import annotations

from datetime import date

from tests.claims.extraction.needs import needs_parser
from tocsin.claims.extraction import Claim, Document
from tocsin.claims.extraction.claims import casualties, incidents

pytestmark = needs_parser


def grouped(text: str) -> list[Claim]:
    document = Document(text, published=date(2020, 3, 5))
    return incidents.group(document, casualties.find(document))


def numbers(text: str) -> list[int | None]:
    return [claim.incident for claim in grouped(text)]


def test_the_attack_goes_on_about_the_one_before():
    text = "A bomb exploded at a market in Lima on Monday. The explosion killed two women. Three others were wounded."

    assert set(numbers(text)) == {1}


def test_another_day_is_another_incident():
    text = "A judge was murdered in Lima on 2 March.\n\nA farmer was murdered in Cusco on 7 January."

    assert numbers(text) == [1, 2]


def test_a_kidnapping_is_not_part_of_a_bombing():
    text = "A bomb exploded at a bank. In another town, rebels kidnapped a farmer."

    assert numbers(text) == [1, 2]


def test_a_claim_takes_the_day_and_place_of_its_incident():
    claims = grouped("A bomb exploded in Lima on 2 March 2020. The explosion killed two women.")

    assert {claim.date.value for claim in claims if claim.date} == {"2020-03-02"}
    assert {claim.place.text for claim in claims if claim.place} == {"Lima"}
    assert all(claim.date and claim.place for claim in claims)


def test_the_day_of_saying_is_not_the_day_of_the_act():
    [claim, *_] = grouped("The army said today that rebels killed a farmer.")

    assert claim.date is None


def test_the_dateline_is_neither_day_nor_place():
    [claim] = grouped("OSLO, 5 March 2020 (XNA) -- A farmer was killed by rebels.")

    assert claim.date is None
    assert claim.place is None or claim.place.precision == "country"


def test_an_accusation_is_about_what_was_told_before():
    claims = grouped("A bomb exploded in Lima. The police blamed the XLN.")

    assert [claim.incident for claim in claims if claim.type == "accusation"] == [1]


def test_a_long_text_is_read_in_good_time():
    sentence = "Rebels killed two farmers in Lima on Monday. The army blamed the XLN for the attack. "

    assert len(grouped(sentence * 150)) >= 300
