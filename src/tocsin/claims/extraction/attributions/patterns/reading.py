"""The reading of a text by patterns: quotation and cue, cue and clause, source phrases."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from tocsin.claims.extraction.attributions.patterns import sources
from tocsin.claims.extraction.attributions.patterns.clauses import RELATIVES, Clauses
from tocsin.claims.extraction.attributions.patterns.tokens import tokenize
from tocsin.claims.extraction.attributions.quotes import Quotes
from tocsin.claims.extraction.attributions.spans import balanced, merged
from tocsin.claims.extraction.attributions.stances import kind_of
from tocsin.claims.extraction.attributions.words.forms import Words
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Attribution, Stretch

_DASHES = frozenset("—–―-")
_STOPS = frozenset(".!?…")
_NEAR = 14
_MARKS = 2
_LONGEST = 300


@dataclass(slots=True)
class Found:
    """An attribution being read: its cue as a range of tokens, the rest as stretches."""

    cue: tuple[int, int]
    source: Stretch | None = None
    content: list[Stretch] = field(default_factory=list)
    quoted: bool = False


class Reader:
    """Reads one text in one language."""

    def __init__(self, document: Document, words: Words) -> None:
        self.document, self.words = document, words
        self.text = document.readable
        self.quotes = Quotes(self.text)
        self.tokens = tokenize(self.text, self.quotes.all)
        self.starts = [token.start for token in self.tokens]
        self.clauses = Clauses(self.tokens, words)

    def read(self) -> list[Attribution]:
        found: list[Found] = []
        last: Found | None = None
        before: tuple[int, int] | None = None
        for sentence in self.sentences():
            new = list(self.sentence(*sentence)) or [*self.pointing(sentence, before), *self.headline(*sentence)]
            before = sentence
            last = self.continued(sentence, new, last)
            found += new
        return [self.finished(one) for one in found if one.content]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield ranges of tokens: sentences, put together where one ends inside a quotation, cut where overlong."""
        begin = -1
        for start, end in self.document.sentences:
            lo, hi = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if lo >= hi:
                continue
            begin = lo if begin < 0 else begin
            if hi - begin < _LONGEST and self.goes_on(hi):
                continue
            for cut in range(begin, hi, _LONGEST):
                yield cut, min(cut + _LONGEST, hi)
            begin = -1
        if begin >= 0:
            yield begin, len(self.tokens)

    def goes_on(self, place: int) -> bool:
        """Tell whether the stop before *place* ends no sentence: within a quotation, before a dash."""
        if place >= len(self.tokens) or "\n" in self.text[self.tokens[place - 1].end : self.starts[place]]:
            return False
        before, token = self.tokens[place - 1], self.tokens[place]
        if before.quote is not None and (before.quote.end > before.end or token.text[:1].islower()):
            return True
        return token.text in _DASHES

    def sentence(self, lo: int, hi: int) -> Iterator[Found]:
        """Yield what the cues of one sentence give."""
        end = hi
        while end > lo and self.tokens[end - 1].text in _STOPS and self.tokens[end - 1].quote is None:
            end -= 1
        place = lo
        while place < end:
            token = self.tokens[place]
            if not token.word:
                place += 1
                continue
            if token.quote is not None:
                aside = self.aside(place, end)
                if aside is not None:
                    yield aside
                place += 1
                continue
            size = self.phrase_at(place, end)
            one = None
            if size:
                one = self.according(place, place + size, lo, end)
            elif (
                token.low in self.words.verbs | self.words.impersonal
                or token.low in self.words.clausal
                or self.sighs(place, lo)
                or (token.low in self.words.tags and place > lo and self.tokens[place - 1].text == ",")
            ):
                one = self.verb(place, lo, end)
            elif token.low in self.words.postposed:
                one = self.postposed(place, lo, end)
            if one is not None:
                yield one
            place += max(size, 1)

    def phrase_at(self, place: int, end: int) -> int:
        for phrase in self.words.according:
            if place + len(phrase) < end and all(
                self.tokens[place + step].low == word for step, word in enumerate(phrase)
            ):
                return len(phrase)
        return 0

    def sighs(self, place: int, lo: int) -> bool:
        """Tell whether a verb after a quotation and a dash stands for *said*: *— …, — вздохнула она*."""
        if place < lo + _MARKS or self.tokens[place - 1].text not in _DASHES:
            return False
        before = self.tokens[place - 2]
        spoken = before.quote is not None or (before.text in ",!?…" and self.tokens[lo].text in _DASHES)
        return spoken and sources.is_verb(self.document.language, self.tokens[place])

    def aside(self, place: int, end: int) -> Found | None:
        """Read the speaker named within the marks: *«Сегодня, — сказала она, — мы дома»*."""
        tokens, quote = self.tokens, self.tokens[place].quote
        if (
            quote is None
            or place <= _MARKS
            or tokens[place - 1].text not in _DASHES
            or tokens[place - 2].text not in ",.!?…"
        ):
            return None
        if tokens[place].low not in self.words.verbs and not sources.is_verb(self.document.language, tokens[place]):
            return None
        right = place + 1
        while right < end and tokens[right].text not in ",.—–":
            right += 1
        one = Found((place, place + 1), quoted=True)
        found = sources.find(tokens, place + 1, right, self.document.language, self.words)
        if found is not None:
            one.source = tokens[found[0]].start, tokens[found[1] - 1].end
        first = tokens[place - 2]
        one.content = [(quote.start, first.start if first.text == "," else first.end)]
        after = right
        while after < end and tokens[after].text in ",.—–-":
            after += 1
        if after < end and tokens[after].start < quote.end:
            one.content.append((tokens[after].start, quote.end))
        return one

    # A verb of saying.

    def verb(self, place: int, lo: int, end: int) -> Found | None:
        clauses = self.clauses
        left, right = clauses.clause(place, lo, end)
        one = Found((self.with_auxiliaries(place, left), place + 1))
        like = self.tokens[left].low in self.words.like
        before = clauses.quote_before(left, lo)
        initial = all(
            self.tokens[at].low in self.words.skipped | self.words.auxiliaries | self.words.particles
            for at in range(left, place)
        )
        if like:
            one.content = clauses.rest(left, right, lo, end)
        elif before is not None:
            one.content, one.quoted = [(before.start, before.end), *clauses.second_part(right, end)], True
        else:
            one.content = (
                clauses.content_after(place, right, end)
                or clauses.content_before(left, place, lo, initial)
                or clauses.told_of(place, right)
                or (clauses.denied(place, right) if not initial else [])
            )
        if not one.content:
            return None
        one.content += clauses.dialogue(right, lo, end) if initial and not like else []
        one.source = self.source(place, left, right, lo, initial or like)
        if one.source is None or self.tokens[place].low in self.words.impersonal:
            one.source = self.institution(place, left, right)
        if one.source is None and left > lo and sources.is_gerund(self.document.language, self.tokens[place]):
            one.source = self.source(left - 1, *clauses.clause(left - 1, lo, left - 1), lo, initial=False)
        one.quoted = one.quoted or self.quotes.at(one.content[0][0]) is not None
        return one

    def with_auxiliaries(self, place: int, left: int) -> int:
        while place > left and self.tokens[place - 1].low in self.words.auxiliaries | self.words.particles:
            place -= 1
        return place

    def source(self, place: int, left: int, right: int, lo: int, initial: bool) -> Stretch | None:
        right = next((at for at in range(place + 1, right) if self.tokens[at].low in self.words.that), right)
        first, second = ((place + 1, right), (left, place)) if initial else ((left, place), (place + 1, right))
        for begin, stop in (first, second):
            found = sources.find(self.tokens, begin, stop, self.document.language, self.words)
            if found is not None:
                return self.tokens[found[0]].start, self.tokens[self.with_office(found[1]) - 1].end
        if initial and left > lo and self.tokens[left - 1].text in ",—–":
            found = sources.find(
                self.tokens, lo, self.clauses.clause(lo, lo, left)[1], self.document.language, self.words
            )
            if found is not None and found[0] == lo and self.quotes.at(self.tokens[lo].start) is None:
                stop = found[1]
                apposed = stop < left and self.tokens[stop].text == "," and self.tokens[stop + 1].low not in RELATIVES
                apposed = apposed and not sources.is_gerund(self.document.language, self.tokens[stop + 1])
                if apposed and left - lo <= _NEAR:
                    stop = left - 1
                return self.tokens[found[0]].start, self.tokens[stop - 1].end
        return None

    def with_office(self, end: int) -> int:
        """Return where the source that ends at *end* ends together with an office set after it."""
        tokens = self.tokens
        if end >= len(tokens) or tokens[end].text != "," or not tokens[end - 1].text[:1].isupper():
            return end
        return sources.apposition(tokens, end, len(tokens), self.document.language, self.words)

    def institution(self, place: int, left: int, right: int) -> Stretch | None:
        """Return the body or paper something is said *in*: *говорится в сообщении*, *в мэрии уточнили*."""
        tokens = self.tokens
        for at in (*range(place + 1, right), *range(left, place)):
            if tokens[at].low in self.words.within and at + 1 < len(tokens) and tokens[at + 1].word:
                limit = right if at > place else place
                stop = sources.after_phrase(tokens, at + 1, limit, self.document.language, self.words)
                return (tokens[at + 1].start, tokens[stop - 1].end) if stop > at + 1 else None
        return None

    # A phrase with the source.

    def according(self, place: int, after: int, lo: int, end: int) -> Found | None:
        right = self.clauses.clause(after, lo, end)[1]
        stop = sources.after_phrase(self.tokens, after, right, self.document.language, self.words)
        if stop <= after:
            return None
        one = Found((place, after), (self.tokens[after].start, self.tokens[stop - 1].end))
        one.content = self.clauses.rest(place, stop, lo, end)
        return one

    def postposed(self, place: int, lo: int, end: int) -> Found | None:
        left = place
        while left > max(lo, place - _NEAR) and self.belongs_to_name(left - 1):
            left -= 1
        if left >= place:
            return None
        one = Found((place, place + 1), (self.tokens[left].start, self.tokens[place - 1].end))
        one.content = self.clauses.rest(left, place + 1, lo, end)
        return one

    def belongs_to_name(self, place: int) -> bool:
        token = self.tokens[place]
        return token.word and (token.text[:1].isupper() or token.low in self.words.joining)

    def headline(self, lo: int, hi: int) -> Iterator[Found]:
        """Read a name, a colon and what is said: *ДСНС: пожежу загашено*."""
        colon = next((at for at in range(lo, min(hi, lo + _MARKS + 4)) if self.tokens[at].text == ":"), lo)
        if colon == lo or colon + _MARKS >= hi or self.tokens[lo].quote is not None:
            return
        if sources.names_speaker(self.tokens, lo, colon, self.document.language, self.words):
            one = Found((colon, colon + 1), (self.tokens[lo].start, self.tokens[colon - 1].end))
            one.content = self.clauses.stretch(colon + 1, hi)
            yield one

    def pointing(self, sentence: tuple[int, int], before: tuple[int, int] | None) -> Iterator[Found]:
        """Read a sentence that only names the source of the one before: *Об этом сообщает …*."""
        lo, hi = sentence
        size = next(
            (
                len(phrase)
                for phrase in self.words.pointing
                if lo + len(phrase) < hi and all(self.tokens[lo + n].low == word for n, word in enumerate(phrase))
            ),
            0,
        )
        if not size or before is None:
            return
        for place in range(lo + size, min(hi, lo + size + 4)):
            if self.tokens[place].low in self.words.verbs and self.tokens[place].quote is None:
                right = self.clauses.clause(place, lo, hi)[1]
                one = Found((place, place + 1), content=self.clauses.stretch(before[0], before[1]))
                one.source = self.source(place, lo + size, right, lo, initial=True)
                yield one
                return

    # Quotations that stand alone.

    def continued(self, sentence: tuple[int, int], new: list[Found], last: Found | None) -> Found | None:
        """Give a sentence that is all quotation to the speaker before; return the speaker who may go on."""
        lo, hi = sentence
        begin = lo + 1 if self.tokens[lo].text in _DASHES and lo + 1 < hi else lo
        quote = self.tokens[begin].quote
        if new:
            return next((one for one in reversed(new) if one.quoted), None)
        if (
            last is not None
            and quote is not None
            and quote.start == self.tokens[begin].start
            and quote.end >= self.tokens[hi - 1].start
        ):
            last.content.append((quote.start, quote.end))
            return last
        return None

    def finished(self, one: Found) -> Attribution:
        cue = self.tokens[one.cue[0]].start, self.tokens[one.cue[1] - 1].end
        content = merged(self.text, one.content)
        low = self.tokens[one.cue[1] - 1].low
        words = self.words
        kind = kind_of(self.text, content, self.quotes)
        opening = [self.quotes.at(start) for start, _ in content]
        if all(quote is not None and quote.start == at[0] for quote, at in zip(opening, content, strict=True)):
            kind = "direct"
        stance = "deny" if low.startswith(words.deny) else "query" if low.startswith(words.query) else "support"
        ours = "distance" if low.startswith(words.distance) else "endorse" if low.startswith(words.endorse) else "relay"
        source = (balanced(self.text, one.source),) if one.source else ()
        return Attribution(source, (cue,), tuple(content), kind, stance, ours)


def read(document: Document, words: Words) -> list[Attribution]:
    """Return the attributions of a text by the cue *words* of its language."""
    return Reader(document, words).read()
