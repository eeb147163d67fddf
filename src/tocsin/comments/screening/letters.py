"""Text as it reads, whatever characters it was written with."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DASHES = {"\u2212", "\u2043"}
_MARKS = {"Mn", "Me"}


@dataclass(frozen=True)
class Plain:
    """*text* in plain characters; *places* says where in the source each of them stood."""

    text: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the source the characters from *start* to before *end* stood."""
        if start >= end:
            return 0, 0
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=20_000)
def _one(character: str) -> str:
    """Return *character* in its plain form: digits of every script as 0–9, dashes as ``-``, nothing unseen."""
    if character == "\n":
        return character
    kind = unicodedata.category(character)
    if kind in {"Cf", "Cc", "Cs"} and character not in "\t\r\x0b\x0c":
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if kind == "Pd" or character in _DASHES:
        return "-"
    if kind in {"Zs", "Zl", "Zp", "Cc"}:
        return "\n" if kind in {"Zl", "Zp"} else " "
    made = unicodedata.normalize("NFKC", character)
    return made if made == character or len(made) > 4 else "".join(map(_one, made))  # noqa: PLR2004 - ligatures, not words


def plain(text: str) -> Plain:
    """Return *text* in plain characters. A mark set on a digit (a keycap, a stroke) is left out."""
    characters: list[str] = []
    places: list[int] = []
    before = ""
    for place, character in enumerate(text):
        if before.isdigit() and unicodedata.category(character) in _MARKS:
            continue
        made = _one(character)
        for one in made:
            characters.append(one)
            places.append(place)
        before = made[-1:] or before
    return Plain("".join(characters), places)


def folded(text: str) -> str:
    """Return *text* as it is compared: plain characters, no case, no accents, single spaces."""
    bare = unicodedata.normalize("NFKD", plain(text).text.casefold())
    kept = "".join(one for one in bare if not unicodedata.combining(one))
    return " ".join(unicodedata.normalize("NFC", kept).split())
