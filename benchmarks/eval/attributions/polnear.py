"""PolNeAR: English news, direct and indirect; brat annotations of source, cue and content."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path, PurePosixPath

from benchmarks.eval.attributions import baseline
from benchmarks.eval.attributions.scoring import ROLES, Marked, Tally, outermost, tokenize
from benchmarks.eval.tables import Figures, Skipped, folder, members, show
from tocsin.claims.extraction import Document, attributions
from tocsin.claims.extraction.results import Stretch

SET, ARCHIVE = "polnear", "polnear.tar.xz"
_COLUMNS = tuple(f"{role} {rate}" for role in ROLES for rate in "PRF")
_MOST = 150
"""Articles measured at most: more are sampled by the hash of their names, so that the same are always taken."""


def run(data: Path) -> Figures:
    """Print ours, the baseline's and the published figures; return ours."""
    texts, marks = _read(folder(data, SET, ARCHIVE) / ARCHIVE)
    names = [name for name in texts if marks[name]]
    if not names:
        raise Skipped(f"no annotated text in {SET}")
    chosen = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())[:_MOST]
    ours, rules, people = Tally(), Tally(), Tally()
    for name in chosen:
        text, tokens, wanted = texts[name], tokenize(texts[name]), marks[name][0]
        ours.add(tokens, outermost(attributions.find(Document(text))), wanted)
        rules.add(tokens, baseline.find(text), wanted)
    twice = [name for name in names if len(marks[name]) > 1]
    for name in twice:
        tokens = tokenize(texts[name])
        for one, other in combinations(marks[name], 2):
            people.add(tokens, one, other)
    show(
        f"{SET}: {len(chosen)} of {len(names)} articles; a token counts that lies in a stretch of the role; "
        "of nested attributions the outermost",
        _COLUMNS,
        [
            ("tocsin", ours.row()),
            ("rule baseline", rules.row()),
            (f"one annotator against another ({len(twice)} articles)", people.row()),
            ("published, learnt, on PARC3", ("", "", "0.78", "", "", "0.78", "", "", "0.82")),
            ("published, rules, on PARC3", ("", "", "0.22", "", "", "0.37", "", "", "0.49")),
        ],
    )
    figures = {f"polnear_{role}_f": ours.rates(role)[2] for role in ROLES}
    return figures | {f"polnear_{role}_above_baseline": ours.rates(role)[2] - rules.rates(role)[2] for role in ROLES}


def _read(archive: Path) -> tuple[dict[str, str], dict[str, list[list[Marked]]]]:
    """Return the texts by name, and for each the attributions of every annotator."""
    texts: dict[str, str] = {}
    marks: dict[str, list[list[Marked]]] = defaultdict(list)
    annotations: list[tuple[str, str]] = []
    for path, held in sorted(members(archive)):
        place = PurePosixPath(path)
        if place.suffix == ".txt":
            texts[f"{place.parent.parent.name}/{place.stem}"] = held.decode("utf-8")
        elif place.suffix == ".ann":
            stem = place.stem.rpartition("_")[0]
            annotations.append((f"{place.parent.parent.name}/{stem}", held.decode("utf-8")))
    for name, text in annotations:
        marks[name].append(list(_events(text)))
    return texts, marks


def _events(text: str) -> Iterator[Marked]:
    spans: dict[str, list[Stretch]] = {}
    for line in text.split("\n"):
        parts = line.split("\t")
        if len(parts) < 2:
            continue
        if line.startswith("T"):
            _label, _, places = parts[1].partition(" ")
            spans[parts[0]] = [_stretch(place) for place in places.split(";")]
        elif line.startswith("E"):
            roles: dict[str, list[Stretch]] = defaultdict(list)
            for item in parts[1].split():
                label, _, mark = item.partition(":")
                roles[label.rstrip("0123456789").lower()] += spans.get(mark, [])
            yield Marked(*(tuple(roles[role]) for role in ROLES))


def _stretch(text: str) -> Stretch:
    start, end = text.split()
    return int(start), int(end)
