"""The quick way: an item or a term as WordPress writes it, read in one go. Whatever is not so is left to the scanner.

Nothing is mended here. The pattern must cover it without a gap, and what it finds must be what XML would find; a
test holds both ways to the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tocsin.importers.wordpress.read import identity, names
from tocsin.importers.wordpress.read.bags import Bag
from tocsin.importers.wordpress.read.leaf import NAME

_PART = re.compile(
    rf"(\s*+<(/?)({NAME})((?:\s[^<>&/]*+)?)"
    r"(?:(/)>|>(?:(?:<!\[CDATA\[((?:[^\]]++|\](?!\]>))*+)\]\]>|([^<&\]]*+))(</)\3>)?))"
)
_ATTRIBUTE = rf"""\s++({NAME})=(?:"([^"]*+)"|'([^']*+)')"""
_ATTRIBUTES = re.compile(rf"(?:{_ATTRIBUTE})*+\s*+")
_ONE = re.compile(_ATTRIBUTE)
_LONGEST = 500


def read(kind: str, text: str, known: dict[str, str], resolve: Callable[[str], str], line: int) -> Bag | None:
    """Read what stands in an element *kind*; ``None`` where it needs the slow way."""
    found = _PART.findall(text)
    if sum([len(part[0]) for part in found]) < len(text.rstrip(" \t\r\n")):
        return None
    nest = _Nest(Bag(kind, line, size=len(text)))
    for _, slash, raw, inside, empty, cdata, plain, end in found:
        name = known.get(raw) or resolve(raw)
        if name in names.CONTAINERS:
            if inside or end or empty or not (nest.close(name) if slash else nest.open(name)):
                return None
        elif slash or not (end or empty) or not nest.keep(name, inside, cdata or plain.strip(" \t\r\n")):
            return None
    return None if nest.outer else nest.bag


class _Nest:
    """What is being filled, and what it stands in. Each step says whether it may be so."""

    def __init__(self, top: Bag) -> None:
        self.top = self.bag = top
        self.outer: list[Bag] = []

    def open(self, name: str) -> bool:
        if self.bag.name not in names.PARENTS.get(name, ()):
            return False
        self.outer.append(self.bag)
        self.bag = Bag(name)
        return True

    def close(self, name: str) -> bool:
        if name != self.bag.name or not self.outer:
            return False
        self.outer[-1].hold(self.bag, self.top.left_out)
        self.bag = self.outer.pop()
        return True

    def keep(self, name: str, inside: str, text: str) -> bool:
        bag = self.bag
        if names.OWNERS.get(name, bag.name) != bag.name or (bag.name in names.METAS and name not in names.META_PARTS):
            return False
        attributes = _attributes(inside) if inside else ("", "")
        if attributes is None:
            return False
        if name == "category":
            bag.terms.append((*attributes, text))
        elif name in identity.COUNTED:
            if text.strip():
                self.top.left_out[identity.COUNTED[name]] = self.top.left_out.get(identity.COUNTED[name], 0) + 1
        elif text:
            bag.texts.setdefault(name, text)
        return True


@lru_cache(maxsize=4096)
def _attributes(inside: str) -> tuple[str, str] | None:
    """The domain and the nicename; ``None`` where the attributes are not as they should be."""
    if "xmlns" in inside or not _ATTRIBUTES.fullmatch(inside) or len(inside) > _LONGEST:
        return None
    found = {name: double or single for name, double, single in _ONE.findall(inside)}
    return found.get("domain", ""), found.get("nicename", "")
