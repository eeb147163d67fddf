"""NER-UK 2.0: Ukrainian news and prose with spans of dates, times and periods, without values.

Their guide leaves prepositions out; ours are cut off before spans are compared (``з 2014 року`` is ``2014 року``).
A date tagged inside a tagged period is not counted. Repeating times ("every Monday") are no entity there and are left
out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.eval.dates.histories import archive
from benchmarks.eval.tables import Figures, f1, members, show
from tocsin.claims.extraction import Document, Time
from tocsin.claims.extraction.times import find

SET, ARCHIVE = "ner-uk-2.0", "ner-uk.tar.xz"
TYPES = ("DATE", "PERIOD", "TIME")
_LEADING = re.compile(
    r"(?:(?:починаючи|станом|не пізніше)\s+)?"
    r"(?:з|із|зі|від|до|після|між|на|у|в|о|об|під час|протягом|упродовж|впродовж|через)\s+",
    re.IGNORECASE,
)
Span = tuple[int, int]


def texts(data: Path) -> Iterator[tuple[str, str, list[tuple[str, Span]]]]:
    """Yield name, text and the spans of time of each text."""
    files = {name: content for name, content in members(archive(data, SET, ARCHIVE)) if name.endswith((".txt", ".ann"))}
    for name in sorted(files):
        if name.endswith(".ann") and f"{name[:-4]}.txt" in files:
            yield name, files[f"{name[:-4]}.txt"].decode("utf-8"), spans(files[name].decode("utf-8"))


def spans(annotations: str) -> list[tuple[str, Span]]:
    """Read the spans out of brat's standoff format."""
    found = re.findall(rf"^T\d+\t({'|'.join(TYPES)})\s(\d+)\s(\d+)", annotations, re.MULTILINE)
    read = [(kind, (int(start), int(end))) for kind, start, end in found]
    return [(kind, span) for kind, span in read if not any(_inside(span, other) for _, other in read)]


def _inside(span: Span, other: Span) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def cut(time: Time) -> Span:
    """Return the span of *time* without a preposition."""
    match = _LEADING.match(time.text)
    return time.start + (match.end() if match else 0), time.end


def run(data: Path) -> Figures:
    """Print the table; return our figures."""
    counts: Counter[str] = Counter()
    for _name, text, gold in texts(data):
        times = [time for time in find(Document(text, language="uk")) if time.kind != "set"]
        ours = [cut(time) for time in times]
        theirs = {span for _kind, span in gold}
        counts["ours"] += len(ours)
        counts["exact right"] += sum(span in theirs for span in ours)
        counts["overlap right"] += sum(any(touch(span, other) for other in theirs) for span in ours)
        for kind, span in gold:
            for key in ("all", kind):
                counts[f"{key} gold"] += 1
                counts[f"{key} exact"] += span in ours
                counts[f"{key} overlap"] += any(touch(span, other) for other in ours)
    rows = []
    figures: Figures = {}
    for rule in ("exact", "overlap"):
        precision = counts[f"{rule} right"] / (counts["ours"] or 1)
        recall = counts[f"all {rule}"] / (counts["all gold"] or 1)
        rows.append(
            (
                rule,
                (
                    precision,
                    recall,
                    f1(precision, recall),
                    *(counts[f"{kind} {rule}"] / (counts[f"{kind} gold"] or 1) for kind in TYPES),
                ),
            )
        )
        figures |= {f"neruk_{rule}_p": precision, f"neruk_{rule}_r": recall, f"neruk_{rule}_f1": f1(precision, recall)}
    show(
        f"{SET}: {counts['all gold']} spans of DATE, PERIOD and TIME, whichever of the three (no published figures)",
        ("P", "R", "F1", *(f"R {kind}" for kind in TYPES)),
        rows,
    )
    return figures


def touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
