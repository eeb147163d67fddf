"""Notes that a page ties to their markers itself: ``<a href="#fn1">1</a>`` here, ``<li id="fn1">`` there."""

from __future__ import annotations

import re
from urllib.parse import unquote

from tocsin.importers.webpage.dress import runs_of
from tocsin.importers.webpage.inline import cut
from tocsin.importers.webpage.page import Inline, plain
from tocsin.importers.webpage.pieces import LABEL, NOTE
from tocsin.importers.webpage.tree import BLOCKS, Element

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


def mark(root: Element, base: str) -> dict[str, Inline]:
    """Find the notes, mark them and their markers in the tree, and return each note's text by its label."""
    order = {element: place for place, element in enumerate(root.iter())}
    targets = {
        element.get("id") or element.get("name"): element
        for element in root.iter()
        if element.get("id") or element.get("name")
    }
    labels: dict[Element, str] = {}
    for link in list(root.iter("a")):
        note = _note_of(link, targets, order)
        match = _LABEL.match(_short(link))
        if note is not None and match:
            labels.setdefault(note, _free(match[1], set(labels.values())))
            _mark_marker(link, labels[note])
    return {label: _text(note, base) for note, label in labels.items()}


def _short(link: Element) -> str:
    """Return the text of *link*, cut where it is too long to be a marker; the patterns above want it short."""
    return " ".join(link.text_content()[:200].split())[:30]


def _free(label: str, taken: set[str]) -> str:
    """Two notes of one page may share a symbol; the second then gets a label of its own."""
    number = 2
    found = label
    while found in taken:
        found = f"{label}-{number}"
        number += 1
    return found


def _note_of(link: Element, targets: dict[str, Element], order: dict[Element, int]) -> Element | None:
    """Return the block of the note that *link* is a marker of: it stands below, and holds little else."""
    name = unquote(link.get("href", "").strip().rpartition("#")[2])
    target = targets.get(name) if "#" in link.get("href", "") else None
    if target is None or not _NAMES.search(name):
        return None
    note = target
    while note is not None and (note.tag not in BLOCKS or not note.text_content().strip()):
        note = note.getparent()
    if note is None or note.tag in _TOO_WIDE or order[note] < order[link] or len(note.text_content()) > _LONGEST:
        return None
    return None if note in link.iterancestors() else note


def _mark_marker(link: Element, label: str) -> None:
    marker, parent = link, link.getparent()
    while (
        parent is not None
        and parent.tag in {"sup", "span", "small"}
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


def _text(note: Element, base: str) -> Inline:
    note.set(NOTE, "yes")
    for link in list(note.iter("a")):
        if "#" in link.get("href", "#") and _BACK.match(_short(link) or "↩") and link is not note:
            link.drop_tree()
    runs = runs_of(note, base)
    match = _LEADING.match(plain(runs))
    return cut(runs, match.end()) if match else runs
