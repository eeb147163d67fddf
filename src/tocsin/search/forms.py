"""What a reader chose, read from the address. Every address is understood, whatever stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from tocsin.search import query
from tocsin.search.query import Query
from tocsin.search.records import Exact, Options, Order

PER_PAGE = 10
MOST = 50
"""Hits of one page of JSON, at most, and pages that can be turned to."""

GROUPS = {
    "article": ("article",),
    "claim": ("claim",),
    "speaker": ("speaker",),
    "source": ("source",),
    "contributor": ("contributor",),
    "page": ("page", "section", "tag"),
}
"""The boxes a reader ticks, and the types of record behind each."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")
_LAST_WORD = re.compile(r"(?:^|\s)([^\W_]+)\Z")
_NUMBER = re.compile(r"\d{1,18}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """The words a reader typed and what they chose beside them.

    *after* and *before* are as they were typed; *errors* says, by field, what of them is no day. *typing* takes the
    last word as the beginning of one.
    """

    text: str = ""
    exact: Exact | None = None
    position: Exact = Exact.ANYWHERE
    places: tuple[str, ...] = ("title", "content")
    groups: tuple[str, ...] = ()
    language: str = ""
    after: str = ""
    before: str = ""
    order: Order = Order.RELEVANCE
    page: int = 1
    size: int = PER_PAGE
    typing: bool = False
    errors: dict[str, str] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, given: QueryDict) -> Asked:
        """Read an address. What it says that cannot be is passed over; of a day that is none, *errors* tells."""
        position = _one(Exact, given.get("exact")) or _one(Exact, given.get("at")) or Exact.ANYWHERE
        days = {name: _plain(given.get(name))[:40] for name in ("after", "before")}
        language = _plain(given.get("lang"))
        return cls(
            text=_plain(given.get("q")),
            exact=position if given.get("exact") else None,
            position=position,
            places=tuple(one for one in ("title", "content") if one in given.getlist("in", ["title", "content"])),
            groups=tuple(one for one in GROUPS if one in given.getlist("type")),
            language=language if _LANGUAGE.match(language) else "",
            **days,
            order=_one(Order, given.get("sort")) or Order.RELEVANCE,
            page=max(1, min(_number(given.get("page"), 1), MOST)),
            size=max(1, min(_number(given.get("limit"), PER_PAGE), MOST)),
            typing=bool(given.get("suggest")),
            errors={name: _("Write the day as 2022-02-24, or the year.") for name in days if not _is_day(days[name])},
        )

    @property
    def nowhere(self) -> bool:
        """Tell that neither titles nor contents are to be looked in."""
        return not self.places

    @property
    def narrowed(self) -> bool:
        """Tell whether anything but words was chosen."""
        return self.address() != self.words_alone

    @property
    def words_alone(self) -> str:
        """Return the query string that asks for the words without any restriction."""
        return Asked(self.text, size=self.size, typing=self.typing).address()

    def options(self) -> Options:
        return Options(
            exact=self.exact,
            in_title="title" in self.places,
            in_content="content" in self.places,
            types=tuple(name for group in self.groups for name in GROUPS[group]),
            language=self.language,
            order=self.order,
        )

    def query(self) -> Query:
        """Return the query: that of the words, within the days chosen."""
        asked = query.whole(self.text) if self.exact else query.read(self.typed)
        first, last = _day("after", self.after), _day("before", self.before)
        return replace(
            asked,
            after=max(filter(None, (asked.after, first)), default=None),
            before=min(filter(None, (asked.before, last)), default=None),
        )

    @property
    def typed(self) -> str:
        """The words; while they are being typed, the last also as the beginning of a word."""
        last = _LAST_WORD.search(self.text) if self.typing and not self.exact else None
        return f"{self.text} OR {last[1]}*" if last and last[1] not in {"OR", "NEAR"} else self.text

    def address(self, *, page: int = 1, text: str | None = None) -> str:
        """Return the shortest query string that says all of this, for another page or other words where given."""
        told: list[tuple[str, str]] = [("q", self.text if text is None else text)]
        told += [("exact", self.exact)] if self.exact else []
        told += [("in", place) for place in self.places or [""]] if len(self.places) < len(Asked().places) else []
        told += [("type", group) for group in self.groups]
        told += [("lang", self.language), ("after", self.after), ("before", self.before)]
        told += [("sort", self.order)] if self.order != Order.RELEVANCE else []
        told += [("limit", str(self.size))] if self.size != PER_PAGE else []
        told += [("suggest", "1")] if self.typing else []
        told += [("page", str(page))] if page > 1 else []
        return "?" + urlencode([(name, value) for name, value in told if value or name == "in"])


def _plain(text: str | None) -> str:
    """Return *text* without what no text holds: control characters and halves of characters; cut where a query is."""
    text = (text or "")[: query.MAX_LENGTH].encode("utf-8", "replace").decode()
    return "".join(letter if letter.isprintable() or letter.isspace() else " " for letter in text).strip()


def _one(choices: type[Exact | Order], value: str | None) -> Any:
    return choices(value) if value in set(choices) else None


def _number(text: str | None, default: int) -> int:
    return int(text) if text and _NUMBER.match(text) else default


def _day(name: str, text: str) -> date | None:
    asked = query.read(f"{name}:{text}") if text and " " not in text else Query()
    return asked.after or asked.before


def _is_day(text: str) -> bool:
    return not text or _day("after", text) is not None
