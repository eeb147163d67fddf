"""Which pieces of a page are the article: the votes of several readers and what can be seen of each are weighed."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from tocsin.importers.prose.blocks import Picture
from tocsin.importers.prose.elements import HEADINGS, Element
from tocsin.importers.prose.piece import Piece
from tocsin.importers.webpage.features import END, of_page
from tocsin.importers.webpage.metadata import About
from tocsin.importers.webpage.votes import vote, votes

WEIGHTS = Path(__file__).with_name("weights.toml")
_HALF = 0.5
_FEWEST_WORDS = 25
_PROSE_WORDS = 12
_NEAR = 3

_KINDS = (
    ("comments", re.compile(r"comment|respond|repl(y|ies)|disqus|discussion", re.IGNORECASE)),
    ("cookie notice", re.compile(r"cookie|consent|gdpr", re.IGNORECASE)),
    ("newsletter", re.compile(r"newsletter|subscri|sign-?up", re.IGNORECASE)),
    ("share bar", re.compile(r"shar(e|ing)|social|addthis", re.IGNORECASE)),
    (
        "other articles",
        re.compile(r"related|recommend|teaser|popular|trending|latest|recent|more-|most-", re.IGNORECASE),
    ),
    ("advertising", re.compile(r"(^|[\s_-])(ads?|advert\w*|sponsor\w*|promo\w*)($|[\s_-])", re.IGNORECASE)),
    ("search and forms", re.compile(r"search|login|form", re.IGNORECASE)),
    ("navigation", re.compile(r"nav|menu|breadcrumb|pagination|tags?($|[\s_-])", re.IGNORECASE)),
    ("foot of the page", re.compile(r"foot|copyright|legal", re.IGNORECASE)),
)
_KINDS_BY_TAG = {"nav": "navigation", "form": "search and forms", "footer": "foot of the page"}


@cache
def weights() -> dict[str, float]:
    """Return how much each feature counts; ``python -m benchmarks.eval.fit`` finds them (decision 0021)."""
    return dict(tomllib.loads(WEIGHTS.read_text(encoding="utf-8")))


def choose(found: Sequence[Piece], source: str, root: Element, about: About) -> None:
    """Mark in *found* the pieces that are the article, and say of the others what they seem to be."""
    if not found:
        return
    seen = look(found, source, root, about)
    for piece, features in zip(found, seen, strict=True):
        piece.score = score(features) if piece.words else 0.0
        piece.chosen = piece.score > _HALF
    if _count(found) < _FEWEST_WORDS:
        _rescue(found, seen)
    _drop_bare_headings(found)
    _add_pictures(found)
    for piece in found:
        piece.reason = "" if piece.chosen else _kind(piece)


def look(found: Sequence[Piece], source: str, root: Element, about: About) -> list[dict[str, float]]:
    """Return the features of each piece."""
    voted, described, said = votes(source, root), vote(about.described), vote(about.standfirst)
    return of_page(found, voted, described, said, about.headline, about.byline)


def score(features: dict[str, float]) -> float:
    """Return how likely a piece with *features* is part of the article, from 0 to 1."""
    known = weights()
    total = sum(known.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(min(total, 50.0), -50.0)))


def _count(found: Iterable[Piece]) -> int:
    return sum(len(piece.words) for piece in found if piece.chosen)


def _rescue(found: Sequence[Piece], seen: Sequence[dict[str, float]]) -> None:
    """Where next to nothing was chosen, take what the best single reader took, or else all running text."""
    for piece, features in zip(found, seen, strict=True):
        piece.chosen = piece.chosen or features["vote standard"] > _HALF
    if _count(found) < _FEWEST_WORDS:
        for piece in found:
            prose = len(piece.words) >= _PROSE_WORDS and END.search(piece.text) is not None
            piece.chosen = piece.chosen or prose


def _drop_bare_headings(found: Sequence[Piece]) -> None:
    """A heading goes with the text below it: where none of that was chosen, the heading is not either."""
    below = False
    for piece in reversed(found):
        if piece.inside(*HEADINGS) is None:
            below = below or piece.chosen
        else:
            piece.chosen = piece.chosen and below
            below = piece.chosen


def _add_pictures(found: Sequence[Piece]) -> None:
    """Pictures and players have no words to judge, or too few: those among the chosen pieces are taken.

    A caption tells little of where its picture belongs; standing right beside running text of the article does.
    """
    texts = [place for place, piece in enumerate(found) if piece.chosen]
    for place, piece in enumerate(found):
        if piece.shape is not None and not piece.chosen and texts and texts[0] - _NEAR <= place <= texts[-1]:
            near = [found[one] for one in texts if abs(one - place) <= _NEAR]
            among = not piece.words or (isinstance(piece.shape, Picture) and _is_beside(piece, near))
            piece.chosen = bool(near) and among and not _kind_named(piece)


def _is_beside(piece: Piece, texts: Iterable[Piece]) -> bool:
    around = piece.element.getparent()
    return any(text.shape is None and text.element.getparent() is around for text in texts)


def _kind(piece: Piece) -> str:
    return _kind_named(piece) or "other"


def _kind_named(piece: Piece) -> str:
    """Say what kind of furniture the elements around *piece* are named for."""
    for element in piece.path:
        if element.tag in {"body", "html", "main", "article"}:
            break
        if element.tag in _KINDS_BY_TAG:
            return _KINDS_BY_TAG[element.tag]
        said = f"{element.get('class', '')} {element.get('id', '')}"[:300]
        for kind, pattern in _KINDS:
            if pattern.search(said):
                return kind
    return ""
