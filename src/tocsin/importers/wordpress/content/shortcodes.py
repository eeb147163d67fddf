"""The grammar of shortcodes: ``[name key="value"]``, with or without text and a closing ``[/name]``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Literal

_TAG = re.compile(r"\[(?P<closer>/)?(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:[\s/=][^\[\]]*)?)\]", re.ASCII)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[\w-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=]+))"""
    r"""|"(?P<quoted>[^"]*)"|'(?P<apostrophed>[^']*)'|(?P<word>\S+)"""
)
_CURLY = str.maketrans("“”„″‘’′", '""""\'\'\'')

NOTES = frozenset({"ref", "footnote", "footnotes_note", "fn", "efn_note", "mfn", "modern_footnote", "easy_footnote"})
PLAYED = frozenset(
    {"youtube", "vimeo", "tweet", "twitter", "soundcloud", "facebook", "instagram", "dailymotion", "ted", "googlemaps"}
)
CORE = frozenset({"caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist"})


@dataclass(frozen=True)
class Shortcode:
    """One tag of a shortcode in a text. ``place`` and ``end`` are where it stands.

    An ``opener`` has a closer further on; a ``single`` stands alone; a ``literal`` was written to be shown, and
    ``source`` is then what it shows.
    """

    kind: Literal["opener", "closer", "single", "literal"]
    name: str
    source: str
    place: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    """Values without a name, in order."""


def find(text: str) -> list[Shortcode]:
    """Return the tags of shortcodes in *text*, in order; what only looks like one is left out.

    A name that WordPress itself does not know counts where it has values, a closer, or an underline in it: *[sic]*
    and *[1]* are text.
    """
    if "[" not in text:
        return []
    matches = list(_TAG.finditer(text))
    partner = _pairs(matches)
    found: list[Shortcode] = []
    for number, match in enumerate(matches):
        one = _read(match, paired=number in partner)
        if one is not None:
            found.append(_escaped(one, text, matches[partner[number]] if number in partner else None))
    return _without_shown(found)


def _pairs(matches: list[re.Match[str]]) -> dict[int, int]:
    """Tie each closer to the last open tag of its name."""
    open_: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    for number, match in enumerate(matches):
        name = match["name"].lower()
        if not match["closer"]:
            if not match["rest"].endswith("/"):
                open_.setdefault(name, []).append(number)
        elif open_.get(name):
            opener = open_[name].pop()
            found[opener], found[number] = number, opener
    return found


def _read(match: re.Match[str], *, paired: bool) -> Shortcode | None:
    name, rest = match["name"].lower(), match["rest"]
    if match["closer"]:
        return Shortcode("closer", name, match[0], match.start(), match.end()) if paired else None
    alone = rest.endswith("/")
    known = name in CORE or name in NOTES or paired
    named, words = attributes(rest[:-1] if alone else rest)
    if not (known or named or alone or "_" in name or (words and name in PLAYED)):
        return None
    kind: Literal["opener", "single"] = "opener" if paired else "single"
    return Shortcode(kind, name, match[0], match.start(), match.end(), named, words)


def _escaped(one: Shortcode, text: str, partner: re.Match[str] | None) -> Shortcode:
    """``[[name]]`` and ``[[name]…[/name]]`` are shown as they stand, without the outer brackets."""
    first, last = one.place, one.end
    if partner is not None:
        first, last = min(first, partner.start()), max(last, partner.end())
    if text[max(first - 1, 0) : first] != "[" or text[last : last + 1] != "]":
        return one
    return replace(
        one,
        kind="literal",
        place=one.place - (one.place == first),
        end=one.end + (one.end == last),
    )


def _without_shown(found: list[Shortcode]) -> list[Shortcode]:
    """Leave out tags that overlap the one before them."""
    kept: list[Shortcode] = []
    for one in found:
        if not kept or one.place >= kept[-1].end:
            kept.append(one)
    return kept


def attributes(source: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Read ``a="b" c='d' e=f word`` into named values and bare words. Typographic quotes count as straight ones."""
    named: dict[str, str] = {}
    words: list[str] = []
    source = unescape_safely(source)
    straight = '"' in source or "'" in source
    for match in _ATTRIBUTE.finditer(source if straight else source.translate(_CURLY)):
        values = (match["double"], match["single"], match["bare"])
        value = next((value for value in values if value is not None), "")
        if match["name"]:
            named[match["name"].lower()] = value
        else:
            words.append(match["quoted"] or match["apostrophed"] or match["word"] or "")
    return named, tuple(word for word in words if word)


_LONG_NUMBER = re.compile(r"&#(?:0*\d{8,}|[xX]0*[0-9a-fA-F]{7,});?")


def unescape_safely(text: str) -> str:
    """Replace the character references in *text*. Numbers too long to be characters become the sign for that."""
    return unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text
