"""Names and words as they may be shown: nothing in them can turn the line, hide, tower, or pass for something else."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 80
MARKS = 3
"""Combining marks that may stand on one letter; no writing in use needs more."""

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_JOINERS = re.compile("[\u200c\u200d]")
_SEALS = re.compile(
    "[\u00a9\u00ae\u2122\u2605\u2606\u2611\u2705\u2713\u2714\u2b50\u2b51\U0001f396\U0001f5f8\U0001f6e1]"
)
_SPACE = re.compile(r"\s+")

_LIKE = str.maketrans(
    {
        **dict(zip("аеорсхуіјѕһԁԛԝкмтвнгпьъыэ", "aeopcxyijshdqwkmtbhrnbbbe", strict=True)),
        **dict(zip("αβεηικνορτυχωγ", "abenikvoptuxwy", strict=True)),
        **dict(zip("0135|l", "oiesii", strict=True)),
        "ı": "i",
        "ɡ": "g",
        "ɑ": "a",
        "ß": "b",
    }
)
"""Letters that look alike, as one of them."""


def shown_name(name: str) -> str:
    """Return *name* on one line, without what cannot be seen, turns its direction, towers or passes for a badge."""
    text = unicodedata.normalize("NFC", name)
    text = _SEALS.sub("", _HIDDEN.sub("", "".join(letter if _is_text(letter) else " " for letter in text)))
    return lowered(_joined(_SPACE.sub(" ", text).strip()))[:LONGEST_NAME].strip()


def shown_text(text: str) -> str:
    """Return *text* without control characters, signs that turn its direction, and towers of marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (letter if _is_text(letter) or letter == "\n" else " " for letter in text)
    return lowered(_BIDI.sub("", "".join(kept)))


def lowered(text: str) -> str:
    """Leave no more than three combining marks on a letter."""
    if text.isascii():
        return text
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        if marks <= MARKS:
            kept.append(letter)
    return "".join(kept)


def skeleton(name: str) -> str:
    """Return what *name* looks like: two names with the same cannot be told apart at a glance."""
    text = unicodedata.normalize("NFKD", shown_name(name)).casefold().translate(_LIKE)
    return "".join(letter for letter in text if letter.isalnum()).replace("rn", "m").replace("vv", "w")


def mixes_scripts(name: str) -> bool:
    """Tell whether a single word of *name* mixes letters of alphabets that look alike."""
    return any(len(_alphabets(word)) > 1 for word in re.split(r"[\W\d_]+", name))


def _alphabets(word: str) -> set[str]:
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in word)
    return {name for name in names if name in {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}}


def _is_text(letter: str) -> bool:
    """Whether it is no control character, half of a character, private or unassigned."""
    return unicodedata.category(letter) not in {"Cc", "Cs", "Co", "Cn"}


def _joined(text: str) -> str:
    """Leave joiners only where writing needs them: between two letters that are not Latin, or within an emoji."""

    def keep(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return match[0] if before > "\u052f" and after > "\u052f" else ""

    return _JOINERS.sub(keep, text)
