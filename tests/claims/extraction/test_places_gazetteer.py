"""The compiled gazetteer and the keys names meet under."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tocsin.claims.extraction import Document
from tocsin.claims.extraction.places import areas, find, gazetteer, use
from tocsin.claims.extraction.places.compile import MAIN, TRANSLITERATED, compile_to, entries, keys
from tocsin.claims.extraction.places.folding import fold, loose, roman
from tocsin.claims.extraction.places.inflection import nominatives
from tocsin.claims.extraction.places.spelling import one_slip

TOWN = {
    "geonameid": 1,
    "name": "Vyshneve",
    "latitude": 50.1,
    "longitude": 30.2,
    "countrycode": "UA",
    "population": 900,
    "timezone": "Europe/Kyiv",
    "admin1code": "13",
    "alternatenames": ["VSH", "Вишневе", "Wyschnewe", "vi shi", "O"],
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    cities = {str(number): {**TOWN, "geonameid": number, "population": number} for number in range(1, 4)}
    (folder / "cities500.json").write_text(json.dumps(cities), encoding="utf-8")
    country = {"UA": {"geonameid": 9, "capital": "Kyiv", "neighbours": "PL,MD"}}
    (folder / "countries.json").write_text(json.dumps(country), encoding="utf-8")
    return folder


def test_cities_are_read_one_by_one(package: Path) -> None:
    assert [city["geonameid"] for city in entries(package / "cities500.json")] == [1, 2, 3]


def test_codes_and_transcriptions_are_no_names() -> None:
    found = keys(TOWN)
    assert found["vyshneve"] == MAIN
    assert "вишневе" in found
    assert not {"vsh", "vi shi", "o"} & set(found)
    assert TRANSLITERATED in found.values()


def test_the_compiled_file_appears_whole(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "cache" / "made.sqlite3"
    compile_to(target, package)
    compile_to(target, package)
    assert [path.name for path in target.parent.iterdir()] == ["made.sqlite3"]


def test_without_the_package_only_areas_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gazetteer, "_PACKAGE", "no_such_package")
    use(tmp_path)
    areas.seat_of.cache_clear()
    try:
        found = find(Document("У Польщі та в Києві тихо.", language="uk"))
    finally:
        monkeypatch.undo()
        gazetteer._folder.clear()
        use_default()
    assert [(place.text, place.precision, place.geonameid) for place in found] == [("Польщі", "country", None)]
    assert list(tmp_path.iterdir()) == []


def use_default() -> None:
    for remembered in (
        gazetteer._opened,
        gazetteer.lookup,
        gazetteer.opens_longer,
        gazetteer.area,
        gazetteer.country_id,
    ):
        remembered.cache_clear()
    areas.seat_of.cache_clear()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zaporizhzhia", "Zaporizhzhya"),
        ("Khan Younis", "Khan Yunis"),
        ("Kyïv", "Kyiv"),
        ("Sviatohirsk", "Svyatohirs'k"),
        ("Izyum", "Izium"),
    ],
)
def test_transliterations_meet(one: str, other: str) -> None:
    assert loose(fold(one)) == loose(fold(other))


def test_a_cyrillic_name_meets_its_latin_one() -> None:
    assert loose(roman(fold("Чугуїв"))) == loose(fold("Chuhuiv")).replace("h", "g")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("маріуполі", "маріуполь"),
        ("харкова", "харків"),
        ("києвом", "київ"),
        ("одесою", "одеса"),
        ("черкасах", "черкаси"),
        ("вінниці", "вінниця"),
        ("запоріжжям", "запоріжжя"),
        ("рівному", "рівне"),
        ("розі", "ріг"),
        ("москве", "москва"),
        ("казани", "казань"),
        ("ростове", "ростов"),
        ("авдіївці", "авдіївка"),
    ],
)
def test_the_dictionary_form_is_among_those_tried(form: str, name: str) -> None:
    assert name in nominatives(form)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("hostomel", "homstomel", True),
        ("donetsk", "dontesk", True),
        ("kherson", "kharson", True),
        ("kherson", "kherson", False),
        ("kherson", "kharkiv", False),
        ("bucha", "buchach", False),
    ],
)
def test_one_slip(one: str, other: str, alike: bool) -> None:
    assert one_slip(one, other) is alike
