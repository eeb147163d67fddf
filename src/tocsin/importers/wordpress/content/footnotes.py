"""Notes of every kind as references: of blocks, of word processors, of plug-ins, and typed by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tocsin.importers.prose.blocks import Embed, Gallery, Inline, Picture, Reference, Run, Table, plain
from tocsin.importers.prose.elements import Element
from tocsin.importers.prose.inline import joined
from tocsin.importers.prose.piece import LABEL
from tocsin.importers.prose.references import headings_of_notes, marked, noted, reference
from tocsin.importers.wordpress.content.state import Part, State
from tocsin.importers.wordpress.content.walking import Walk

_LONGEST_NOTE = 20_000


def of_blocks(root: Element, walk: Walk) -> None:
    """Tie the markers with ``data-fn`` to the notes kept beside the text, in the order of the text."""
    state = walk.state
    contents = _contents(state)
    labels: dict[str, str] = {}
    for element in list(root.iter()):
        name = element.get("data-fn") if isinstance(element.tag, str) else None
        if not name:
            continue
        if name not in contents:
            state.note("marker-without-note", "footnotes", name)
            continue
        if name not in labels:
            labels[name] = f"fn{len(labels) + 1}"
            state.notes[labels[name]] = walk.read(contents[name])
        _whole(element).set(LABEL, labels[name])
    for name, content in contents.items():
        if name not in labels:
            state.note("note-uncited", "footnotes", plain(walk.read(content)))


def _whole(element: Element) -> Element:
    """Return the marker with the raised text it stands in, where that holds nothing else."""
    around = element.getparent()
    if element.tag == "a" and around is not None and around.tag == "sup" and len(list(around.iterchildren())) == 1:
        return around if around.text_content().strip() == element.text_content().strip() else element
    return element


def _contents(state: State) -> dict[str, str]:
    """Read the meta ``footnotes``: a list of objects with ``id`` and ``content``."""
    if not state.wanted.footnotes.strip():
        return {}
    found = _json(state.wanted.footnotes)
    if not isinstance(found, list):
        state.note("footnotes-unreadable", "", state.wanted.footnotes[:200])
        return {}
    return {str(one["id"]): str(one.get("content") or "") for one in found if isinstance(one, dict) and one.get("id")}


def _json(source: str) -> Any:
    """Read JSON that may have lost the backslashes of its escapes once."""
    for candidate in (source, source.replace('\\"', '"')):
        try:
            return json.loads(candidate)
        except (ValueError, RecursionError):
            continue
    return None


def take(parts: list[Part], state: State) -> tuple[list[Part], tuple[Reference, ...]]:
    """Take the notes typed below the text out of *parts* and make their markers runs of their own.

    Returns what is left, and the references in the order of their first marker. A note that nothing cites stays where
    it is; so does one whose label another note has.
    """
    notes = dict(state.notes)
    typed = _typed(parts, notes)
    used: list[str] = []
    for part in parts:
        if part.chosen:
            _mark(part, notes, used)
    cited = dict.fromkeys(used)
    for place, lines in typed.items():
        if left := [(label, note) for label, note in lines if label not in cited]:
            parts[place].chosen, parts[place].reason = True, ""
            parts[place].runs = joined((Run(f"[{label}] "), *note) for label, note in left)
            for label, _note in left:
                state.note("note-uncited", label)
    for heading in headings_of_notes(parts):
        heading.chosen = False
        state.note("notes-heading", "", heading.text)
    for label in notes.keys() - cited.keys() - {label for lines in typed.values() for label, _note in lines}:
        state.note("note-uncited", label, plain(notes[label]))
    return [part for part in parts if part.chosen], tuple(_references(cited, notes, state))


def _typed(parts: list[Part], notes: dict[str, Inline]) -> dict[int, list[tuple[str, Inline]]]:
    """Find the notes typed below the text, by the place of their part; the parts are no longer chosen."""
    found: dict[int, list[tuple[str, Inline]]] = {}
    places = {id(part): place for place, part in enumerate(parts)}
    for part in parts:
        part.chosen = True
    for piece, label, note in noted(parts):
        found.setdefault(places[id(piece)], []).append((label, note))
    for place, lines in list(found.items()):
        labels = [label for label, _note in lines]
        too_long = len(parts[place].text) > _LONGEST_NOTE
        if too_long or len(set(labels)) < len(labels) or any(label in notes for label in labels):
            del found[place]
            continue
        notes.update(lines)
        parts[place].chosen, parts[place].reason = False, "references"
    return found


def _mark(part: Part, notes: dict[str, Inline], used: list[str]) -> None:
    def again(runs: Inline) -> Inline:
        return tuple(marked(runs, notes, used))

    match part.shape:
        case None:
            part.runs = again(part.runs)
        case Picture() | Embed():
            part.shape = replace(part.shape, caption=again(part.shape.caption))
        case Gallery():
            pictures = tuple(replace(one, caption=again(one.caption)) for one in part.shape.pictures)
            part.shape = replace(part.shape, pictures=pictures)
        case Table():
            rows = tuple(tuple(replace(cell, runs=again(cell.runs)) for cell in row) for row in part.shape.rows)
            part.shape = replace(part.shape, rows=rows)


def _references(cited: dict[str, None], notes: dict[str, Inline], state: State) -> Iterator[Reference]:
    for label in cited:
        found = reference(label, notes[label])
        yield found
        lost = sum(source.lost for source in found.sources)
        if lost:
            state.note("reference-lost", label, "; ".join(source.text for source in found.sources if source.lost)[:500])
