"""The letters that texts were seen to have, by what they fold to: few in each language."""

from __future__ import annotations

import re
import string
import unicodedata

from tocsin.search import analysis


class Alphabet:
    """Grows with the texts it is shown. Of scripts without spaces, whose characters are many, it keeps none."""

    def __init__(self) -> None:
        self.written: dict[str, str] = {}
        """The letters that fold to each one, or to several that begin with it."""
        self.capitals: dict[str, str] = {}
        """Each capital with the letters with which the sound of a name may begin that begins with it."""
        self.unheard = ""
        """What stands inside a word and is not one letter: apostrophes, marks, places to part it, ß."""
        self._known = ""
        self._unknown = re.compile(r"\S")
        self.meet(string.ascii_letters + string.digits)

    def meet(self, text: str) -> int:
        """Take in the letters of *text*; return how many are known, which tells whether any was new."""
        if self._unknown.search(text):
            for letter in sorted(set(text) - set(self._known)):
                if not (letter.isspace() or analysis.unspaced(letter)):
                    self._take(letter)
            self._unknown = re.compile(rf"[^\s{re.escape(self._known)}{analysis.UNSPACED}]")
        return len(self._known)

    def _take(self, letter: str) -> None:
        self._known += letter
        folded = analysis.folded(letter)
        if not letter.isalnum():
            self.unheard += letter if not folded or unicodedata.category(letter)[0] == "M" else ""
            return
        self.unheard += letter if len(folded) > 1 else ""
        self.written[folded[:1]] = self.written.get(folded[:1], "") + letter
        if letter.isupper():
            self.capitals[letter] = analysis.beginnings_of_sound(letter)
