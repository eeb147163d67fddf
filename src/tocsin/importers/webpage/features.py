"""What can be seen of a piece: the readers' votes on it, what stands around it, how it looks."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tocsin.importers.prose.blocks import Table
from tocsin.importers.prose.elements import HEADINGS, Element, words
from tocsin.importers.prose.piece import Piece
from tocsin.importers.webpage.furniture import (
    AROUND,
    CONTENT,
    CREDIT,
    ELSEWHERE,
    LEAD,
    OFFERS,
    begins_after,
    is_control,
)
from tocsin.importers.webpage.votes import READERS, Vote

END = re.compile(r"[.!?…。！？؟।]['\"”’»)\]]*(?:\s*\[\d{1,3}\])*$")
_DATE = re.compile(r"\b(19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b")
_FURNITURE_TAGS = ("nav", "footer", "aside", "header", "form", "button", "label", "fieldset")
_NEAR = 3


@dataclass
class Sight:
    """What was learnt of the page as a whole before its pieces are looked at one by one."""

    found: Sequence[Piece]
    votes: dict[str, Vote]
    article: Vote
    description: Vote
    headline: list[str]
    names: list[list[str]]
    shares: dict[str, list[float]] = field(default_factory=dict)
    mass: dict[Element, float] = field(default_factory=lambda: defaultdict(float))
    voted: dict[Element, float] = field(default_factory=lambda: defaultdict(float))
    linked: dict[Element, float] = field(default_factory=lambda: defaultdict(float))
    looks: dict[str, list[float]] = field(default_factory=lambda: defaultdict(lambda: [0.0, 0.0]))
    repeats: Counter[str] = field(default_factory=Counter)
    classes: dict[Element, tuple[bool, bool]] = field(default_factory=dict)
    total: float = 0.0
    first: int = 0
    last: int = 0
    after: int = 10**9
    titled: int = -1

    def __post_init__(self) -> None:
        self.shares = {name: [self.votes[name].share(piece) for piece in self.found] for name in READERS}
        self.consensus = [_mean([self.shares[name][place] for name in READERS]) for place in range(len(self.found))]
        for place, piece in enumerate(self.found):
            self._weigh(place, piece)
        self.total = sum(share * len(piece.words) for share, piece in zip(self.consensus, self.found, strict=True))
        strong = [
            place for place, share in enumerate(self.consensus) if share > 0.5 and len(self.found[place].words) > 9
        ]
        self.first, self.last = (strong[0], strong[-1]) if strong else (0, len(self.found) - 1)
        titles = [
            place
            for place, piece in enumerate(self.found[: self.first + 1])
            if self.headline and piece.words == self.headline
        ]
        self.titled = titles[-1] if titles else -1
        self._sections()
        endings = (place for place, piece in enumerate(self.found) if place > self.first and begins_after(piece.text))
        self.after = next(endings, 10**9)

    def _sections(self) -> None:
        """Note of each piece how much of its section, from one heading to the next, was voted for."""
        starts = [place for place, piece in enumerate(self.found) if place == 0 or piece.inside(*HEADINGS) is not None]
        self.section = [0.0] * len(self.found)
        self.ending = [False] * len(self.found)
        for start, end in zip(starts, [*starts[1:], len(self.found)], strict=True):
            inside = range(start, end)
            count = sum(len(self.found[place].words) for place in inside)
            voted = sum(len(self.found[place].words) * self.consensus[place] for place in inside)
            for place in inside:
                self.section[place] = voted / (count or 1)
                self.ending[place] = begins_after(self.found[start].text)

    def _weigh(self, place: int, piece: Piece) -> None:
        count, share = len(piece.words), self.consensus[place]
        linked = sum(len(words(run.text)) for run in piece.runs if run.link)
        for element in piece.path:
            self.linked[element] += linked
            self.mass[element] += count
            self.voted[element] += count * share
        look = self.looks[_look(piece)]
        look[0] += count * share
        look[1] += count
        self.repeats[" ".join(piece.words)] += 1

    def named(self, element: Element) -> tuple[bool, bool]:
        """Tell whether the class or id of *element* names furniture, and whether it names content."""
        if element not in self.classes:
            said = f"{element.get('class', '')} {element.get('id', '')}"[:300]
            content = CONTENT.search(said) is not None or "articlebody" in element.get("itemprop", "").lower()
            self.classes[element] = (AROUND.search(said) is not None and not content, content)
        return self.classes[element]


def _look(piece: Piece) -> str:
    """Name how a piece is dressed by its template: its own tag and class and those around it."""
    return "/".join(f"{element.tag}.{element.get('class', '')}" for element in piece.path[:3])


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def features(sight: Sight, place: int) -> dict[str, float]:
    """Return what is seen of the piece at *place*, by name; nearly all between 0 and 1."""
    piece = sight.found[place]
    return {
        "bias": 1.0,
        **{f"vote {name}": sight.shares[name][place] for name in READERS},
        **_around(sight, place, piece),
        **_where(sight, place, piece),
        **_looks(sight, piece),
        **_says(sight, piece),
    }


def _around(sight: Sight, place: int, piece: Piece) -> dict[str, float]:
    """What its neighbours and the elements around it got."""
    found = {}
    for name, near in (("before", range(place - _NEAR, place)), ("after", range(place + 1, place + 1 + _NEAR))):
        inside = [one for one in near if 0 <= one < len(sight.found)]
        found[f"votes {name}"] = _mean([sight.consensus[one] for one in inside])
        next_to = inside[-1:] if name == "before" else inside[:1]
        found[f"vote right {name}"] = _mean([sight.consensus[one] for one in next_to])
    for step, name in ((0, "own"), (1, "parent"), (2, "grandparent")):
        element = piece.path[min(step, len(piece.path) - 1)]
        found[f"voted of {name}"] = sight.voted[element] / (sight.mass[element] or 1)
        found[f"{name} of article"] = sight.voted[element] / (sight.total or 1)
        if step:
            found[f"linked of {name}"] = sight.linked[element] / (sight.mass[element] or 1)
    found["voted of section"] = sight.section[place]
    found["in an ending section"] = float(sight.ending[place])
    look = sight.looks[_look(piece)]
    found["look of article"] = look[0] / (sight.total or 1)
    found["voted of look"] = look[0] / (look[1] or 1)
    found["all votes"] = float(all(sight.shares[name][place] > 0.5 for name in READERS))
    found["no votes"] = float(not any(sight.shares[name][place] > 0.5 for name in READERS))
    return found


def _where(sight: Sight, place: int, piece: Piece) -> dict[str, float]:
    """Where it stands; elements that hold most of the article say nothing about what is in them."""
    narrow = [element for element in piece.path if sight.voted[element] < 0.6 * (sight.total or 1)]
    wide = piece.path[len(narrow) :]
    named = [sight.named(element) for element in narrow]
    tags = {element.tag for element in narrow}
    span = max(sight.last - sight.first, 1)
    return {
        "named furniture": float(any(around for around, _content in named)),
        "named furniture twice": float(sum(around for around, _content in named) > 1),
        "named lead": float(
            any(LEAD.search(f"{element.get('class', '')} {element.get('id', '')}"[:300]) for element in narrow[:3])
        ),
        "under headline": float(-1 < sight.titled < place < sight.first),
        "right under headline": float(-1 < sight.titled < place <= sight.titled + 3),
        "above headline": float(place < sight.titled),
        "named content": float(any(content for _around, content in named)),
        "in content": float(any(sight.named(element)[1] or element.tag == "article" for element in wide[:2])),
        **{f"in {tag}": float(tag in tags) for tag in _FURNITURE_TAGS},
        "apart": min(len(narrow), 10) / 10,
        "in its own article": float("article" in tags),
        "before article": float(place < sight.first),
        "long before article": float(place < sight.first - 5),
        "after article": float(place > sight.last),
        "long after article": float(place > sight.last + 5),
        "along article": min(max((place - sight.first) / span, 0.0), 1.0),
        "after an ending": float(place >= sight.after),
        "long after an ending": float(place >= sight.after + 3),
    }


def _looks(sight: Sight, piece: Piece) -> dict[str, float]:
    """How it is made."""
    count = len(piece.words)
    linked = sum(len(run.text) for run in piece.runs if run.link) / (len(piece.text) or 1)
    element = piece.element
    return {
        "words": math.log1p(min(count, 200)) / math.log(201),
        "one or two words": float(count <= 2),
        "few words": float(2 < count <= 8),
        "many words": float(count > 40),
        "linked": linked,
        "all linked": float(linked > 0.9),
        "ends as a sentence": float(END.search(piece.text) is not None),
        "paragraph": float(element.tag == "p"),
        "heading": float(piece.inside(*HEADINGS) is not None),
        "first heading": float(piece.inside("h1") is not None),
        "item": float(piece.inside("li", "dd", "dt") is not None),
        "cell": float(piece.inside("td", "th") is not None),
        "bare": float(element.tag in {"div", "span", "section", "body"}),
        "table": float(isinstance(piece.shape, Table)),
        "picture": float(piece.shape is not None and not isinstance(piece.shape, Table)),
        "caption": float(piece.inside("figcaption", "caption", "figure") is not None),
        "quote": float(piece.inside("blockquote") is not None),
        "preformatted": float(bool(piece.preformatted)),
        "all bold": float(bool(piece.runs) and all(run.bold for run in piece.runs if run.text.strip())),
        "repeated": float(sight.repeats[" ".join(piece.words)] > 1),
    }


def _says(sight: Sight, piece: Piece) -> dict[str, float]:
    """What it says."""
    text, count = piece.text, len(piece.words)
    short = count <= 12
    signs = len(text) or 1
    described = sight.article.count > 50
    share = sight.article.share(piece) if described else 0.0
    return {
        "begins what is after": float(begins_after(text)),
        "control": float(is_control(text)),
        "sends elsewhere": float(ELSEWHERE.search(text) is not None),
        "offers": float(OFFERS.search(text[:600]) is not None),
        "credit": float(CREDIT.search(text[:300]) is not None),
        "in description": sight.description.share(piece),
        "date": float(short and _DATE.search(text) is not None),
        "name": float(short and any(name and " ".join(name) in " ".join(piece.words) for name in sight.names)),
        "headline": float(bool(sight.headline) and piece.words == sight.headline),
        "described": share,
        "not described": float(described and share < 0.3),
        "capitals": sum(sign.isupper() for sign in text) / signs,
        "digits": sum(sign.isdigit() for sign in text) / signs,
        "bars": min(text.count("|") + text.count("•") + text.count("·") + text.count("»"), 3) / 3,
        "copyright": float("©" in text or "copyright" in text.lower()[:200]),
        "address": float("http" in text or "www." in text or "@" in text),
        "colon": float(text.endswith(":")),
        "asks": float(text.endswith("?")),
    }


def of_page(
    found: Sequence[Piece],
    votes: dict[str, Vote],
    article: Vote,
    description: Vote,
    headline: str,
    names: Sequence[str],
) -> list[dict[str, float]]:
    """Return the features of all pieces of a page."""
    sight = Sight(found, votes, article, description, words(headline), [words(name) for name in names])
    return [features(sight, place) for place in range(len(found))]
