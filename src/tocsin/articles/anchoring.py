"""Where a span's words stand in another version of its text. Plain Python.

The rule: the same occurrence of the exact words; else of the words with white space and quotation marks made alike;
where words occur more than once, the occurrence that the edit left in place, or the one with the same words around it;
otherwise none, and the span is an orphan that the editor sees. Nothing is matched approximately.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from tocsin.lib.alike import made_alike

AROUND = 32
"""How many code points before and after are kept to tell one occurrence from another."""

NEAR = 12
"""How many of these must be the same for a few words that were moved."""

ENOUGH = 4
"""So many words are told from any others by themselves."""

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Selector:
    """A span's words (W3C ``TextQuoteSelector``) and their place (``TextPositionSelector``)."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, start: int, end: int) -> Selector:
    """Return the selector of the words of *text* from *start* to *end*."""
    return Selector(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND], start, end)


def occurrences(text: str, words: str) -> list[int]:
    """Return where *words* stand in *text*, overlapping ones included."""
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def locate(text: str, selector: Selector) -> Selector | None:
    """Find *selector* in a text it was not made in, or of which no earlier version is at hand.

    Its only occurrence, the one at its own place, or the only one with the same words around it; else none.
    """
    for plain in (_as_written, made_alike):
        folded, places = plain(text)
        words = plain(selector.exact)[0].strip() if plain is made_alike else selector.exact
        found = occurrences(folded, words)
        chosen = _choose(found, folded, words, plain(selector.prefix)[0], plain(selector.suffix)[0], selector, places)
        if chosen is not None:
            return select(text, places[chosen], places[chosen + len(words) - 1] + 1)
    return None


def _choose(  # noqa: PLR0913, PLR0917 - an occurrence and all that tells it from others
    found: list[int], text: str, words: str, before: str, after: str, selector: Selector, places: Sequence[int]
) -> int | None:
    if len(found) <= 1:
        return found[0] if found else None
    alike = [
        at
        for at in found
        if text[:at].endswith(before) and text.startswith(after, at + len(words)) and (before or after)
    ]
    if len(alike) == 1:
        return alike[0]
    return next((at for at in alike or found if places[at] == selector.start), None)


def carry(old: str, new: str, selectors: list[Selector]) -> list[Selector | None]:
    """Carry *selectors* of the text *old* over to *new*: each with its new place, or none for an orphan.

    Words that stayed where they were keep their span. Words that were cut and pasted are found when one occurrence is
    missing and one is new: an occurrence that was there before, as other words of *old*, is never taken.
    """
    if old == new:
        return list(selectors)
    carried = _carry(old, new, selectors)
    if None not in carried:
        return carried
    return [one or other for one, other in zip(carried, _carry_alike(old, new, selectors, carried), strict=True)]


@dataclass(frozen=True)
class _Stayed:
    """A run of the old text that stands in the new one: where in old, where in new, how many code points."""

    old: int
    new: int
    size: int


def _carry(old: str, new: str, selectors: list[Selector]) -> list[Selector | None]:
    stayed = _stayed(old, new)
    return [_carried(old, new, stayed, one) for one in selectors]


def _carried(old: str, new: str, stayed: list[_Stayed], one: Selector) -> Selector | None:
    if old[one.start : one.end] != one.exact:
        return None
    homes = occurrences(old, one.exact)
    at = _image(stayed, one.start, one.end)
    if len(homes) > 1:
        at = _of_several(old, new, stayed, one, at)
    elif at is None:
        at = _pasted(old, new, stayed, one)
    return None if at is None else select(new, at, at + len(one.exact))


def _of_several(old: str, new: str, stayed: list[_Stayed], one: Selector, image: int | None) -> int | None:
    """Of words that occurred more than once: the place whose neighbours are this occurrence's more than any other's.

    Where an edit lies between two occurrences, what was compared says only that *one* of them stayed, not which.
    """
    others = [home for home in occurrences(old, one.exact) if home != one.start]

    def reach(at: int, home: int = one.start) -> tuple[int, int]:
        return _alike_around(old, home, new, at, len(one.exact))

    def is_its_own(at: int) -> bool:
        before, after = reach(at)
        return all(rival[0] <= before and rival[1] <= after for rival in (reach(at, home) for home in others))

    if image is not None and is_its_own(image):
        return image
    taken = {_image(stayed, home, home + len(one.exact)) for home in others}
    free = [at for at in occurrences(new, one.exact) if at not in taken]
    found = [at for at in free if is_its_own(at) and max(reach(at)) >= NEAR]
    return found[0] if len(found) == 1 else None


