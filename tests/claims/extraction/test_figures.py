"""Quantities: value or range, quantifier, change, unit and item, in English."""

from __future__ import annotations

import pytest

from tocsin.claims.extraction import Document
from tocsin.claims.extraction.figures import find

E, A, M, L = "EXACT", "APPROXIMATELY", "MORE_THAN", "LESS_THAN"


def found(text, language="en"):
    return [(figure.low, figure.high, figure.quantifier) for figure in find(Document(text, language=language))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll stands at 2,000 plus.", [(2000, None, M)]),
        ("Dozens fled.", [(12, None, M)]),
        ("Tens of villages lost power.", [(10, None, M)]),
        ("Hundreds of homes burned.", [(100, None, M)]),
        ("Tens of thousands marched.", [(10_000, None, M)]),
        ("between 7 and 10 boats", [(7, 10, E)]),
        ("7-10 boats", [(7, 10, E)]),
        ("two to three weeks", [(2, 3, E)]),
        ("2 to 3 million people", [(2e6, 3e6, E)]),
        ("seven or eight people", [(7, 8, E)]),
        ("one million refugees", [(1e6, 1e6, A)]),
        ("half a million", [(5e5, 5e5, A)]),
        ("a family of six", [(6, 6, E)]),
        ("twice as many patients", [(2, 2, E)]),
        ("about 300 people", [(300, 300, A)]),
        ("some 300 people", [(300, 300, A)]),
        ("nearly 300 people", [(300, 300, A)]),
        ("at least 300 people", [(300, None, M)]),
        ("at least another 30 people", [(30, None, M)]),
        ("more than the 300 seats", [(300, None, M)]),
        ("up to 300 people", [(None, 300, L)]),
        ("as many as 300 people", [(None, 300, L)]),
        ("fewer than 300 people", [(None, 300, L)]),
        ("300 people or more", [(300, None, M)]),
        ("two thirds of the wells", [(2 / 3, 2 / 3, E)]),
        ("one and a half million", [(1.5e6, 1.5e6, E)]),
        ("two hundred and twelve sheep", [(212, 212, E)]),
        ("minus 12 degrees", [(-12, -12, E)]),
        ("2½ hours", [(2.5, 2.5, E)]),
    ],
)
def test_values_and_bounds(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bridge [3] was rebuilt.",
        "Call +44 20 7946 0123 today.",
        "Call 212-555-0123 today.",
        "Call 0800 123 456 today.",
        "It began in 2019.",
        "The 2018 vote was close.",
        "On March 7 the talks failed.",
        "On 7 March 2018 the talks failed.",
        "It starts at 11:30.",
        "It starts at 7 p.m. sharp.",
        "The 22nd regiment left.",
        "In the 1990s it was closed.",
        "An F-16 flew over.",
        "The G7 met.",
        "Cases of Covid-19 rose.",
        "Seats in Section 427 are sold.",
        "The Big 12 agreed.",
        "Version 2.0.1 is out.",
        "Rovers won 3-1.",
        "No one knew which one it was.",
        "The first half was dull.",
        "Agent 007 is back.",
    ],
)
def test_no_quantities(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "item"),
    [
        ("At least 12 civilians were killed.", "person", "civilians killed"),
        ("The blast killed 12 civilians.", "person", "civilians killed"),
        ("Another 30 were wounded.", "person", "wounded"),
        ("20 miles from the capital", "mile", ""),
        ("It cost US$5-10bn.", "dollar", ""),
        ("5.5 percent of voters", "percent", "voters"),
        ("for three years", "year", ""),
        ("a 45-year-old man", "year of age", "man"),
        ("Ann Holt, 34, was found.", "year of age", ""),
        ("50mph winds", "mile per hour", "winds"),
        ("$14.95 a month", "dollar per month", ""),
        ("tens of millions of euros", "euro", ""),
        ("40 houses", "", "houses"),
        ("five more bridges", "", "bridges"),
        ("7- or 8-inch guns", "inch", ""),
    ],
)
def test_units_and_items(text, unit, item):
    figure = find(Document(text))[0]
    assert (figure.unit, figure.item) == (unit, item)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose 6.5% in May.", "up"),
        ("Prices fell by about 6.5% in May.", "down"),
        ("Prices rose to 60 dollars.", ""),
        ("He gave up 30 points.", ""),
        ("Index -1.3%", "down"),
    ],
)
def test_change(text, change):
    assert find(Document(text))[0].change == change


def test_the_text_is_the_number_with_its_unit():
    text = "More than 3.5 million euros an hour."
    (figure,) = find(Document(text))
    assert (figure.text, text[figure.start : figure.end]) == ("3.5 million euros", "3.5 million euros")


def test_what_a_second_figure_leaves_out_is_taken_from_the_first():
    first, second = find(Document("12 soldiers were lost on Monday, compared with 30 in all of May."))
    assert (second.unit, second.item) == (first.unit, first.item) == ("person", "soldiers")


def test_a_text_in_capitals_is_read_as_any_other():
    (figure,) = find(Document("REBELS ATTACKED THE VILLAGE AND KILLED AT LEAST TWELVE PEASANTS IN THE NIGHT."))
    assert (figure.text, figure.low, figure.high, figure.unit) == ("TWELVE", 12, None, "person")


def test_a_text_is_read_once():
    document = Document("two trucks")
    assert find(document) is find(document)
