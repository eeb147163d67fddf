"""Personal details: what is held of made-up ones in many countries' forms, and what of the news."""

from __future__ import annotations

import random
import re
import tarfile
import warnings
from collections.abc import Iterator
from functools import partial

import phonenumbers
import pytest
from faker import Faker
from hypothesis import given
from hypothesis import strategies as st

from tests import shared
from tests.claims.extraction import attacks_on_patterns
from tests.timing import seconds
from tocsin.comments.screening import details, links, markup
from tocsin.comments.screening.details import addresses, coordinates, documents, emails, numbers, phones

NEWS = shared.DATA / "ntrex-parallel-news" / "ntrex.tar.xz"
COUNTRIES = [
    "en_US",
    "en_GB",
    "uk_UA",
    "ru_RU",
    "es_ES",
    "fr_FR",
    "de_DE",
    "pl_PL",
    "it_IT",
    "pt_BR",
    "tr_TR",
    "ar_SA",
    "fa_IR",
]
KINDS = {
    "phone_number": "phone",
    "email": "email",
    "address": "address",
    "passport_number": "document",
    "ssn": "document",
    "iban": "document",
    "license_plate": "document",
    "credit_card_number": "document",
    "latlng": "coordinates",
}
SAID = [
    "{}",
    "Call him: {}",
    "{} — he lives there",
    "пишіть: {}",
    "هذا {} له",
    "Aquí: {}.",
    "It is {}, everybody knows",
]


def made_up(count: int, seed: int) -> list[tuple[str, str, str]]:
    """*count* personal details of every kind and country, each with its country and what it is."""
    dice = random.Random(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        people = {country: Faker(country) for country in COUNTRIES}
    made = []
    for at, person in enumerate(people.values()):
        person.seed_instance(seed + at)
    for at in range(count):
        country = COUNTRIES[at % len(COUNTRIES)]
        kind = dice.choice(list(KINDS))
        value = getattr(people[country], kind)()
        written = ", ".join(map(str, value)) if kind == "latlng" else str(value)
        made.append((country, kind, dice.choice(SAID).format(written)))
    return made


@pytest.mark.parametrize("seed", [7, 2022])
def test_of_500_made_up_details_at_least_95_in_100_are_held(seed: int) -> None:
    missed = [one for one in made_up(500, seed) if not details.find(one[2])]
    assert len(missed) <= 25, missed


def test_example_numbers_of_all_countries_are_held_in_every_international_form() -> None:
    forms = (
        phonenumbers.PhoneNumberFormat.E164,
        phonenumbers.PhoneNumberFormat.INTERNATIONAL,
        phonenumbers.PhoneNumberFormat.RFC3966,
    )
    written = [
        phonenumbers.format_number(number, form)
        for region in phonenumbers.SUPPORTED_REGIONS
        if (number := phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE))
        for form in forms
    ]
    missed = [one for one in written if not details.find(one)]
    assert (len(written) > 600, missed) == (True, [])


