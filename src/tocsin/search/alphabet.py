"""The letters that texts were seen to have, by what they fold to: few in each language."""

from __future__ import annotations

import re
import string
import threading
import unicodedata
from functools import cache

from tocsin.search import analysis


class Alphabet:
    """Grows with the texts it is shown, whichever threads show them.

    Of scripts without spaces, whose characters are many, it keeps none but those that fold to others.
    """

    def __init__(self) -> None:
        self.written: dict[str, str] = dict(_other_forms())
        """The letters that fold to each one, or to several that begin with it."""
        self.capitals: dict[str, str] = {}
        """Each capital with the letters with which the sound of a name may begin that begins with it."""
        self.unheard = ""
        """What stands inside a word and is not one letter: apostrophes, marks, places to part it, ß."""
        self._known = ""
        self._unknown = re.compile(r"\S")
        self._growing = threading.Lock()
        self.meet(string.ascii_letters + string.digits)

    def meet(self, text: str) -> int:
        """Take in the letters of *text*; return how many are known, which tells whether any was new."""
        if self._unknown.search(text):
            with self._growing:
                self._take(sorted(set(text) - set(self._known)))
        return len(self._known)

    def _take(self, letters: list[str]) -> None:
        """Take *letters* in; that they are known is said last, so that nobody passes over them meanwhile."""
        fresh = [letter for letter in letters if not (letter.isspace() or analysis.unspaced(letter))]
        written, capitals, unheard = dict(self.written), dict(self.capitals), self.unheard
        for letter in fresh:
            folded = analysis.folded(letter)
            if len(folded) != 1 if letter.isalnum() else not folded or unicodedata.category(letter)[0] == "M":
                unheard += letter
            if letter.isalnum() and folded:
                written[folded[0]] = written.get(folded[0], "") + letter
            if letter.isupper():
                capitals[letter] = analysis.beginnings_of_sound(letter)
        known = self._known + "".join(fresh)
        self.written, self.capitals, self.unheard = written, capitals, unheard
        self._unknown = re.compile(rf"[^\s{re.escape(known)}{analysis.UNSPACED}]")
        self._known = known


@cache
def _other_forms() -> dict[str, str]:
    """Return which characters of scripts without spaces fold to another: narrow ones, digits, doubles."""
    found: dict[str, str] = {}
    for first, last in ((0x0E00, 0x1AAF), (0x3005, 0x30FF), (0xA9E0, 0xAA7F), (0xF900, 0xFAFF), (0xFF66, 0xFF9F)):
        for letter in filter(analysis.unspaced, map(chr, range(first, last + 1))):
            folded = analysis.folded(letter)
            if folded[:1] not in {"", letter}:
                found[folded[0]] = found.get(folded[0], folded[0]) + letter
    return found
