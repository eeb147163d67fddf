"""What a walk over the tree holds: the text of the block it is in, what was found, what a person should know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from tocsin.importers.prose.blocks import Embed, Gallery, Inline, Picture, Run, Table, plain
from tocsin.importers.prose.elements import Element
from tocsin.importers.prose.inline import collapsed, joined, paragraphs, tidy
from tocsin.importers.prose.piece import Piece, Shape
from tocsin.importers.wordpress.content.converted import Notice, Wanted
from tocsin.importers.wordpress.content.players import is_player

_BLANK = re.compile(r"\n[ \t\r\f]*\n[ \t\r\f\n]*")
_LINE_END = re.compile(r"^[ \t\r\f]*\n")
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*")
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LONGEST_CAPTION = 300
_LONGEST_DETAIL = 20_000


@dataclass(frozen=True)
class Around:
    """What the text stands in. ``quote`` and ``listing`` are the outermost of their kind, ``item`` is the innermost."""

    element: Element = None
    kind: str = "paragraph"
    level: int = 0
    quote: Element = None
    listing: Element = None
    item: Element = None


@dataclass
class Part(Piece):
    """A piece with what it stands in."""

    around: Around = field(default_factory=Around)
    kind: str = "paragraph"


@dataclass
class State:
    wanted: Wanted
    found: list[Part] = field(default_factory=list)
    around: Around = field(default_factory=Around)
    dress: Run = field(default_factory=lambda: Run(""))
    classic: bool = False
    as_typed: bool = False
    """Whether spaces and line breaks count."""
    embedding: bool = False
    """Whether an address that stands alone is to be shown, whatever its host."""
    number: int = 0
    """The attachment the block around names."""
    notes: dict[str, Inline] = field(default_factory=dict)
    said: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _runs: list[Run] = field(default_factory=list)
    _aside: list[Shape] = field(default_factory=list)
    _speaks: bool = False
    """Whether the paragraph has text yet."""

    def note(self, code: str, name: str = "", detail: str = "") -> None:
        """Keep something a person may want to know."""
        self.said[code, name, " ".join(detail.split())[:_LONGEST_DETAIL]] += 1

    def notices(self) -> list[Notice]:
        return [Notice(code, name, detail, count) for (code, name, detail), count in self.said.items()]

    # -- text

    def text(self, text: str | None) -> None:
        if not text:
            return
        self._speaks = self._speaks or not text.isspace()
        if self.as_typed:
            self._lines(text)
        elif self.classic:
            self._typed_paragraphs(text)
        else:
            self._runs.append(self.dress.saying(" " if text == "\n" else text))

    def _typed_paragraphs(self, text: str) -> None:
        """Text as it was typed before there were blocks: an empty line parts paragraphs, a line end is a line end."""
        if self._runs and self._runs[-1].text == "\n":
            text = _LINE_END.sub("", text, count=1)
        for number, part in enumerate(_BLANK.split(text)):
            if number:
                self.flush()
            self._lines(part)

    def _lines(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line_break()
            if line:
                self._runs.append(self.dress.saying(line))

    def line_break(self) -> None:
        self._runs.append(Run("\n"))

    def marker(self, label: str) -> None:
        self._speaks = True
        self._runs.append(Run(f"[{label}]", reference=label))

    def put(self, shape: Shape) -> None:
        """Place *shape*: before the paragraph that has no text yet, else after it, so that no sentence is cut."""
        if self._speaks:
            self._aside.append(shape)
        else:
            self._place(shape)

    def _place(self, shape: Shape) -> None:
        self.found.append(self.part(shape))

    def part(self, shape: Shape) -> Part:
        return Part(self.around.element, (), shape, around=self.around)

    def flush(self) -> None:
        """End the paragraph, caption, item or heading the text stands in."""
        runs, aside = self._runs, self._aside
        self._runs, self._aside, self._speaks = [], [], False
        for part in [runs] if self.as_typed else paragraphs(runs):
            self._paragraph(tuple(_firm(part)) if self.as_typed else tidy(part, collapsed))
        for shape in aside:
            self._place(shape)

    def _paragraph(self, runs: Inline) -> None:
        if _INVISIBLE.fullmatch(plain(runs)):
            return
        kind = self.around.kind
        if kind == "paragraph" and self.around.item is None and not self.as_typed:
            for line in _played(runs, everything=self.embedding):
                self._line(line)
        else:
            self.found.append(Part(self.around.element, runs, around=self.around, kind=kind))

    def _line(self, runs: Inline) -> None:
        address = plain(runs)
        if _is_shown(list(runs), everything=self.embedding):
            self._place(Embed(address))
            return
        if _URL.fullmatch(address) and not any(run.reference for run in runs):
            runs = tuple(replace(run, link=run.link or address) for run in runs)
        self.found.append(Part(self.around.element, runs, around=self.around))

    def preformatted(self, text: str) -> None:
        """Keep text whose spaces and line breaks count."""
        self.flush()
        text = text.strip("\n").rstrip()
        if text.strip():
            self.found.append(Part(self.around.element, (), preformatted=text, around=self.around, kind="typed"))

    # -- what is inside what

    @contextmanager
    def inside(self, element: Element, **changes: object) -> Iterator[None]:
        """Take what is walked meanwhile as standing in *element*."""
        self.flush()
        before = self.around
        self.around = Around(**{**vars(before), "element": element, **changes})  # type: ignore[arg-type]
        yield
        self.flush()
        self.around = before

    @contextmanager
    def apart(self, **changes: object) -> Iterator[list[Part]]:
        """Gather what is walked meanwhile in a list of its own, as that of a cell or a note."""
        kept = self.found, self._runs, self._aside, self._speaks, self.around, self.dress
        gathered: list[Part] = []
        self.found, self._runs, self._aside, self._speaks, self.dress = gathered, [], [], False, Run("")
        self.around = Around(kind="apart")
        yield gathered
        self.flush()
        self.found, self._runs, self._aside, self._speaks, self.around, self.dress = kept

    # -- captions and galleries

    def caption(self, start: int) -> None:
        """Give the captions found since *start* to what they stand under; one that stands under nothing is text."""
        parts = self.found[start:]
        said = [part for part in parts if part.kind == "caption"]
        shown = [part for part in parts if part.shape is not None]
        under = joined(part.runs for part in said)
        if said and shown and (shape := _captioned(shown[-1].shape, under)) is not None:
            shown[-1].shape = shape
            self.found[start:] = [part for part in parts if part.kind != "caption"]
        for part in said:
            part.kind = "paragraph"

    def gather(self, start: int) -> None:
        """Make one gallery of the pictures found since *start*."""
        parts = self.found[start:]
        pictures = [part for part in parts if isinstance(part.shape, Picture)]
        if len(pictures) > 1:
            shapes = tuple(part.shape for part in pictures if isinstance(part.shape, Picture))
            pictures[0].shape = Gallery(shapes)
            gone = {id(part) for part in pictures[1:]}
            self.found[start:] = [part for part in parts if id(part) not in gone]


def _captioned(shape: object, caption: Inline) -> Shape | None:
    """Return *shape* with its caption, or nothing where it cannot hold this one."""
    if isinstance(shape, Picture | Embed):
        return None if shape.caption else replace(shape, caption=caption)
    short = len(plain(caption)) <= _LONGEST_CAPTION and not any(run.link or run.reference for run in caption)
    if isinstance(shape, Gallery) and short and not shape.caption:
        return replace(shape, caption=caption)
    if isinstance(shape, Table) and short and not shape.caption:
        return replace(shape, caption=" ".join(plain(caption).split()))
    return None


def _played(runs: Inline, *, everything: bool) -> Iterator[Inline]:
    """Split a paragraph around lines that are nothing but the address of something to be shown."""
    if not any("://" in run.text for run in runs):
        yield runs
        return
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\n")):
            lines += [[]] if number else []
            lines[-1] += [run.saying(text)] if text else []
    alone = [_is_shown(line, everything=everything) for line in lines]
    if not any(alone):
        yield runs
        return
    words: list[Run] = []
    for one, line in zip(alone, lines, strict=True):
        if one:
            yield from [made] if (made := tidy(words, collapsed)) else []
            yield tidy(line, collapsed)
            words = []
        else:
            words += [Run("\n"), *line] if words else line
    if made := tidy(words, collapsed):
        yield made


def _is_shown(line: list[Run], *, everything: bool) -> bool:
    address = plain(line).strip()
    if not _URL.fullmatch(address) or any(run.reference for run in line):
        return False
    return everything or (is_player(address) and not any(run.link for run in line))


def _firm(runs: list[Run]) -> Iterator[Run]:
    """Make spaces that count firm, so that no browser puts them together; leave out empty lines at both ends."""
    texts = [run.text for run in runs]
    first = next((number for number, text in enumerate(texts) if text.strip()), len(texts))
    last = next((number for number in range(len(texts) - 1, -1, -1) if texts[number].strip()), -1)
    new_line = True
    for run in runs[first : last + 1]:
        text = re.sub(r"\t", "    ", run.text)
        text = re.sub(r" (?= )", "\u00a0", text)
        yield replace(run, text="\u00a0" + text[1:] if new_line and text.startswith(" ") else text)
        new_line = run.text == "\n"
