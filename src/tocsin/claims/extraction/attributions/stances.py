"""Stances: the speaker's on what is said, and our own text's, read from the cue."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.claims.extraction.attributions.quotes import Quotes
from tocsin.claims.extraction.attributions.words.forms import listed
from tocsin.claims.extraction.results import Stretch

_SPEAKER = {
    "deny": "deny",
    "reject": "deny",
    "refute": "deny",
    "dismiss": "deny",
    "rebut": "deny",
    "dispute": "deny",
    "doubt": "query",
    "question": "query",
    "ask": "query",
    "wonder": "query",
    "decline": "comment",
    "refuse": "comment",
}
_OURS = {
    **dict.fromkeys(
        listed(
            "confirm admit acknowledge reveal disclose concede confess show know realize realise recognize "
            "recognise discover learn note recall remember demonstrate prove remind underscore underline "
            "highlight point expose"
        ),
        "endorse",
    ),
    **dict.fromkeys(
        listed(
            "claim allege maintain insist contend purport assert accuse charge profess boast blame "
            "suspect allegedly purportedly supposedly ostensibly allegation accusation contention alleged purported "
            "supposed so-called"
        ),
        "distance",
    ),
    **dict.fromkeys(
        listed(
            "suggest imply appear seem look sound hint speculate speculation rumor rumour reportedly apparently "
            "seemingly presumably apparent"
        ),
        "hedge",
    ),
}


def stances(cue: str, doubt: str = "") -> tuple[str, str]:
    """Return the speaker's stance and ours by the lemma of the cue; *doubt* is an adjective with it (*apparent*)."""
    return _SPEAKER.get(cue, "support"), _OURS.get(doubt) or _OURS.get(cue, "relay")


def kind_of(text: str, content: Sequence[Stretch], quotes: Quotes) -> str:
    """Tell whether *content* is all in quotation marks, none of it, or some."""
    if all(_is_quoted(text, stretch, quotes) for stretch in content):
        return "direct"
    if any(quotes.between(start, end) or quotes.at(start) is not None for start, end in content):
        return "mixed"
    return "indirect"


def _is_quoted(text: str, stretch: Stretch, quotes: Quotes) -> bool:
    place, end = stretch
    while place < end:
        quote = quotes.at(place)
        if quote is not None:
            place = quote.end
        elif text[place].isalnum():
            return False
        else:
            place += 1
    return True
