"""Places: events against human coordinates, names found in Ukrainian texts, countries of old agency reports."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.eval.tables import Figures, Skipped, f1, folder, members, show
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.places import find, finest, gazetteer
from tocsin.claims.extraction.places.areas import named
from tocsin.claims.extraction.places.folding import fold
from tocsin.claims.extraction.results import Place

Point = tuple[float, float]
_EARTH_KM = 6371.0
_FAR, _NEAR = 25, 5
_EVERY = 8
"""Old agency reports are many, and parsing takes time: one in so many is read."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_STORY = re.compile(r"^(?=(?:DEV|TST\d)-MUC\d-\d{4})", re.MULTILINE)
_SLOT = re.compile(r"^\d+\.\s+(MESSAGE: ID|INCIDENT: LOCATION)\s+(\S.*?)\s*$", re.MULTILINE)


def run(data: Path) -> Figures:
    """Print the tables of the sets that are there; return our figures."""
    figures: Figures = {}
    missing = []
    for evaluation in (bellingcat, airwars, ukrainian, agencies):
        try:
            figures |= evaluation(data)
        except Skipped as absent:
            missing.append(str(absent))
    if not figures:
        raise Skipped("; ".join(missing))
    for reason in missing:
        print(f"skipped: {reason}")
    return figures


def bellingcat(data: Path) -> Figures:
    """Score the place names of events in Ukraine; a plain lookup of the longest Ukrainian name stands beside."""
    name = "bellingcat-ukraine"
    events = json.loads((folder(data, name, "events.json") / "events.json").read_text(encoding="utf-8"))
    kept = [event for event in events if any(letter.isalpha() for letter in event.get("location") or "")]
    truths = [(float(event["latitude"]), float(event["longitude"])) for event in kept]
    ours = [_placed(event["location"], "Ukraine", event.get("description") or "") for event in kept]
    bare = [_placed(event["location"], "", "") for event in kept]
    plain = [_plain(event["location"]) for event in kept]
    rows = [("tocsin, as a story on Ukraine", ours), ("tocsin, the name alone", bare), ("plain lookup", plain)]
    counted = [(label, _rates(zip(found, truths, strict=True), len(kept))) for label, found in rows]
    show(
        f"{name}: {len(kept)} named events; within {_FAR} km of the human coordinates (SOURCE.txt, both halves, plain"
        " lookup: .94 matched, .85 of matched)",
        ("placed", "of named", "of placed"),
        [(label, (placed, far, far / (placed or 1))) for label, (placed, far, _near) in counted],
    )
    placed, far, _near = counted[0][1]
    return {"bellingcat_within_25km": far, "bellingcat_placed": placed, "bellingcat_alone": counted[1][1][1]}


def airwars(data: Path) -> Figures:
    """Score the place names of incidents in Gaza."""
    name = "airwars-gaza"
    lines = (folder(data, name, "incidents.jsonl") / "incidents.jsonl").read_text(encoding="utf-8").splitlines()
    kept = [one for one in map(json.loads, lines) if one.get("lat") is not None and one.get("location")]
    found = [_placed(one["location"], "", "") for one in kept]
    groups = {"all": kept, **{accuracy: [] for accuracy in sorted({str(one["geo_accuracy"]) for one in kept})}}
    rows = []
    for group in groups:
        chosen = [
            (place, (one["lat"], one["lon"]))
            for place, one in zip(found, kept, strict=True)
            if group in {"all", str(one["geo_accuracy"])}
        ]
        rows.append((f"{group} ({len(chosen)})", _rates(chosen, len(chosen))))
    show(f"{name}: the incidents' places by accuracy of their coding; share of all", ("placed", "25 km", "5 km"), rows)
    return {"airwars_within_25km": rows[0][1][1], "airwars_within_5km": rows[0][1][2]}


def ukrainian(data: Path) -> Figures:
    """Score the names found in Ukrainian texts against LOC, whole spans and any overlap."""
    name = "ner-uk-2.0"
    files = dict(members(folder(data, name, "ner-uk.tar.xz") / "ner-uk.tar.xz"))
    counts: Counter[str] = Counter()
    for path, marks in files.items():
        if not path.endswith(".ann"):
            continue
        text = files[path.removesuffix(".ann") + ".txt"].decode().replace("\r\n", "\n")
        places = [(place.start, place.end) for place in find(Document(text, language="uk"))]
        true = list(_locations(marks.decode()))
        counts["found"] += len(places)
        counts["true"] += len(true)
        counts["same"] += len(set(places) & set(true))
        counts["found_overlap"] += sum(any(a < d and c < b for c, d in true) for a, b in places)
        counts["true_overlap"] += sum(any(a < d and c < b for c, d in places) for a, b in true)
    exact = _f(counts["same"] / (counts["found"] or 1), counts["same"] / (counts["true"] or 1))
    overlap = _f(counts["found_overlap"] / (counts["found"] or 1), counts["true_overlap"] / (counts["true"] or 1))
    show(
        f"{name}: {counts['true']} LOC (streets, buildings and rivers among them), spans",
        ("P", "R", "F1"),
        [("exact", exact), ("overlapping", overlap)],
    )
    return {"ner_uk_precision": exact[0], "ner_uk_recall": exact[1], "ner_uk_f1": exact[2]}


