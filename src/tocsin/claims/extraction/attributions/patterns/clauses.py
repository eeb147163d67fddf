"""Parts of a sentence by its marks: the clause around a cue, and what may be said before and after it."""

from __future__ import annotations

from tocsin.claims.extraction.attributions.patterns.tokens import Token, is_bound
from tocsin.claims.extraction.attributions.quotes import Quote
from tocsin.claims.extraction.attributions.words.forms import Words, listed
from tocsin.claims.extraction.results import Stretch

_LONG = 60
_NEAR = 14
_SOON = 20
_DASHES = frozenset("—–―-")
_REJECTING = ("відкин", "отверг", "rechaz")
"""Cues that may refuse a proposal as well as deny a deed."""
RELATIVES = listed(
    """
    der die das den dem dessen deren denen wo wobei welche welcher welches nachdem als während weil obwohl wenn um
    который которая которое которые где куда когда який яка яке які де коли který která které kteří kde když
    que quien cuyo donde cuando qui dont où who which where when
    """
)


class Clauses:
    """The clauses of a text, asked by the numbers of its tokens. Marks at the ends of what it returns are left out."""

    def __init__(self, tokens: list[Token], words: Words) -> None:
        self.tokens, self.words = tokens, words

    def clause(self, place: int, lo: int, end: int) -> tuple[int, int]:
        """Return the bounds of the clause around *place*: the marks before and after it."""
        left = place
        while left > max(lo, place - _LONG) and not is_bound(self.tokens[left - 1]):
            left -= 1
        right = min(place + 1, end)
        while right < min(end, place + _LONG) and not is_bound(self.tokens[right]):
            right += 1
        return left, right

    def quote_before(self, left: int, lo: int) -> Quote | None:
        """Return the quotation that ends before the clause, a comma or a dash between."""
        at = left - 1
        while at >= lo and self.tokens[at].quote is None and self.tokens[at].text in ",—–―-":
            at -= 1
        return self.tokens[at].quote if at >= lo else None

    def content_after(self, place: int, right: int, end: int) -> list[Stretch]:
        """Return the clause with *that*, the quotation or the words after a colon that follow the cue."""
        tokens, words = self.tokens, self.words
        for at in range(place + 1, min(right, place + _NEAR + 1)):
            if tokens[at].low in words.that:
                return self.stretch(at, self.clause_end(at, end))
        if right + 1 >= end and (right >= end or tokens[right].quote is None):
            return []
        clausal = tokens[place].low in words.clausal
        quote = tokens[right].quote or (tokens[right + 1].quote if tokens[right].text == "," else None)
        if quote is not None:
            return [] if clausal else [(quote.start, quote.end)]
        return self.clause_after(right, end, clausal=clausal)

    def clause_after(self, mark: int, end: int, *, clausal: bool) -> list[Stretch]:
        """Return what follows the colon or comma *mark*; after a comma it must be a clause that is said."""
        following = mark + 1
        if self.tokens[mark].text == ":":
            return [] if clausal else self.stretch(following, end)
        if self.tokens[mark].text != ",":
            return []
        if self.tokens[following].low in self.words.that:
            return self.stretch(following, self.clause_end(following, end))
        bare = self.words.bare_clause and not clausal and self.reports(following, end)
        return self.stretch(following, end) if bare else []

    def reports(self, following: int, end: int) -> bool:
        """Tell whether the clause after the comma is reported speech, not one that tells more of a noun (German)."""
        if self.tokens[following].low not in RELATIVES:
            return True
        return any(token.low in self.words.reported for token in self.tokens[following : min(end, following + _SOON)])

    def clause_end(self, place: int, end: int) -> int:
        """Return where the clause from *place* ends: before a second cue of the same subject, or with the sentence."""
        tokens = self.tokens
        for at in range(place + 1, min(end - 1, place + 2 * _LONG)):
            if (
                tokens[at].low in self.words.conjunctions
                and tokens[at + 1].low in self.words.verbs
                and tokens[at].quote is None
            ):
                return at - 1 if tokens[at - 1].text == "," else at
        return end

    def content_before(self, left: int, place: int, lo: int, initial: bool) -> list[Stretch]:
        """Return the sentence before a tag such as *, said the mayor*."""
        at = left - 1
        while at >= lo and self.tokens[at].text in ",—–―-":
            at -= 1
        if at + 1 == left or at - lo < 1 or not (initial or place - left <= _NEAR):
            return []
        if self.tokens[left].low in self.words.that | self.words.conjunctions | RELATIVES:
            return []
        if not initial and self.tokens[left - 1].text == ",":
            return []
        begin = lo
        while begin < at and self.tokens[begin].text in _DASHES:
            begin += 1
        return self.stretch(begin, at + 1)

    def dialogue(self, right: int, lo: int, end: int) -> list[Stretch]:
        """Return what goes on after the speaker of a line that begins with a dash was named."""
        tokens = self.tokens
        dash = right + 1 if right < end and tokens[right].text in ",!?" else right
        if tokens[lo].text not in _DASHES or dash + 1 >= end or tokens[dash].text not in _DASHES:
            return []
        return self.stretch(dash + 1, end)

    def told_of(self, place: int, right: int) -> list[Stretch]:
        """Return the noun a cue tells of: *сообщили о задержании двух человек*."""
        tokens, words = self.tokens, self.words
        if not words.telling or not tokens[place].low.startswith(words.telling):
            return []
        for at in range(place + 1, min(right, place + _NEAR)):
            if tokens[at].low in words.about and at + 1 < right:
                pointing = any(tokens[at + 1].low == phrase[-1] for phrase in words.pointing)
                return [] if pointing else self.stretch(at, right)
        return []

    def denied(self, place: int, right: int) -> list[Stretch]:
        """Return the deed a cue denies: *заперечує удар по лікарні*, *negó haber atacado la escuela*."""
        low, before = self.tokens[place].low, self.tokens[place - 1].low if place else ""
        if not self.words.deny or not low.startswith(self.words.deny) or low.startswith(_REJECTING):
            return []
        following = self.tokens[place + 1].low if place + 1 < right else ""
        if before in self.words.particles or following in self.words.prepositions - {"a", "al"}:
            return []
        return self.stretch(place + 1, right)

    def second_part(self, right: int, end: int) -> list[Stretch]:
        """Return the quotation that goes on after the speaker was named."""
        at = right
        while at < end and self.tokens[at].quote is None and self.tokens[at].text in ",.:—–―-":
            at += 1
        if right < at < end and self.tokens[at].quote is not None:
            quote = self.tokens[at].quote
            return [(quote.start, quote.end)] if quote else []
        return []

    def rest(self, left: int, right: int, lo: int, end: int) -> list[Stretch]:
        """Return the sentence without the clause or phrase from *left* to *right*."""
        tokens = self.tokens
        found: list[Stretch] = []
        before = left
        while before > lo and tokens[before - 1].text in ",—–―-":
            before -= 1
        if before > lo:
            found += self.stretch(lo, before)
        after = right
        while after < end and tokens[after].text in ",—–―-" and tokens[after].quote is None:
            after += 1
        if after < end:
            found += self.stretch(after, end)
        return found

    def stretch(self, lo: int, hi: int) -> list[Stretch]:
        """Return the tokens from *lo* to *hi* as a stretch, loose marks at its ends left out."""
        tokens = self.tokens
        while hi > lo and tokens[hi - 1].quote is None and tokens[hi - 1].text in ",;:—–-":
            hi -= 1
        if lo >= hi:
            return []
        start, end = tokens[lo].start, tokens[hi - 1].end
        quote = tokens[lo].quote
        return [(min(start, quote.start) if quote else start, end)]