def _alike_around(old: str, home: int, new: str, at: int, length: int) -> tuple[int, int]:
    """How many code points before and after agree between an occurrence in *old* and one in *new*."""
    before = zip(old[max(0, home - AROUND) : home][::-1], new[max(0, at - AROUND) : at][::-1], strict=False)
    after = zip(old[home + length : home + length + AROUND], new[at + length : at + length + AROUND], strict=False)
    run_before = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], before))
    return run_before, sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], after))


def _image(stayed: list[_Stayed], start: int, end: int) -> int | None:
    """Where the words from *start* to *end* stayed, if they stayed whole."""
    position = bisect_right(stayed, start, key=lambda block: block.old) - 1
    if position < 0:
        return None
    block = stayed[position]
    return block.new + start - block.old if end <= block.old + block.size else None


def _pasted(old: str, new: str, stayed: list[_Stayed], one: Selector) -> int | None:
    """The one occurrence that is new, where one is missing; a few words alone need a neighbour they had before."""
    length = len(one.exact)
    images = [_image(stayed, at, at + length) for at in occurrences(old, one.exact)]
    fresh = [at for at in occurrences(new, one.exact) if at not in images]
    if len(fresh) != 1 or images.count(None) != 1:
        return None
    at = fresh[0]
    if len(one.exact.split()) >= ENOUGH:
        return at
    before, after = one.prefix[-NEAR:], one.suffix[:NEAR]
    near = (len(before) == NEAR and new[:at].endswith(before)) or (
        len(after) == NEAR and new.startswith(after, at + length)
    )
    return at if near else None


def _carry_alike(
    old: str, new: str, selectors: list[Selector], carried: list[Selector | None]
) -> Iterator[Selector | None]:
    """The same rule over texts in which quotation marks, dashes and white space are alike."""
    (old_plain, old_places), (new_plain, new_places) = made_alike(old), made_alike(new)
    stayed = _stayed(old_plain, new_plain)
    for one, found in zip(selectors, carried, strict=True):
        if found or old[one.start : one.end] != one.exact:
            yield None
            continue
        start, end = bisect_right(old_places, one.start) - 1, bisect_right(old_places, one.end - 1)
        plain = _carried(old_plain, new_plain, stayed, select(old_plain, start, end))
        yield plain and select(new, new_places[plain.start], new_places[plain.end - 1] + 1)


def _stayed(old: str, new: str) -> list[_Stayed]:
    """The runs of *old* that stand in *new* in the same order. What is before and after an edit is set aside first."""
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _common(ours, theirs)
    tail = _common(ours[head:][::-1], theirs[head:][::-1])
    our_places, their_places = _starts(ours), _starts(theirs)
    middle = SequenceMatcher(
        str.isspace, ours[head : len(ours) - tail], theirs[head : len(theirs) - tail], autojunk=False
    )
    blocks = [(0, 0, head), *((i + head, j + head, size) for i, j, size in middle.get_matching_blocks() if size)]
    blocks.append((len(ours) - tail, len(theirs) - tail, tail))
    return [_Stayed(our_places[i], their_places[j], our_places[i + n] - our_places[i]) for i, j, n in _joined(blocks)]


def _common(ours: list[str], theirs: list[str]) -> int:
    pairs = zip(ours, theirs, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(ours), len(theirs)))


def _joined(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Blocks that follow each other in both texts, as one."""
    joined: list[tuple[int, int, int]] = []
    for i, j, size in blocks:
        if not size:
            continue
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (i, j):
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
        else:
            joined.append((i, j, size))
    return joined


def _starts(tokens: list[str]) -> list[int]:
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places


def _as_written(text: str) -> tuple[str, Sequence[int]]:
    return text, range(len(text))
