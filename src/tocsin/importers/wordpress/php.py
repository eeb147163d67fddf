"""PHP's serialised values to plain data. Nothing is built, called or loaded; an object becomes a ``Thing``.

Lengths of strings count bytes of UTF-8. Exports that were searched and replaced, or whose line ends were changed, carry
false lengths; a string is then taken to end at the first ``";`` after which a value or an end can stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

MAX_BYTES = 4 * 2**20
MAX_DEPTH = 64
MAX_VALUES = 200_000

Value: TypeAlias = "bool | float | str | dict[int | str, Value] | Thing | None"

_NUMBER = re.compile(rb"(-?[0-9]{1,20});")
_REAL = re.compile(rb"([-+0-9.eE]{1,40}|-?INF|NAN);")
_COUNT = re.compile(rb"([0-9]{1,9}):")
_NEXT = re.compile(rb"\";(?=[sSiadbONrRCE]:|N;|\}|$)")
_OWNER = re.compile(r"^\0[^\0]*\0")
_ESCAPE = re.compile(rb"\\([0-9a-fA-F]{2})")


class NotSerialised(ValueError):
    """A text is no serialised value, or is larger or deeper than ``MAX_BYTES``, ``MAX_DEPTH``, ``MAX_VALUES``."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What was an object: its class in words, its properties without their visibility."""

    name: str
    fields: Mapping[int | str, Value]


def load(text: str) -> Value:
    """Read one serialised value. Arrays are dicts in their order; references are ``None``. Raises ``NotSerialised``."""
    data = text.strip().encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise NotSerialised(f"The value is longer than {MAX_BYTES} bytes.")
    reader = _Reader(data)
    value = reader.value(0)
    if reader.at != len(data):
        raise NotSerialised(f"There is more behind the value, at byte {reader.at}.")
    return value


def load_or_text(text: str) -> Value:
    """Read a meta value as WordPress does: what is not serialised is text."""
    if not is_serialised(text):
        return text
    try:
        return load(text)
    except NotSerialised:
        return text


def is_serialised(text: str) -> bool:
    """Whether *text* looks like a serialised value."""
    return re.match(r"\s*(?:N;|[bid]:[-+0-9.INFA]|[sSaOCE]:[0-9]+:)", text) is not None


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at, self.values = data, 0, 0

    def value(self, depth: int) -> Value:
        self.values += 1
        if depth > MAX_DEPTH or self.values > MAX_VALUES:
            raise NotSerialised("The value is nested too deeply or holds too much.")
        mark = self.data[self.at : self.at + 2]
        self.at += 2
        if mark in {b"a:", b"O:"}:
            return self._holder(mark, depth)
        if mark not in _SIMPLE:
            raise NotSerialised(f"No value begins at byte {self.at - 2}.")
        return _SIMPLE[mark](self)

    def _holder(self, mark: bytes, depth: int) -> Value:
        if mark == b"a:":
            return self._pairs(depth)
        return Thing(self._class(), {_bare(key): value for key, value in self._pairs(depth).items()})

    def reference(self) -> None:
        """What a reference points to is not looked up."""
        self.match(_NUMBER)

    def match(self, pattern: re.Pattern[bytes]) -> bytes:
        found = pattern.match(self.data, self.at)
        if not found:
            raise NotSerialised(f"Not what was expected at byte {self.at}.")
        self.at = found.end()
        return found[1]

    def _expect(self, mark: bytes) -> None:
        if not self.data.startswith(mark, self.at):
            raise NotSerialised(f"{mark.decode()!r} is missing at byte {self.at}.")
        self.at += len(mark)

    def real(self) -> float:
        try:
            return float(self.match(_REAL))
        except ValueError:
            raise NotSerialised(f"No number before byte {self.at}.") from None

    def string(self, *, escaped: bool = False) -> str:
        length = int(self.match(_COUNT))
        self._expect(b'"')
        end = self.at + length
        if not self.data.startswith(b'";', end) or escaped:
            found = _NEXT.search(self.data, self.at)
            if not found:
                raise NotSerialised(f"A string does not end, from byte {self.at}.")
            end = found.start()
        raw = self.data[self.at : end]
        self.at = end + 2
        if escaped:
            raw = _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), raw)
        return raw.decode("utf-8", "replace")

    def _pairs(self, depth: int) -> dict[int | str, Value]:
        count = int(self.match(_COUNT))
        self._expect(b"{")
        found: dict[int | str, Value] = {}
        for _ in range(count):
            key = self.value(MAX_DEPTH)
            if isinstance(key, bool) or not isinstance(key, int | str):
                raise NotSerialised(f"A key before byte {self.at} is neither number nor text.")
            found[key] = self.value(depth + 1)
        self._expect(b"}")
        return found

    def _class(self) -> str:
        """The class of an object, whose name is followed by a colon."""
        length = int(self.match(_COUNT))
        self._expect(b'"')
        name = self.data[self.at : self.at + length]
        self.at += length
        self._expect(b'":')
        return name.decode("utf-8", "replace")

    def custom(self) -> Thing:
        """An object that serialised itself: its words stay as they are."""
        name = self._class()
        length = int(self.match(_COUNT))
        self._expect(b"{")
        raw = self.data[self.at : self.at + length]
        self.at += length
        self._expect(b"}")
        return Thing(name, {"": raw.decode("utf-8", "replace")})


def _bare(key: int | str) -> int | str:
    """A property's name without the class that owns it."""
    return _OWNER.sub("", key) if isinstance(key, str) else key


_SIMPLE: dict[bytes, Callable[[_Reader], Value]] = {
    b"N;": lambda reader: None,
    b"b:": lambda reader: reader.match(_NUMBER) != b"0",
    b"i:": lambda reader: int(reader.match(_NUMBER)),
    b"d:": _Reader.real,
    b"s:": _Reader.string,
    b"E:": _Reader.string,
    b"S:": lambda reader: reader.string(escaped=True),
    b"C:": _Reader.custom,
    b"r:": _Reader.reference,
    b"R:": _Reader.reference,
}
