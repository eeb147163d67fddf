"""One page of what was found, as readers see it: in HTML, as JSON, and in a line that is read out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.claims.statuses import Status
from tocsin.lib import languages
from tocsin.lib.feeds import absolute
from tocsin.search import asking, keeping, queries, snippets, suggesting, unanswered
from tocsin.search.engine import Index
from tocsin.search.errors import is_of_the_engine
from tocsin.search.forms import GROUPS, MOST, Asked
from tocsin.search.query import Query
from tocsin.search.records import Answer, Hit, Order, Record
from tocsin.search.snippets import Piece
from tocsin.search.words import BOXES, ORDERS, POSITIONS, TYPES

logger = logging.getLogger(__name__)

IN_EVERY_LANGUAGE = frozenset({"claim", "speaker", "contributor", "section", "tag"})
"""Types whose page is there in every language of the interface."""
WITH_TEXT = frozenset({"article", "page", "claim"})
"""Types whose page holds the words that were found."""
_STATUSES = {str(one.value): one.label for one in Status}
MARKED = 3
"""Places of a page that a link to it marks."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One hit: its title and a passage in pieces, and where it leads."""

    hit: Hit
    title: list[Piece]
    passage: list[Piece]

    @property
    def record(self) -> Record:
        return self.hit.record

    @property
    def type_name(self) -> str:
        return str(TYPES.get(self.record.type, self.record.type))

    @property
    def status_name(self) -> str:
        return str(_STATUSES.get(self.record.status, ""))

    @property
    def by(self) -> str:
        return ", ".join(self.record.authors)

    @property
    def direction(self) -> str:
        return languages.direction(self.record.language) if self.record.language else "auto"

    @property
    def path(self) -> str:
        """The address on this site, in the language of the interface where it is there in it."""
        language = translation.get_language() or settings.LANGUAGE_CODE
        abroad = language != settings.LANGUAGE_CODE and self.record.type in IN_EVERY_LANGUAGE
        return f"/{language}{self.record.url}" if abroad else self.record.url

    @property
    def link(self) -> str:
        """The address that opens the text at what was found and marks it there: a text fragment (WICG), which
        browsers read by themselves and no server sees.
        """
        if self.record.type not in WITH_TEXT or "#" in self.path:
            return self.path
        runs = list(dict.fromkeys([*_runs(self.passage), *_runs(self.title)]))[:MARKED]
        directives = "&".join("text=" + quote(run, safe="").replace("-", "%2D") for run in runs)
        return f"{self.path}#:~:{directives}" if directives else self.path

    def as_dict(self) -> dict[str, Any]:
        one = self.record
        return {
            "key": one.key,
            "type": one.type,
            "type_name": self.type_name,
            "title": one.title,
            "title_pieces": _pieces(self.title),
            "url": absolute(self.path),
            "link": self.link,
            "date": one.date.isoformat() if one.date else None,
            "language": one.language,
            "direction": self.direction,
            "section": one.section,
            "tags": list(one.tags),
            "authors": list(one.authors),
            "status": one.status,
            "status_name": self.status_name,
            "complete": self.hit.full,
            "passage": _pieces(self.passage),
        }


def _runs(pieces: list[Piece]) -> Iterator[str]:
    """Yield the hits of *pieces*, those with nothing but white space between them as one."""
    run = ""
    for piece in [*pieces, Piece("|")]:
        if piece.hit or (run and not piece.text.strip()):
            run += piece.text
        elif run:
            yield run.strip()
            run = ""