@shared.needs(NEWS)
def test_of_500_lines_of_news_with_figures_at_most_5_in_100_are_held() -> None:
    lines = []
    with tarfile.open(NEWS) as archive:
        for member in archive.getmembers():
            text = archive.extractfile(member).read().decode("utf-8-sig")
            lines += [line for line in text.splitlines() if any(one.isdecimal() for one in line)]
    some = random.Random(5).sample(lines, 500)
    held = [(line, found) for line in some if (found := details.find(line))]
    assert len(held) <= 25, held


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Дзвони 067 123-45-67 до вечора", "phone", "067 123-45-67"),
        ("هاتفه ٠٥٠١٢٣٤٥٦٧", "phone", "٠٥٠١٢٣٤٥٦٧"),
        ("tel. 22158", "phone", "22158"),
        (
            "0\u200b6\u200b7\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7",
            "phone",
            "0\u200b6\u200b7\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7",
        ),
        ("０６７１２３４５６７", "phone", "０６７１２３４５６７"),
        ("O67 l23 45 67", "phone", "O67 l23 45 67"),
        ("nine eight seven six five four three two", "phone", "nine eight seven six five four three two"),
        ("нуль шість сім один два три чотири п'ять", "phone", "нуль шість сім один два три чотири п'ять"),
        ("write to olha.k@example.org.", "email", "olha.k@example.org"),
        ("olha (at) example [dot] org", "email", "olha (at) example [dot] org"),
        ("olha собака example крапка com", "email", "olha собака example крапка com"),
        ("вул. Хрещатик, 22, кв. 5", "address", "вул. Хрещатик, 22"),
        ("He lives at 12 Baker Street with her", "address", "12 Baker Street"),
        ("Hauptstraße 5", "address", "Hauptstraße 5"),
        ("паспорт СН 123456", "document", "СН 123456"),
        ("card 4111 1111 1111 1111", "document", "4111 1111 1111 1111"),
        ("DE89 3704 0044 0532 0130 00", "document", "DE89 3704 0044 0532 0130 00"),
        ("номер АА 1234 ВС", "document", "АА 1234 ВС"),
        ("at 50.4501, 30.5234 now", "coordinates", "50.4501, 30.5234"),
        ("8GX5+2V Kyiv", "coordinates", "8GX5+2V"),
        ("https://maps.google.com/?q=here", "coordinates", "maps.google.com/?q=here"),
    ],
)
def test_a_detail_is_found_where_it_stands(text: str, kind: str, words: str) -> None:
    found = details.find(text)
    assert (kind, words) in [(one.kind, one.text) for one in found]
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "S-300, T-72B3, BMP-2, F-16, Ka-52, M142, COVID-19, MH17, Resolution UN 2254 of 2015",
        "On 24.02.2022 at 04:30 – 05:10 about 190,000 troops and 1 000 000 people",
        "6-4 3-6 7-5; 2014–2022, 2014/15; 155 mm; 500 USD; 1,500.50 EUR; 3.5 to 4.25 percent",
        "https://www.example.org/news/world-60506682",
        "Chapter 5, page 12, verse 23:4. Look at this. Then go.",
        "У 2022 році загинули 1 500 людей, ще 12 000 поранено",
        "في عام ٢٠٢٢ قُتل ١٥٠٠ شخص",
    ],
)
def test_what_news_is_full_of_is_let_pass(text: str) -> None:
    assert details.find(text) == []


@given(st.text(max_size=300))
def test_no_text_breaks_the_search(text: str) -> None:
    found = details.find(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(one.kind in details.KINDS and one.start < one.end for one in found)


@given(
    st.lists(
        st.sampled_from(["7", "0", " ", "-", ".", "(", "+", "@", "a", "д", "ул", "٣", ",", "\n", "No", "°", "'"]),
        max_size=80,
    )
)
def test_no_mix_of_figures_and_marks_breaks_the_search(parts: list[str]) -> None:
    details.find("".join(parts))


def attacks(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Texts of *size* that press on each repetition of *pattern*, as the extractor's are attacked."""
    parsed = attacks_on_patterns._parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for before, pump in {("", "a"), ("", " "), ("", "7"), ("", "7 "), *attacks_on_patterns.pumps(parsed)}:
        yield before + pump * (size // len(pump)) + "\0"
        yield (before + pump) * (size // len(before + pump)) + "\0"


def slowest(pattern: re.Pattern[str], size: int) -> float:
    """Seconds of the processor that the worst attack takes."""
    return max(seconds(partial(_searched, pattern, attack)) for attack in attacks(pattern, size))


def _searched(pattern: re.Pattern[str], text: str) -> None:
    for _found in pattern.finditer(text):
        pass


def test_every_pattern_is_linear() -> None:
    assert slowest(re.compile(r"(?:a|a\s?)+b"), 24) > 0.1, "the check finds a pattern that is not linear"
    patterns = [*addresses._PATTERNS]
    for module in (addresses, coordinates, documents, emails, numbers, phones, links, markup):
        patterns += [one for one in vars(module).values() if isinstance(one, re.Pattern)]
    assert len(patterns) > 50
    assert [one.pattern[:80] for one in patterns if slowest(one, 1_000) > 0.1 or slowest(one, 8_000) > 0.2] == []


def test_a_row_of_strokes_is_searched_in_time() -> None:
    text = "0" + "|" * 60 + " x"
    assert details.find(text) == []
    assert seconds(lambda: details.find(text)) < 1


def test_a_long_text_is_searched_in_time() -> None:
    text = "Дзвоніть 067 123-45-67, вул. Шевченка, 5, кв. 12, or mail olha at example dot org; 50.4501, 30.5234. " * 200
    assert len(details.find(text)) >= 600
    assert seconds(lambda: details.find(text)) < 3
