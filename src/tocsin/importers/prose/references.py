"""Numbered references: markers in the text, the notes they point at, the sources each note names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.importers.prose.blocks import Cited, Inline, Reference, Run, plain
from tocsin.importers.prose.elements import Element
from tocsin.importers.prose.inline import cut
from tocsin.importers.prose.piece import Piece

MARKER = re.compile(r"\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\]")
_NOTE = re.compile(r"^\s*(?:\[(\d{1,3})\]|\((\d{1,3})\))\s*[.:]?\s*")
_NUMBERED = re.compile(r"^\s*(\d{1,3})(?:[.)\]:]|\s*[-–—]|(?=\s))\s*")
_NOTES_HEADING = re.compile(
    r"^\W*(notes?|foot-?notes?|end-?notes?|references?|sources?( cited)?|notes and references|works cited|bibliography|"
    r"notas?( al pie| de rodapé)?|referencias|referências|fuentes|fontes|bibliografía|références|notes de bas de page|"
    r"anmerkungen|fußnoten|quellen(angaben|verzeichnis)?|einzelnachweise|literatur|note|riferimenti|fonti|przypisy|źródła|"
    r"примітки|посилання|джерела|список джерел|примечания|сноски|источники|ссылки|бележки|المراجع|المصادر|الهوامش|"
    r"ملاحظات|مراجع|مصادر|هوامش|پانویس(‌ها)?|منابع|notlar|dipnotlar|kaynaklar|הערות( שוליים)?|מקורות)\W*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<\s*+([^<>\n]*+)\s*+>|(?:https?://|www\.)[^\s<>«»\"“”]+", re.IGNORECASE)
_SEE = re.compile(
    r"^(?:see(?: also)?|cf\.?|ver|véase|voir|siehe|vgl\.?|vedi|zob\.|див\.?|см\.?|انظر|راجع)(?=[\s:<]|$)\s*:?\s*",
    re.IGNORECASE,
)
_AROUND = " \t\n.,;:–—-<>()[]"


@dataclass(frozen=True)
class _Place:
    """Where an address stands in the text of a note; ``title`` is the text it was put on."""

    start: int
    end: int
    address: str
    title: str = ""


def reference(label: str, note: Inline) -> Reference:
    """Read the sources a note names: one for each address in it, also where the address is empty."""
    text, places = plain(note), _places(note)
    if not places:
        return Reference(label, (Cited(text.strip(), _title(text)),))
    found, begin = [], 0
    for number, place in enumerate(places):
        end = len(text) if number == len(places) - 1 else _end(text, place.end, places[number + 1].start)
        said = text[begin:end]
        bare = text[begin : place.start] + " " + (place.title or "") + " " + text[place.end : end]
        found.append(Cited(said.strip(), _title(bare), place.address))
        begin = end
    return Reference(label, tuple(found))


def _end(text: str, place: int, following: int) -> int:
    """Return where the source whose address ends at *place* ends: after its sentence, or at once."""
    match = re.match(r"[\s>)\]]*[.;,]", text[place:following])
    return place + match.end() if match else place


def _title(text: str) -> str:
    text = _SEE.sub("", " ".join(text.split()).strip(_AROUND))
    return text.strip(_AROUND)


def _places(note: Inline) -> list[_Place]:
    text, place = plain(note), 0
    linked: list[_Place] = []
    for run in note:
        if run.link and run.text.strip():
            title = "" if _ADDRESS.match(run.text.strip()) else run.text.strip()
            if linked and linked[-1].address == run.link and linked[-1].end == place:
                previous = linked.pop()
                linked.append(replace(previous, end=place + len(run.text), title=previous.title + run.text))
            else:
                linked.append(_Place(place, place + len(run.text), run.link, title))
        place += len(run.text)
    typed = [_Place(match.start(), match.end(), _typed(match)) for match in _ADDRESS.finditer(text)]
    return sorted([*linked, *_free(typed, linked)], key=lambda one: one.start)


def _free(typed: Iterable[_Place], linked: Sequence[_Place]) -> Iterator[_Place]:
    """Yield what of *typed* no link covers; both are in order of the text."""
    following = 0
    for one in typed:
        while following < len(linked) and linked[following].end <= one.start:
            following += 1
        if following == len(linked) or linked[following].start >= one.end:
            yield one


def _typed(match: re.Match[str]) -> str:
    found = (match[1] if match[1] is not None else match[0]).strip().rstrip(".,;:)]")
    if found.lower().startswith("www."):
        found = f"https://{found}"
    return found if re.match(r"https?://[^\s/]+", found, re.IGNORECASE) else ""


# -- notes in the pieces of a page or of a plain text


@dataclass
class Notes:
    """The notes found, by label, and what a person should look at."""

    by_label: dict[str, Inline]
    doubts: list[str]

    def references(self) -> tuple[Reference, ...]:
        found = tuple(reference(label, note) for label, note in self.by_label.items())
        for one in found:
            lost = sum(source.lost for source in one.sources)
            if lost:
                sources = "one source" if lost == 1 else f"{lost} sources"
                self.doubts.append(f"Reference [{one.label}]: {sources} without address.")
        return found


def take_notes(found: Sequence[Piece], known: dict[str, Inline]) -> Notes:
    """Take the notes out of *found* and make the markers of chosen pieces runs of their own.

    *known* are the notes that the page itself tied to their markers. Only labels that stand both in the text and
    in a note become references; the others stay text and are doubts.
    """
    notes = dict(known)
    for piece, label, note in noted(found):
        if label not in notes:
            notes[label] = note
        piece.chosen, piece.reason = False, "references"
    for piece in headings_of_notes(found):
        piece.chosen, piece.reason = False, "references"
    used: list[str] = []
    for piece in found:
        if piece.chosen and piece.shape is None:
            piece.runs = tuple(marked(piece.runs, notes, used))
    cited = {label: notes[label] for label in dict.fromkeys(used)}
    doubts = [
        f"Note [{label}] is not cited in the text: “{plain(notes[label])[:80]}”"
        for label in notes
        if label not in cited
    ]
    return Notes(cited, doubts)


def noted(found: Sequence[Piece]) -> Iterator[tuple[Piece, str, Inline]]:
    """Yield the pieces that are notes, each with its label and its text."""
    places = _Places()
    cited: set[str] = set()
    expected: set[str] = set()
    below_heading = False
    for piece in found:
        if piece.shape is not None:
            continue
        if len(piece.text) < 60 and _NOTES_HEADING.match(piece.text):  # noqa: PLR2004 - a heading is short
            below_heading = bool(cited)
            continue
        may_be = below_heading or _NOTE.match(piece.text)
        lines = list(_lines(piece, cited | expected, places, below_heading=below_heading)) if may_be else []
        for label, note in lines:
            yield piece, label, note
        expected = _next(lines[-1][0]) if lines else set()
        if not lines and piece.chosen:
            cited |= _labels(piece.runs)
            below_heading = below_heading and len(piece.text) < 300  # noqa: PLR2004 - the article goes on


def _next(label: str) -> set[str]:
    """The label that may follow *label* in a row of notes without being cited itself."""
    return {str(int(label) + 1)} if label.isdecimal() else set()


def _lines(piece: Piece, known: set[str], places: _Places, *, below_heading: bool) -> Iterator[tuple[str, Inline]]:
    """Yield label and text of each note in *piece*, which may hold several, one to a line.

    A line is a note when its label is one of the *known*, or follows that of the note above it.
    """
    text, place, cited = piece.text, 0, set(known)
    found: list[tuple[str, int, int]] = []
    for line in text.split("\n"):
        match = _NOTE.match(line) or (_NUMBERED.match(line) if below_heading else None)
        label = next((group for group in match.groups() if group), "") if match else ""
        if match and label in cited:
            found.append((label, place, place + match.end()))
            cited |= _next(label)
        place += len(line) + 1
    if not found and below_heading and (label := places.of(piece)) in cited:
        found = [(label, 0, 0)]
    if found and found[0][1] == 0:
        ends = [start for _label, start, _begin in found[1:]] + [len(text)]
        for (label, _start, begin), end in zip(found, ends, strict=True):
            yield label, cut(piece.runs, begin, end)


class _Places:
    """The numbers items have in their ordered lists; each list is counted once."""

    def __init__(self) -> None:
        self._counted: dict[Element, dict[Element, int]] = {}

    def of(self, piece: Piece) -> str:
        """Return the number of the item *piece* stands in, or nothing."""
        item = piece.inside("li")
        parent = None if item is None else item.getparent()
        if item is None or parent is None or parent.tag != "ol":
            return ""
        if (value := item.get("value", "")).isdecimal():
            return str(value)
        if parent not in self._counted:
            self._counted[parent] = {one: number for number, one in enumerate(parent.iterchildren("li"), 1)}
        return str(self._counted[parent][item])


def _labels(runs: Inline) -> set[str]:
    text = plain(runs)
    found = {label for match in MARKER.finditer(text) for label in re.findall(r"\d+", match[1])}
    found |= {run.text.strip() for run in runs if run.raised and run.text.strip().isdecimal()}
    return found | {run.reference for run in runs if run.reference}


def headings_of_notes(found: Sequence[Piece]) -> list[Piece]:
    """Return the headings, such as *Notes*, that go with the notes taken out below them."""
    return [
        piece
        for piece, after in itertools.pairwise(found)
        if after.reason == "references" and piece.chosen and _NOTES_HEADING.match(piece.text)
    ]


def marked(runs: Iterable[Run], notes: Mapping[str, Inline], used: list[str]) -> Iterator[Run]:
    """Yield *runs* with each marker of one of the *notes* as a run of its own; its label is added to *used*."""
    for run in runs:
        if run.reference:
            used.append(run.reference)
            yield run
        elif run.raised and run.text.strip() in notes:
            yield _marker(run.text.strip(), used)
        else:
            yield from _split(run, notes, used)


def _split(run: Run, notes: Mapping[str, Inline], used: list[str]) -> Iterator[Run]:
    place = 0
    for match in MARKER.finditer(run.text):
        labels = re.findall(r"\d+", match[1])
        if all(label in notes for label in labels):
            if match.start() > place:
                yield replace(run, text=run.text[place : match.start()])
            yield from (_marker(label, used) for label in labels)
            place = match.end()
    if place < len(run.text):
        yield replace(run, text=run.text[place:])


def _marker(label: str, used: list[str]) -> Run:
    used.append(label)
    return Run(f"[{label}]", reference=label)
