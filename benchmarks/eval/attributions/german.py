"""German Wikinews: quotations of every kind with speaker and cue, written by hand into JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.eval.attributions.scoring import ROLES, Marked, Tally, outermost
from benchmarks.eval.tables import Figures, Skipped, folder, members, show
from tocsin.claims.extraction import Document, attributions
from tocsin.claims.extraction.results import Stretch

SET, ARCHIVE = "german-wikinews-quotations", "german-quotations.tar.xz"
_COLUMNS = tuple(f"{role} {rate}" for role in ("speaker", "cue", "quotation") for rate in "PRF")
_KEYS = {"source": "speaker", "cue": "cue", "content": "quote"}


def run(data: Path) -> Figures:
    """Print the table; return our figures."""
    tally, direct, articles = Tally(), Tally(), 0
    for path, held in members(folder(data, SET, ARCHIVE) / ARCHIVE):
        if not path.endswith(".json"):
            continue
        article = json.loads(held)
        articles += 1
        text, tokens = article["originalText"], _tokens(article)
        found = attributions.find(Document(text, language="de"))
        wanted = [one for one in article["annotations"] if not one["isNested"]]
        tally.add(tokens, outermost(found), [_marked(one) for one in wanted])
        direct.add(
            tokens,
            outermost([one for one in found if one.kind == "direct"]),
            [_marked(one) for one in wanted if one["type"] == "Direct"],
        )
    if not articles:
        raise Skipped(f"no article in {SET}")
    show(
        f"{SET}: {articles} articles, by token, nested ones left out (no published figure was at hand)",
        _COLUMNS,
        [("tocsin", tally.row()), ("tocsin, direct speech alone", direct.row())],
    )
    figures = {f"german_{_KEYS[role]}_f": tally.rates(role)[2] for role in ROLES}
    return figures | {"german_direct_quote_f": direct.rates("content")[2]}


def _tokens(article: dict[str, Any]) -> list[Stretch]:
    text = article["originalText"]
    found = []
    for sentence in article["sentences"]:
        place = sentence["charBegin"]
        for word in sentence["tokens"]:
            at = text.find(word, place, sentence["charEnd"])
            if at >= 0:
                found.append((at, at + len(word)))
                place = at + len(word)
    return found


def _marked(one: dict[str, Any]) -> Marked:
    return Marked(*(_spans(one.get(_KEYS[role])) for role in ROLES))


def _spans(held: Any) -> tuple[Stretch, ...]:
    spans = held.get("spans", []) if isinstance(held, dict) else []
    return tuple((span["charBegin"], span["charEnd"]) for span in spans)