def _pieces(pieces: list[Piece]) -> list[dict[str, Any]]:
    return [{"text": piece.text, "hit": piece.hit} for piece in pieces]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits and what a reader is told about it."""

    asked: Asked
    answer: Answer
    shown: list[Shown]
    languages: tuple[tuple[str, str], ...]
    first_steps: bool

    @property
    def full(self) -> list[Shown]:
        return [one for one in self.shown if one.hit.full]

    @property
    def partial(self) -> list[Shown]:
        return [one for one in self.shown if not one.hit.full]

    @property
    def total(self) -> int:
        return self.answer.full + self.answer.partial

    @property
    def pages(self) -> int:
        return min(MOST, ceil(self.total / self.asked.size))

    @property
    def cut(self) -> bool:
        """Tell that there is more than can be turned to."""
        return self.total > MOST * self.asked.size

    @property
    def previous(self) -> str:
        return self.asked.address(page=self.asked.page - 1) if self.asked.page > 1 else ""

    @property
    def next(self) -> str:
        return self.asked.address(page=self.asked.page + 1) if self.asked.page < self.pages else ""

    @property
    def instead(self) -> str:
        return self.asked.address(text=self.answer.instead) if self.answer.instead else ""

    @property
    def boxes(self) -> list[tuple[str, str, str, bool]]:
        """Each box of what to search: its value, its name, how much it has, whether it is ticked."""
        counts = self.answer.types
        return [
            (
                name,
                str(BOXES[name]),
                _number(sum(counts.get(one, 0) for one in GROUPS[name])),
                name in self.asked.groups,
            )
            for name in GROUPS
        ]

    @property
    def chosen(self) -> str:
        """What the search is narrowed to, in words."""
        asked = self.asked
        told = [str(_("Exact matches only")), str(POSITIONS[asked.exact])] if asked.exact else []
        if len(asked.places) == 1:
            told.append(str(_("Search in title") if "title" in asked.places else _("Search in content")))
        told += [str(BOXES[name]) for name in asked.groups]
        told += [_("from %(day)s") % {"day": asked.after}] if asked.after else []
        told += [_("to %(day)s") % {"day": asked.before}] if asked.before else []
        told += [languages.name(asked.language)] if asked.language else []
        told += [str(ORDERS[asked.order])] if asked.order != Order.RELEVANCE else []
        return " · ".join(told)

    @property
    def summary(self) -> str:
        """How much was found, in a sentence."""
        full, partial = self.answer.full, self.answer.partial
        if full:
            return ngettext("%(count)s result", "%(count)s results", full) % {"count": _number(full)}
        if partial:
            return ngettext(
                "Nothing has all of it; %(count)s result has part of it",
                "Nothing has all of it; %(count)s results have part of it",
                partial,
            ) % {"count": _number(partial)}
        return "" if self.first_steps else _("Nothing found")

    def as_dict(self, here: str) -> dict[str, Any]:
        """All of it as plain data; *here* is the path of the page."""
        return {
            "query": self.asked.text,
            "summary": self.summary,
            "total": self.answer.full,
            "partial": self.answer.partial,
            "types": dict(self.answer.types),
            "instead": self.answer.instead,
            "errors": self.asked.errors,
            "page": self.asked.page,
            "next": absolute(here + self.next) if self.next else None,
            "previous": absolute(here + self.previous) if self.previous else None,
            "hits": [one.as_dict() for one in self.shown],
        }


def _number(count: int) -> str:
    return str(formats.number_format(count, force_grouping=True))


def find(asked: Asked, *, passages: bool = True) -> Found:
    """Answer *asked* from the index; from the database while there is none, and where it breaks over what is asked.

    A page beyond the last is the last. Without *passages* only titles are shown.
    """
    index = keeping.open_index()
    try:
        return _find(index, asked, passages=passages)
    except BaseException as error:
        if index is None or not is_of_the_engine(error):
            raise
        keeping.let_go(index)
        # The words of the query are in the error's own message, and are nobody's business.
        logger.error("The search index broke over a query (%s); titles were looked at.", type(error).__name__)  # noqa: TRY400
        return _find(None, asked, passages=passages)


def _find(index: Index | None, asked: Asked, *, passages: bool) -> Found:
    wanted = asked.query()
    answer = _answer(index, asked, wanted)
    last = max(1, ceil((answer.full + answer.partial) / asked.size))
    if asked.page > last:
        asked = replace(asked, page=last)
        answer = _answer(index, asked, wanted)
    if index is not None and asked.page == 1 and not asked.typing and not asked.exact:
        whole = [hit.record for hit in answer.hits if hit.full]
        answer = replace(answer, instead=suggesting.instead(index, asked.text, whole))
    nothing_asked = not (wanted.wanted or wanted.narrowed)
    shown = [_shown(hit, wanted, asked, passages=passages) for hit in answer.hits]
    if not (answer.hits or nothing_asked or asked.typing or asked.nowhere):
        unanswered.note(asked.text)
    return Found(asked, answer, shown, _languages(index), nothing_asked)


def _answer(index: Index | None, asked: Asked, wanted: Query) -> Answer:
    page = {"limit": asked.size, "offset": (asked.page - 1) * asked.size}
    if index is None:
        return queries.simple(wanted, asked.options(), **page)
    return asking.ask(index, wanted, asked.options(), **page)


def _shown(hit: Hit, wanted: Query, asked: Asked, *, passages: bool) -> Shown:
    record = hit.record
    title = _letters(record.title, asked.text) if asked.exact else []
    title = title or snippets.marked(record.title, wanted, record.read_in)
    return Shown(hit, title, snippets.passage(record.body, wanted, record.read_in) if passages else [])


def _letters(title: str, wanted: str) -> list[Piece]:
    """Return *title* in pieces with *wanted* marked, also inside a word; nothing where it is not."""
    folded = title.casefold()
    at = folded.find(wanted.casefold()) if wanted and len(folded) == len(title) else -1
    if at < 0:
        return []
    end = at + len(wanted)
    pieces = [Piece(title[:at]), Piece(title[at:end], hit=True), Piece(title[end:])]
    return [piece for piece in pieces if piece.text]


def _languages(index: Index | None) -> tuple[tuple[str, str], ...]:
    codes = index.languages if index is not None else [code for code, _name in settings.LANGUAGES]
    return tuple(sorted(((code, languages.name(code)) for code in codes if code), key=lambda pair: pair[1].casefold()))
