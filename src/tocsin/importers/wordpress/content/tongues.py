"""Several languages in one text, as qTranslate stores them."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"<!--:(?P<comment>[a-z]{2,3}(?:-[a-z]{2,4})?)?-->"
    r"|\[:(?P<square>[a-z]{2,3}(?:-[a-z]{2,4})?)?\]"
    r"|\{:(?P<curly>[a-z]{2,3}(?:-[a-z]{2,4})?)?\}",
    re.IGNORECASE,
)


def split_languages(text: str) -> dict[str, str]:
    """Return *text* in each of its languages, by code in lower case; nothing where it is in one language only.

    What stands outside any language belongs to all of them.
    """
    parts: list[tuple[str, str]] = []
    place, now = 0, ""
    for match in _TAG.finditer(text):
        parts.append((now, text[place : match.start()]))
        now = (match["comment"] or match["square"] or match["curly"] or "").lower()
        place = match.end()
    parts.append((now, text[place:]))
    codes = dict.fromkeys(code for code, _part in parts if code)
    return {code: "".join(part for owner, part in parts if owner in {"", code}) for code in codes}
