"""Notes that a page ties to their markers itself: ``<a href="#fn1">1</a>`` here, ``<li id="fn1">`` there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import unquote

from tocsin.importers.prose.blocks import Inline, plain
from tocsin.importers.prose.dress import runs_of
from tocsin.importers.prose.elements import BLOCKS, Element
from tocsin.importers.prose.inline import cut
from tocsin.importers.prose.piece import LABEL, NOTE

_LABEL = re.compile(
    r"^\s*(?:foot|end)?(?:note|примітка|nota|note)?\s*[\[(]?\s*(\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivxl]{1,5})\s*[\])]?\s*\.?\s*$",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(f(oot)?n|e(nd)?n|_?ftn|_?edn|note|ref|cit|sdfoot|bib|source|marker|fuss|prim|dipnot|nbp)", re.IGNORECASE
)
_BACK = re.compile(
    r"^[\s\[(]*([↩↑^←⤴⏎↵⬆]️?︎?|back|retour|volver|zurück|назад|\d{1,3}|[*†‡§]{1,3}|[a-z])[\s\])]*$", re.IGNORECASE
)
_LEADING = re.compile(r"^\s*(?:[\[(]\s*[\w*†‡§]{1,4}\s*[\])]|\d{1,3}[.):]|[↩↑^]+)\s*[.:]?\s*")
_LONGEST = 4000
_TOO_WIDE = frozenset({"body", "html", "article", "main", "section"})


def mark(root: Element, base: str, read: Callable[[Element], Inline] | None = None) -> dict[str, Inline]:
    """Find the notes, mark them and their markers in the tree, and return each note's text by its label.

    *read* gives the text of a note, where ``runs_of`` with *base* is not to.
    """
    read = read or (lambda note: runs_of(note, base))
    order = {element: place for place, element in enumerate(root.iter())}
    targets = {
        element.get("id") or element.get("name"): element
        for element in root.iter()
        if element.get("id") or element.get("name")
    }
    notes = _Targets(targets, order)
    labels: dict[Element, str] = {}
    taken: dict[str, int] = {}
    for link in list(root.iter("a")):
        match = _LABEL.match(_short(link)) if "#" in link.get("href", "") else None
        note = notes.of(link) if match else None
        if note is not None and match:
            if note not in labels:
                labels[note] = _free(match[1], taken)
            _mark_marker(link, labels[note])
    return {label: _text(note, read) for note, label in labels.items()}


def _short(link: Element) -> str:
    """Return the text of *link*, cut where it is too long to be a marker; the patterns above want it short."""
    said = "".join(islice(link.itertext(), 20))
    return " ".join(said[:200].split())[:30]


def _free(label: str, taken: dict[str, int]) -> str:
    """Two notes of one page may share a symbol; the second then gets a label of its own."""
    taken[label] = taken.get(label, 0) + 1
    return label if taken[label] == 1 else f"{label}-{taken[label]}"


@dataclass
class _Targets:
    """What the links of a page lead to inside it, by name; each is looked at once."""

    named: dict[str, Element]
    order: dict[Element, int]
    _notes: dict[str, Element | None] = field(default_factory=dict)

    def of(self, link: Element) -> Element | None:
        """Return the block of the note that *link* is a marker of: it stands below, and holds little else."""
        name = unquote(link.get("href", "").strip().rpartition("#")[2])
        if name not in self._notes:
            self._notes[name] = self._note(name)
        note = self._notes[name]
        if note is None or self.order[note] < self.order[link] or note in link.iterancestors():
            return None
        return note

    def _note(self, name: str) -> Element | None:
        note = self.named.get(name) if _NAMES.search(name) else None
        while note is not None and (note.tag not in BLOCKS or not any(map(str.strip, note.itertext()))):
            note = note.getparent()
        return None if note is None or note.tag in _TOO_WIDE or _is_long(note) else note


def _is_long(note: Element) -> bool:
    """Return whether *note* holds more than a note would; no more of it is read than that takes."""
    left = _LONGEST
    for text in islice(note.itertext(), _LONGEST):
        left -= len(text)
        if left < 0:
            return True
    return len(list(islice(note.iter(), _LONGEST + 1))) > _LONGEST


def _mark_marker(link: Element, label: str) -> None:
    marker, parent = link, link.getparent()
    while (
        parent is not None
        and parent.tag in {"sup", "span", "small"}
        and len(list(islice(parent.iterchildren(), 4))) < 4  # noqa: PLR2004 - it holds the marker and little else
        and parent.text_content().strip() == link.text_content().strip()
    ):
        marker, parent = parent, parent.getparent()
    marker.set(LABEL, label)
    _unbracket(marker)


def _unbracket(marker: Element) -> None:
    """Take away brackets that stand around the marker: its text brings its own."""
    tail, previous, parent = marker.tail or "", marker.getprevious(), marker.getparent()
    before = (previous.tail if previous is not None else parent.text) or ""
    if before.endswith(("[", "(")) and tail.startswith(("]", ")")):
        marker.tail = tail[1:]
        if previous is not None:
            previous.tail = before[:-1]
        else:
            parent.text = before[:-1]


def _text(note: Element, read: Callable[[Element], Inline]) -> Inline:
    note.set(NOTE, "yes")
    for link in list(note.iter("a")):
        if "#" in link.get("href", "#") and _BACK.match(_short(link) or "↩") and link is not note:
            link.drop_tree()
    runs = read(note)
    match = _LEADING.match(plain(runs))
    return cut(runs, match.end()) if match else runs
