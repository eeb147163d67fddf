"""What becomes of a comment: plain Python, one table of rules in one order.

``decide`` is given what was sent, the rules of the place and what is known, and asks for nothing. The order, which
docs/newsroom/comments.md tells in words:

1. the place takes no comments: turned away;
2. something is missing or too long: turned away;
3. the writer is banned: turned away;
4. the same words by the same name stand there already: turned away;
5. the writer wrote a moment ago, or slow mode asks for patience: turned away (not staff);
6. it names somebody on the protect list: held, whoever wrote it;
7. staff: published;
8. everything that holds it is collected;
9. likely spam is spam, and a refused word refuses, whatever was decided before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tocsin.comments.statuses import Kind, State, Why

LONGEST_NAME, LONGEST_EMAIL = 245, 100
LARGEST_TEXT = 65_525
"""In bytes."""
MINUTE = 60


class Shut(StrEnum):
    """Why a place takes no comments."""

    EVERYWHERE = "everywhere"
    HERE = "here"
    OLD = "old"
    GONE = "gone"
    """What is answered is not there, or no longer."""


class Turn(StrEnum):
    """Why a comment is turned away, keeping nothing of it."""

    CLOSED = "closed"
    MISSING = "missing"
    TOO_LONG = "too_long"
    BANNED = "banned"
    DUPLICATE = "duplicate"
    TOO_SOON = "too_soon"


@dataclass(frozen=True)
class Submission:
    """What was sent."""

    text: str
    name: str = ""
    email: str = ""
    kind: Kind = Kind.COMMENT
    passage: str = ""
    is_staff: bool = False
    suspicions: Sequence[tuple[Why, str]] = ()
    """Reasons to hold it that the way it was sent gives."""


@dataclass(frozen=True)
class Rules:
    """How the place takes comments: the site's settings, with what differs there."""

    require_name: bool = False
    require_email: bool = False
    longest: int = 5000
    hold_all: bool = True
    hold_first: bool = True
    max_links: int = 2
    hold_details: bool = True
    hold_alike: bool = True
    spam_hold: int = 80
    spam_away: int = 99
    flood_seconds: int = 15
    slow_minutes: int = 0
    """Minutes between two comments of one writer in slow mode; nought when it is off."""


@dataclass(frozen=True)
class Known:
    """What is known of the place, of the writer and of the words."""

    shut: Shut | None = None
    is_banned: bool = False
    is_duplicate: bool = False
    seconds_since: float | None = None
    """Since the writer's last comment anywhere; nothing for one who is not known."""
    strangers: int = 0
    """Comments of writers who are not known, here, in the minutes of slow mode."""
    strangers_most: int = 20
    was_published: bool = False
    """Whether a comment of this writer's has been published."""
    links: int = 0
    details: Sequence[str] = ()
    protected: bool = False
    hold_words: Sequence[str] = ()
    """Words found that hold a comment."""
    refuse_words: Sequence[str] = ()
    """Words found that refuse one."""
    alike: int = 0
    """How many others are much like it."""
    spam: float | None = None
    """The likelihood that it is spam; nothing while the newsroom has taught too little."""
    telling: Sequence[str] = ()
    """The words that make it so."""


@dataclass(frozen=True)
class Verdict:
    """What becomes of it: turned away for *turn*, or kept in *state* for *reasons*."""

    state: State | None = None
    reasons: list[tuple[Why, str]] = field(default_factory=list)
    turn: Turn | None = None
    about: str = ""
    """The field that *turn* is about, or why the place is shut."""
    retry_after: int = 0
    """Seconds."""


def turned_at_once(sent: Submission, rules: Rules, known: Known) -> Verdict | None:
    """Say whether *sent* is turned away by what is known before its words are looked through."""
    return next((turned for step in (_shut, _unfit, _banned) if (turned := step(sent, rules, known))), None)


def decide(sent: Submission, rules: Rules, known: Known) -> Verdict:
    """Say what becomes of *sent*."""
    for step in (_shut, _unfit, _banned, _duplicate, _too_soon):
        if turned := step(sent, rules, known):
            return turned
    if known.protected:
        return Verdict(State.HELD, [(Why.PROTECTED, ""), *_holding(sent, rules, known)])
    if sent.is_staff and sent.kind == Kind.COMMENT:
        return Verdict(State.PUBLISHED)
    return _away(known, rules) or _kept(sent, rules, known)


