"""Quantities in other languages than English."""

from __future__ import annotations

import pytest

from tocsin.claims.extraction import Document
from tocsin.claims.extraction.figures import find
from tocsin.claims.extraction.figures.words import WRITTEN, language

E, A, M, L = "EXACT", "APPROXIMATELY", "MORE_THAN", "LESS_THAN"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("uk", "Понад 60 тис. грн", [(60_000, None, M, "hryvnia")]),
        ("uk", "близько двохсот осіб", [(200, 200, A, "person")]),
        ("uk", "Загинули дванадцять людей.", [(12, 12, E, "person")]),
        ("uk", "3,5 млн євро", [(3.5e6, 3.5e6, E, "euro")]),
        ("uk", "півтора мільйона біженців", [(1.5e6, 1.5e6, E, "person")]),
        ("uk", "від 5 до 10 кілометрів", [(5, 10, E, "kilometre")]),
        ("uk", "до 20 км", [(None, 20, L, "kilometre")]),
        ("uk", "п'ять-шість років", [(5, 6, E, "year")]),
        ("uk", "двадцять п'ять будинків", [(25, 25, E, "")]),
        ("uk", "десятки тисяч людей", [(10_000, None, M, "person")]),
        ("uk", "кілометрів десять", [(10, 10, A, "kilometre")]),
        ("uk", "1 200 осіб", [(1200, 1200, E, "person")]),
        ("uk", "не менше ніж 15 відсотків", [(15, None, M, "percent")]),
        ("uk", "у 2019 році, 12.05.2021, о 7 ранку, 5-й поверх, 17 травня", []),
        ("uk", "Без світла 34 тисячі родин.", [(34_000, 34_000, E, "household")]),
        ("uk", "Загинув чоловік, 61 рік.", [(61, 61, E, "year of age")]),
        ("ru", "Погибла 61-летняя женщина и двое её детей.", [(61, 61, E, "year of age"), (2, 2, E, "person")]),
        ("ru", "Эвакуировано 40 семей.", [(40, 40, E, "household")]),
        ("es", "Huyeron 40 familias y 12 hogares.", [(40, 40, E, "household"), (12, 12, E, "household")]),
        ("es", "Murió una mujer de 61 años.", [(61, 61, E, "year of age")]),
        ("es", "Una condena de 61 años.", [(61, 61, E, "year")]),
        ("ru", "Погибли пятнадцать человек.", [(15, 15, E, "person")]),
        ("ru", "более 60 тыс. рублей", [(60_000, None, M, "rouble")]),
        ("ru", "около двухсот домов", [(200, 200, A, "")]),
        ("ru", "полтора миллиона долларов", [(1.5e6, 1.5e6, E, "dollar")]),
        ("ru", "с пятью тысячами солдат", [(5000, 5000, E, "person")]),
        ("ru", "от трёх до пяти лет", [(3, 5, E, "year")]),
        ("ru", "25-тысячная толпа", [(25_000, 25_000, E, "")]),
        ("ru", "в 2014 году, в 7 часов утра, 34-ю", []),
        ("es", "más de 300 personas", [(300, None, M, "person")]),
        ("es", "unos 1.500 soldados", [(1500, 1500, A, "person")]),
        ("es", "3,5 millones de euros", [(3.5e6, 3.5e6, E, "euro")]),
        ("es", "dos mil millones de dólares", [(2e9, 2e9, E, "dollar")]),
        ("es", "entre el 7 y el 10 %", [(7, 10, E, "percent")]),
        ("es", "al menos treinta y dos casas", [(32, None, M, "")]),
        ("es", "medio millón", [(5e5, 5e5, A, "")]),
        ("es", "hasta 20 kilómetros", [(None, 20, L, "kilometre")]),
        ("es", "en 2019, el 5 de marzo, a las 7 de la tarde, los años 80", []),
        ("de", "mehr als 1.200 Menschen", [(1200, None, M, "person")]),
        ("de", "rund 3,5 Mio. Euro", [(3.5e6, 3.5e6, A, "euro")]),
        ("de", "dreiundzwanzig Kilometer", [(23, 23, E, "kilometre")]),
        ("fr", "environ 1 200 personnes", [(1200, 1200, A, "person")]),
        ("fr", "quatre-vingt-dix euros", [(90, 90, E, "euro")]),
        ("pl", "ponad 5 tys. osób", [(5000, None, M, "person")]),
        ("pt", "cerca de 20 mil pessoas", [(20_000, 20_000, A, "person")]),
        ("it", "almeno ventitré persone", [(23, None, M, "person")]),
        ("tr", "yaklaşık 30 bin kişi", [(30_000, 30_000, A, "person")]),
        ("ar", "أكثر من ٣٥ شخصا", [(35, None, M, "person")]),
        ("fa", "۱۲ نفر", [(12, 12, E, "person")]),
        ("he", "12 מיליון דולר", [(12e6, 12e6, E, "dollar")]),
        ("be", "каля 40 км", [(40, 40, A, "kilometre")]),
        ("bg", "над 300 души", [(300, None, M, "person")]),
        ("ro", "peste 300 de persoane", [(300, None, M, "person")]),
        ("kk", "5 млн теңге", [(5e6, 5e6, E, "tenge")]),
        ("hi", "5 लाख रुपये", [(5e5, 5e5, E, "rupee")]),
        ("zh", "超过3万美元", [(30_000, None, M, "dollar")]),
        ("ja", "12 km", [(12, 12, E, "kilometre")]),
    ],
)
def test_quantities(code, text, expected):
    figures = find(Document(text, language=code))
    assert [(figure.low, figure.high, figure.quantifier, figure.unit) for figure in figures] == expected


@pytest.mark.parametrize("code", sorted(WRITTEN))
def test_every_language_has_its_words(code):
    words = language(code)
    assert words.decimal in ".,"
    assert all(value > 0 for value in words.scales.values())
    assert words.lone <= set(words.parts)
    assert words.ones <= set(words.numbers) or not words.numbers
