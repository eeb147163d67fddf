"""What holds for every time: exact spans, readable values, the anchor and its basis."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.claims.extraction import Document, Time
from tocsin.claims.extraction.times import calendar, find
from tocsin.claims.extraction.times.words import LANGUAGES
from tocsin.lib import edtf

PUBLISHED = date(2022, 3, 5)
DURATION = re.compile(
    r"P(?=.)(?:[\dX]+Y)?(?:[\dX]+M)?(?:[\dX]+W)?(?:[\dX]+D)?(?:T(?:[\dX]+H)?(?:[\dX]+M)?(?:[\dX]+S)?)?"
)
PIECES = st.sampled_from(
    [
        "on",
        "in",
        "last",
        "next",
        "Monday",
        "may",
        "March",
        "5",
        "12",
        "1939",
        "2022",
        "th",
        "of",
        "the",
        "–",
        "-",
        "/",
        ":",
        ".",
        ",",
        "(",
        ")",
        "\n",
        "04:30",
        "5.3.2022",
        "2022-03-05",
        "am",
        "from",
        "to",
        "and",
        "since",
        "until",
        "by",
        "two",
        "weeks",
        "ago",
        "90",
        "s",
        "early",
        "mid",
        "19th",
        "XX",
        "century",
        "night",
        "morning",
        "every",
        "every",
        "hour",
        "half",
        "quarter",
        "first",
        "29",
        "February",
        "31",
        "9999",
        "0",
        "days",
        "в",
        "у",
        "з",
        "до",
        "по",
        "ніч",
        "на",
        "березня",
        "року",
        "тому",
        "минулого",
        "тижня",
        "р.",
        "до",
        "н.",
        "е.",
        "20-х",
        "ХІХ",
        "століття",
        "через",
        "прошлой",
        "неделе",
        "назад",
        "лет",
        "el",
        "de",
        "del",
        "año",
        "pasado",
        "hace",
        "semanas",
        "siglo",
        "y",
        "nächsten",
        "vor",
        "im",
        "Jahr",
        "٥",
        "مارس",
        "½",
        "500",
        "00",
        "1",
        "a",
    ]
)


def values(text: str, language: str = "en", published: date | None = PUBLISHED) -> list[str]:
    return [time.value for time in find(Document(text, language=language, published=published))]


def only(text: str, language: str = "en", published: date | None = PUBLISHED) -> Time:
    (time,) = find(Document(text, language=language, published=published))
    return time


def test_words_that_need_an_anchor_say_what_it_is() -> None:
    assert only("It fell yesterday.").anchor_basis == "publication"
    assert only("It fell on 3 May 2014.").anchor_basis == ""


def test_without_an_anchor_relative_words_are_found_but_have_no_value() -> None:
    time = only("It fell two days ago.", published=None)

    assert (time.text, time.value, time.anchor_basis) == ("two days ago", "", "")


def test_without_an_anchor_a_date_without_a_year_keeps_unspecified_digits() -> None:
    assert values("It fell on 5 March.", published=None) == ["XXXX-03-05"]
    assert values("It fell in March.", published=None) == ["XXXX-03"]


def test_a_time_of_day_without_a_day_is_a_time_of_day() -> None:
    assert values("It fell at 04:30.", published=None) == ["T04:30:00"]


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, March 3 (Agency) — ",
        "KYIV, 3 March (Agency) -- ",
        "KYIV, 3 MAR 22 (AGENCY) -- [TEXT] ",
        "SAN MARCOS (Freedonia), March 3, 2022 – ",
    ],
)
def test_relative_words_count_from_the_dateline(dateline: str) -> None:
    *_, time = find(Document(f"{dateline}A shell hit the school yesterday.", published=PUBLISHED))

    assert (time.text, time.value, time.anchor_basis) == ("yesterday", "2022-03-02", "dateline")


def test_a_dateline_with_its_year_needs_no_day_of_publication() -> None:
    *_, time = find(Document("SAN MARCOS, 3 JAN 90 (AGENCY) -- [TEXT] TWO MEN DIED LAST NIGHT IN THE OLD TOWN."))

    assert (time.text, time.value, time.anchor_basis) == ("LAST NIGHT", "1990-01-02", "dateline")


def test_an_old_dateline_is_no_anchor() -> None:
    *_, time = find(Document("KYIV, 3 January 2021 (Agency) — It fell yesterday.", published=PUBLISHED))

    assert (time.value, time.anchor_basis) == ("2022-03-04", "publication")


def test_a_text_in_capitals_is_read_as_any_other() -> None:
    text = "SAN MARCOS, 24 FEB 90 -- THE MAYOR SAID ON 20 FEBRUARY THAT REBELS MAY ATTACK EARLY THIS MORNING."

    assert values(text, published=None) == ["1990-02-24", "1990-02-20", "1990-02-24"]


def test_a_broken_line_does_not_part_a_date() -> None:
    assert values("THE REBELS, SAID THE MAYOR OF THE OLD TOWN, CAME ON 5\nJANUARY AND LEFT ON 7 JANUARY 2021.") == [
        "2022-01-05",
        "2021-01-07",
    ]


def test_dates_of_a_history_hang_on_the_ones_before() -> None:
    text = (
        "The war began on 3 May 1866. In June the rebels took the fort. On 9 December the king fled. "
        "On 1 January the queen returned. Two days later she was crowned. The peace of 1868 held."
    )
    times = find(Document(text, published=PUBLISHED))

    assert [time.value for time in times] == ["1866-05-03", "1866-06", "1866-12-09", "1867-01-01", "1867-01-03", "1868"]
    assert times[1].anchor_basis == "event"


def test_words_such_as_the_same_day_count_from_the_day_told_before() -> None:
    assert values("The bridge fell on 1 March. The same day the dam burst. The next day it rained.") == [
        "2022-03-01",
        "2022-03-01",
        "2022-03-02",
    ]


def test_the_side_of_a_weekday_follows_the_verb() -> None:
    assert values("The envoy said on Thursday that talks will resume on Tuesday.") == ["2022-03-03", "2022-03-08"]


def test_words_alone_look_ahead() -> None:
    assert values("Thursday") == ["2022-03-10"]
    assert values("in two weeks") == ["2022-03-19"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Es geschah am 5. März 2021.", "de", "2021-03-05"),
        ("C'est arrivé le 5 mars 2021.", "fr", "2021-03-05"),
        ("To było 5 marca 2021 r. rano.", "pl", "2021-03-05"),
        ("Foi em 5 de março de 2021.", "pt", "2021-03-05"),
        ("5 Mart 2021 günü oldu.", "tr", "2021-03-05"),
        ("È successo il 5 marzo 2021.", "it", "2021-03-05"),
        ("حدث ذلك في 5 مارس 2021.", "ar", "2021-03-05"),
        ("Es geschah vor zwei Tagen.", "de", "2022-03-03"),
        ("C'est arrivé il y a deux jours.", "fr", "2022-03-03"),
        ("C'est arrivé la semaine dernière.", "fr", "2022-02-21/2022-02-27"),
        ("Stało się to dwa dni temu.", "pl", "2022-03-03"),
        ("Aconteceu há dois dias.", "pt", "2022-03-03"),
        ("İki gün önce oldu.", "tr", "2022-03-03"),
        ("Gebeurd op 05.03.2021.", "nl", "2021-03-05"),
        ("2021-03-05", "zh", "2021-03-05"),
    ],
)
def test_other_languages_are_read_as_far_as_is_safe(text: str, language: str, value: str) -> None:
    assert value in values(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The company made 2,000 shells in 45 minutes flat for 1936 people",
        "March on the capital, they may",
        "He was 45 years old",
        "Call 555 1914 12",
        "Version 1.2.3 of 10.0.0.1",
    ],
)
def test_numbers_and_words_that_look_like_dates_are_none(text: str) -> None:
    assert [time.text for time in find(Document(text, published=PUBLISHED)) if time.kind != "duration"] == []


def test_easter_is_known() -> None:
    assert calendar.easter(2022) == date(2022, 4, 17)
    assert calendar.easter(2022, orthodox=True) == date(2022, 4, 24)
    assert calendar.easter(1000) is None


@given(
    st.sampled_from([*LANGUAGES, "zh"]),
    st.lists(PIECES, max_size=14),
    st.sampled_from([None, PUBLISHED, date.min, date.max]),
)
@settings(max_examples=80, deadline=None)
def test_any_words_of_time_give_exact_spans_and_readable_values(
    language: str, pieces: list[str], published: date | None
) -> None:
    text = " ".join(pieces)
    times = find(Document(text, language=language, published=published))

    assert times == find(Document(text, language=language, published=published))
    for time in times:
        assert text[time.start : time.end] == time.text
        assert time.kind in ("date", "time", "duration", "range", "set")
        assert readable(time)
    assert all(one.end <= other.start for one, other in pairwise(times))


@given(st.text(max_size=80))
@settings(max_examples=50, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for time in find(Document(text, language="uk", published=PUBLISHED)):
        assert text[time.start : time.end] == time.text


def readable(time: Time) -> bool:
    """Tell whether the value is of the form its kind promises; see docs/newsroom/extraction.md."""
    if not time.value or re.fullmatch(r"(?:/?(?:XXXX-\d\d(?:-\d\d)?|\.\.)){1,2}|T\d\d:\d\d:\d\d", time.value):
        return True
    if time.kind == "duration":
        return all(DURATION.fullmatch(part) for part in time.value.split("/"))
    if time.kind == "set":
        return time.value.startswith("R/") and bool(DURATION.fullmatch(time.value[2:]))
    return far(time.value) or bool(edtf.read(time.value))


def far(value: str) -> bool:
    """Tell whether a value lies outside the years that the desk takes, 1000 to 2999."""
    return any(not 1000 <= int(year) <= 2999 for year in re.findall(r"(?:^|(?<=/))(-?\d{4})(?=-|/|~|$)", value))