def _shut(sent: Submission, rules: Rules, known: Known) -> Verdict | None:
    """A report of an error is taken whatever is closed, as it is for the editors; what is gone takes nothing."""
    if known.shut is None or (sent.kind == Kind.CORRECTION and known.shut != Shut.GONE):
        return None
    return Verdict(turn=Turn.CLOSED, about=known.shut)


def _unfit(sent: Submission, rules: Rules, known: Known) -> Verdict | None:
    required = {"text": True, "name": rules.require_name, "email": rules.require_email}
    if sent.kind == Kind.CORRECTION or sent.is_staff:
        required |= {"name": False, "email": False}
    for name, is_required in required.items():
        if is_required and not getattr(sent, name).strip():
            return Verdict(turn=Turn.MISSING, about=name)
    too_long = {
        "name": len(sent.name) > LONGEST_NAME,
        "email": len(sent.email) > LONGEST_EMAIL,
        "text": len(sent.text) > rules.longest or len(sent.text.encode()) > LARGEST_TEXT,
        "passage": len(sent.passage) > rules.longest,
    }
    return next((Verdict(turn=Turn.TOO_LONG, about=name) for name, is_so in too_long.items() if is_so), None)


def _banned(sent: Submission, rules: Rules, known: Known) -> Verdict | None:
    return Verdict(turn=Turn.BANNED) if known.is_banned and not sent.is_staff else None


def _duplicate(sent: Submission, rules: Rules, known: Known) -> Verdict | None:
    return Verdict(turn=Turn.DUPLICATE) if known.is_duplicate else None


def _too_soon(sent: Submission, rules: Rules, known: Known) -> Verdict | None:
    if sent.is_staff:
        return None
    pause = max(rules.flood_seconds, rules.slow_minutes * MINUTE)
    if known.seconds_since is not None and known.seconds_since < pause:
        return Verdict(turn=Turn.TOO_SOON, retry_after=max(1, round(pause - known.seconds_since)))
    if rules.slow_minutes and known.seconds_since is None and known.strangers >= known.strangers_most:
        return Verdict(turn=Turn.TOO_SOON, retry_after=rules.slow_minutes * MINUTE)
    return None


def _away(known: Known, rules: Rules) -> Verdict | None:
    if known.refuse_words:
        return Verdict(State.REFUSED, [(Why.REFUSED_WORDS, ", ".join(known.refuse_words))])
    if known.spam is not None and rules.spam_away and known.spam * 100 >= rules.spam_away:
        return Verdict(State.SPAM, [_spam(known.spam, known)])
    return None


def _kept(sent: Submission, rules: Rules, known: Known) -> Verdict:
    reasons = _holding(sent, rules, known)
    return Verdict(State.HELD, reasons) if reasons else Verdict(State.PUBLISHED)


def _holding(sent: Submission, rules: Rules, known: Known) -> list[tuple[Why, str]]:
    """Return everything that holds it, the gravest first; that all are held is said last."""
    if sent.kind == Kind.CORRECTION:
        return [(Why.CORRECTION, ""), *sent.suspicions]
    return [reason for rule in _HOLDING if (reason := rule(rules, known))] + [
        *sent.suspicions,
        *([(Why.SLOW, "")] if rules.slow_minutes else []),
        *([(Why.ALL, "")] if rules.hold_all else []),
    ]


_Reason = tuple[Why, str] | None
_HOLDING: Sequence[Callable[[Rules, Known], _Reason]] = (
    lambda rules, known: (
        (Why.DETAILS, ", ".join(dict.fromkeys(known.details))) if rules.hold_details and known.details else None
    ),
    lambda rules, known: (Why.WORDS, ", ".join(known.hold_words)) if known.hold_words else None,
    lambda rules, known: (
        _spam(known.spam, known)
        if known.spam is not None and rules.spam_hold and known.spam * 100 >= rules.spam_hold
        else None
    ),
    lambda rules, known: (Why.LINKS, str(known.links)) if rules.max_links and known.links >= rules.max_links else None,
    lambda rules, known: (Why.ALIKE, str(known.alike)) if rules.hold_alike and known.alike else None,
    lambda rules, known: (Why.FIRST, "") if rules.hold_first and not known.was_published else None,
)


def _spam(likelihood: float, known: Known) -> tuple[Why, str]:
    return Why.SPAM, f"{likelihood:.0%}" + (f": {', '.join(known.telling)}" if known.telling else "")
