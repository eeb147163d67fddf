"""Texts of MUC-3 and MUC-4 and the templates people filled for them."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.eval.tables import members

MONTHS = {
    name: number
    for number, name in enumerate(
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1
    )
}
_MESSAGE = re.compile(r"(?m)^((?:DEV|TST\d)-MUC\d-\d{4}).*$")
_DAY = re.compile(r"(?:(\d{1,2}) )?([A-Z]{3})[A-Z]* (?:19)?(\d{2})\b")
_SLOT = re.compile(r"\s*(\d{1,2})\. +([A-Z]+(?: [A-Z]+)?: ?[A-Z ]*?) {2,}(.*)")
_QUOTED = re.compile(r'"((?:\\"|[^"])*)"')


@dataclass
class Filler:
    """One filler: its alternatives and, where it refers to another slot, the alternatives of what it refers to."""

    values: list[str]
    tags: list[str] = field(default_factory=list)
    optional: bool = False


@dataclass
class Template:
    message: str
    optional: bool
    slots: dict[str, list[Filler]]

    def strings(self) -> set[str]:
        """Return the words that name targets and perpetrators."""
        named = (
            "PERP: INDIVIDUAL ID",
            "PERP: ORGANIZATION ID",
            "PHYS TGT: ID",
            "HUM TGT: NAME",
            "HUM TGT: DESCRIPTION",
        )
        return {word for slot in named for one in self.slots.get(slot, []) for tag in one.tags for word in words(tag)}


@dataclass
class Message:
    name: str
    published: date | None
    text: str
    templates: list[Template] = field(default_factory=list)


def words(text: str) -> set[str]:
    return set(re.findall(r"[A-Z0-9]{3,}", plain(text))) - {"THE", "AND", "FOR", "FROM", "WITH"}


def plain(text: str) -> str:
    """Return *text* in capitals and without accents."""
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().upper()


def read(archive: Path) -> dict[str, list[Message]]:
    """Return the messages by set (DEV, TST1 …) with their templates; a text in capitals goes before its mixed form."""
    messages: dict[str, Message] = {}
    templates: list[Template] = []
    for name, body in members(archive):
        text = body.decode("latin-1")
        if Path(name).name.startswith("key-"):
            templates += _templates(text)
        elif _MESSAGE.match(text.lstrip()):
            for message in _messages(text):
                if message.name not in messages or message.text.isupper():
                    messages[message.name] = message
    for template in templates:
        if template.message in messages:
            messages[template.message].templates.append(template)
    sets: dict[str, list[Message]] = {}
    answered = {template.message.split("-")[0] for template in templates} | {"DEV"}
    for name in sorted(messages):
        if name.split("-")[0] in answered:
            sets.setdefault(name.split("-")[0], []).append(messages[name])
    return sets


def _messages(text: str) -> Iterator[Message]:
    heads = list(_MESSAGE.finditer(text))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        body = text[head.end() : following.start() if following else len(text)]
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n|\n(?= {3}\S)", body)]
        line = _DAY.search(body[:300])
        published = span(line.group())[1] if line and line.group(1) else None
        yield Message(head.group(1), published, "\n\n".join(part for part in paragraphs if part))


def _templates(text: str) -> Iterator[Template]:
    for block in re.split(r"(?m)^0\. +MESSAGE: ID", text)[1:]:
        slots: dict[str, list[Filler]] = {}
        lines = ("0.  MESSAGE: ID  " + block).splitlines()
        name = ""
        for line in lines:
            if line.startswith(";"):
                continue
            opened = _SLOT.match(line)
            if opened:
                name, said = opened.group(2).strip(), opened.group(3).strip()
                slots[name] = []
            else:
                said = line.strip()
            if said and said not in {"-", "*"} and name:
                slots[name].append(_filler(said))
        number = slots.get("MESSAGE: TEMPLATE", [])
        if number:
            message = slots["MESSAGE: ID"][0].values[0].split()[0]
            yield Template(message, "OPTIONAL" in number[0].values[0], slots)


def _filler(said: str) -> Filler:
    optional = said.startswith("?")
    tags = [tag.replace('\\"', '"') for tag in _QUOTED.findall(said)]
    value = re.split(r':? *"', said.lstrip("? "), maxsplit=1)[0] if tags else said.lstrip("? ")
    values = [one.strip().lstrip("?").strip() for one in re.split(r" / ", value)]
    return Filler([_bare(one) for one in values if one], tags, optional)


def _bare(value: str) -> str:
    return (
        value[1:-1].strip()
        if value.startswith("(") and value.endswith(")")
        else value.strip("() ")
        + (")" if value.count("(") and value.rstrip("() ").count("(") > value.rstrip("() ").count(")") else "")
    )


def span(said: str) -> tuple[date | None, date | None]:
    """Return the first and the last day a date slot names; the first is None for "on or before"."""
    days = [_day(match) for match in _DAY.finditer(said)]
    found = [day for day in days if day]
    if not found:
        return None, None
    first = None if said.lstrip().startswith("-") else found[0][0]
    return first, found[-1][1]


def _day(match: re.Match[str]) -> tuple[date, date] | None:
    month = MONTHS.get(match.group(2))
    if not month:
        return None
    year = 1900 + int(match.group(3))
    last = monthrange(year, month)[1]
    if match.group(1):
        day = date(year, month, max(1, min(int(match.group(1)), last)))
        return day, day
    return date(year, month, 1), date(year, month, last)