def agencies(data: Path) -> Figures:
    """Score the countries of incidents: whether one is named, or holds a place found, in the report."""
    name = "muc3-muc4"
    texts: dict[str, str] = {}
    keys: dict[str, tuple[str, str]] = {}
    for path, content in members(folder(data, name, "muc34.tar.xz") / "muc34.tar.xz"):
        said = content.decode("latin-1")
        if re.search(r"/CORPORA/\w+/key-", path):
            keys |= _incidents(said)
        elif re.search(r"/CORPORA/\w+/(?:dev|tst\d)-muc\d", path):
            texts |= {story.split(None, 1)[0]: story for story in _STORY.split(said)[1:]}
    known = [(story, texts[story], where) for story, where in keys.items() if where and story in texts]
    known = [one for index, one in enumerate(sorted(known)) if index % _EVERY == 0]
    held = first = towns = towns_found = 0
    for _story, text, where in known:
        places = find(Document(text.partition("\n")[2]))
        countries = Counter(place.country for place in places if place.country)
        held += where[0] in countries
        first += bool(countries) and countries.most_common(1)[0][0] == where[0]
        if where[1]:
            towns += 1
            towns_found += any(fold(place.text).startswith(where[1]) and place.country == where[0] for place in places)
    show(
        f"{name}: {len(known)} reports of one country (every {_EVERY}th), places of the keys",
        ("country found", "commonest country", "town or province found"),
        [("tocsin", (held / (len(known) or 1), first / (len(known) or 1), towns_found / (towns or 1)))],
    )
    return {"muc_country": held / (len(known) or 1), "muc_commonest": first / (len(known) or 1)}


def _placed(location: str, country: str, description: str) -> Place | None:
    """Return the finest place in *location*, read in a text on *country* that goes on with *description*."""
    head = f"{country}\n\n" if country else ""
    text = f"{head}{location}\n\n{description}"
    end = len(head) + len(location)
    return finest([place for place in find(Document(text)) if len(head) <= place.start < end])


def _plain(location: str) -> Place | None:
    """Look the longest Ukrainian name up and take the largest place of that name."""
    words = _WORD.findall(location)
    best: tuple[int, gazetteer.Candidate] | None = None
    for first in range(len(words)):
        for last in range(first + 1, min(first + 5, len(words)) + 1):
            key = fold(" ".join(words[first:last]))
            towns = [town for town in gazetteer.lookup(key) if town.country == "UA"]
            if towns and (best is None or len(key) > best[0]):
                best = len(key), towns[0]
    if best is None:
        return None
    return Place(0, len(location), location, best[1].id, best[1].lat, best[1].lon, "settlement", "UA")


def _rates(found: Iterable[tuple[Place | None, Point]], count: int) -> tuple[float, float, float]:
    """Return the shares placed, placed within 25 km and within 5 km."""
    distances = [
        _kilometres((place.lat, place.lon), truth)
        for place, truth in found
        if place is not None and place.lat is not None and place.lon is not None
    ]
    far, near = (sum(distance <= limit for distance in distances) for limit in (_FAR, _NEAR))
    return len(distances) / (count or 1), far / (count or 1), near / (count or 1)


def _kilometres(one: Point, other: Point) -> float:
    lat, lon, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


def _locations(marks: str) -> Iterator[tuple[int, int]]:
    for line in marks.splitlines():
        parts = line.replace("\t", " ").split(" ")
        if parts[1:2] == ["LOC"]:
            yield int(parts[2]), int(parts[3])


def _incidents(said: str) -> dict[str, tuple[str, str]]:
    """Return by story the code of the country of its incidents and the finest town, of stories with one country."""
    where: dict[str, list[tuple[str, str]]] = {}
    story = ""
    for slot, value in _SLOT.findall(said):
        if slot == "MESSAGE: ID":
            story = value.split()[0]
        elif value[0].isalpha() and "/" not in value:
            country, *parts = (part.strip() for part in value.split(":"))
            area = [one for one in named(fold(country), "en") if one.precision == "country"]
            if area:
                towns = [
                    part.split("(")[0].strip() for part in parts if re.search("CITY|TOWN|DEPARTMENT|CAPITAL", part)
                ]
                where.setdefault(story, []).append((area[0].country, fold(towns[-1]) if towns else ""))
    return {story: found[0] for story, found in where.items() if len({country for country, _town in found}) == 1}


def _f(precision: float, recall: float) -> tuple[float, float, float]:
    return precision, recall, f1(precision, recall)
