"""Articles kept as plain text: typed by a person, or what a crawler left of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from tocsin.importers.prose import references
from tocsin.importers.prose.blocks import Run
from tocsin.importers.prose.elements import words
from tocsin.importers.prose.piece import Piece
from tocsin.importers.webpage import assembling, languages, names
from tocsin.importers.webpage.errors import NoArticle
from tocsin.importers.webpage.furniture import begins_after, is_control
from tocsin.importers.webpage.page import LeftOut, Page

_TAG = re.compile(
    r"<(?:!doctype|html|head|body|div|p|article|section|h[1-6]|span|table|a\s|br|meta|title|ul|li)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:;]['\"”’»)\]]*(?:\s*\[\d{1,3}\])*$")
_BULLET = re.compile(r"^\s*(?:[-*•‣·◦▪–—]|\(?\d{1,2}[.)])\s+(?=\S)")
_ORDERED = re.compile(r"^\s*\(?\d{1,2}[.)]")
_DATE = re.compile(r"^\W*(?:\w+\W+){0,4}(?:19|20)\d\d\b(?:\W+\w+){0,4}\W*$")
_NOTE = re.compile(r"^\s*\[\d{1,3}\]")
_PROSE_WORDS, _LONG_PROSE_WORDS, _MOST_HEADLINE_WORDS, _MOST_HEADING_WORDS = 12, 25, 25, 14
_WRAPPED = range(45, 100)
_MOST_LINES = 20_000


def is_plain(text: str, content_type: str) -> bool:
    """Tell whether *text* is plain, whatever it is called: text without any of HTML's common elements."""
    if _TAG.search(text[:200_000]):
        return content_type.split(";", maxsplit=1)[0].strip() == "text/plain" and not text.lstrip()[
            :200
        ].lower().startswith(("<!doctype", "<html"))
    return True


def read(text: str, *, url: str = "") -> Page:
    """Return the article in *text*. Raises ``NoArticle``.

    What stands above the headline and below the article is left out, by the look of its lines.
    """
    lines = list(_lines(text))[:_MOST_LINES]
    start = next((place for place, line in enumerate(lines) if _is_prose(line)), None)
    if start is None:
        raise NoArticle("No article was found in this text: it has no paragraph of running text.")
    head = _head(lines[:start])
    body = [*head.kept, *lines[start:]]
    found, byline = _pieces(body)
    noted = references.take_notes(found, {})
    cited = noted.references()
    chosen = [piece for piece in found if piece.chosen]
    running = " ".join(piece.text for piece in chosen)
    return Page(
        headline=head.headline or " ".join(lines[start].split()[:12]),
        blocks=assembling.blocks(chosen),
        standfirst=head.standfirst,
        byline=head.byline or byline,
        language=languages.guess(running),
        direction=languages.direction(running),
        url=url,
        references=cited,
        left_out=tuple(
            _left_out(
                [("above the headline", line) for line in head.above]
                + [(piece.reason, piece.text) for piece in found if not piece.chosen]
            )
        ),
        doubts=(*head.doubts, *noted.doubts),
    )


def _lines(text: str) -> Iterator[str]:
    """Yield the paragraphs: lines of their own, or what was wrapped at a margin joined again."""
    for block in re.split(r"\n\s*\n", text):
        lines = [" ".join(line.split()) for line in block.split("\n")]
        lines = [line for line in lines if line]
        wrapped = (
            len(lines) > 1
            and all(len(line) in _WRAPPED for line in lines[:-1])
            and not any(_BULLET.match(line) for line in lines)
        )
        if wrapped:
            yield " ".join(lines)
        else:
            yield from lines


def _is_prose(line: str) -> bool:
    count = len(words(line))
    if is_control(line) or begins_after(line):
        return False
    return count >= _LONG_PROSE_WORDS or (count >= _PROSE_WORDS and _SENTENCE_END.search(line) is not None)


@dataclass
class _Head:
    """What stands above the first paragraph, sorted."""

    headline: str = ""
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def _head(lines: Sequence[str]) -> _Head:
    """Find the headline: the line nearest above the text that is no byline, date or sentence.

    A text that opens with its title and a longer line under it has a standfirst. Other lines above the headline,
    such as a picture's description or the labels of a search box, are left out.
    """
    head = _Head()
    titles: list[int] = []
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if named := names.byline(line):
            head.byline = head.byline or named
        elif (
            not _DATE.match(line)
            and not is_control(line)
            and not begins_after(line)
            and 0 < len(words(line)) <= _MOST_HEADLINE_WORDS
        ):
            titles.append(place)
    plain_titles = [place for place in titles if not _SENTENCE_END.search(lines[place])] or titles
    if not plain_titles:
        head.above = tuple(lines)
        return head
    chosen = plain_titles[0]
    if plain_titles[-1] == 0 and len(plain_titles) == 2 and len(words(lines[chosen])) > max(6, len(words(lines[0]))):  # noqa: PLR2004
        head.standfirst, chosen = lines[chosen], 0
    elif below := [place for place in titles if place > chosen]:
        head.standfirst = lines[below[0]]
    head.headline = lines[chosen]
    head.above = tuple(line for line in lines[:chosen] if not names.byline(line))
    doubted = [lines[place] for place in plain_titles if place < chosen]
    if doubted:
        head.doubts = (f"The line “{doubted[0]}” above the headline was left out; is it the headline?",)
    return head


def _pieces(lines: Sequence[str]) -> tuple[list[Piece], tuple[str, ...]]:
    """Return a piece for each line, those after the article not chosen, and the byline if one stands in the text."""
    found: list[Piece] = []
    byline: tuple[str, ...] = ()
    over, listing = "", html.Element("ul")
    for place, line in enumerate(lines):
        named = names.byline(line) if not byline and not over and place < 6 else ()  # noqa: PLR2004 - it stands near the top
        if begins_after(line) and not over and place:
            over = "related, comments and other furniture below"
        piece, listing = _piece(line, lines[place + 1 : place + 2], listing)
        if named:
            byline, piece.reason = named, "byline"
        elif over:
            piece.reason = over
        elif is_control(line):
            piece.reason = "labels of the site"
        else:
            piece.chosen = True
        found.append(piece)
    return found, byline


def _piece(line: str, after: Sequence[str], listing: html.HtmlElement) -> tuple[Piece, html.HtmlElement]:
    """Return *line* as a piece, as part of the list that was begun before it where it is an item too."""
    if (match := _BULLET.match(line)) and not _NOTE.match(line):
        tag = "ol" if _ORDERED.match(line) else "ul"
        if listing.tag != tag or not len(listing):
            listing = html.Element(tag)
        item = html.Element("li")
        listing.append(item)
        return Piece(item, (Run(line[match.end() :]),)), listing
    heading = (
        bool(after)
        and _is_prose(after[0])
        and len(words(line)) <= _MOST_HEADING_WORDS
        and not _SENTENCE_END.search(line)
        and not _NOTE.match(line)
    )
    return Piece(html.Element("h2" if heading else "p"), (Run(line),)), html.Element("ul")


def _left_out(said: Sequence[tuple[str, str]]) -> Iterator[LeftOut]:
    kinds: dict[str, list[str]] = {}
    for reason, text in said:
        if reason not in {"byline", "references"}:
            kinds.setdefault(reason, []).append(text)
    for kind, texts in kinds.items():
        yield LeftOut(kind, len(texts), sum(map(len, texts)), texts[0][:80])
