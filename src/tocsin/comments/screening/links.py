"""Links in a text, as a reader would see them."""

from __future__ import annotations

import re

from tocsin.comments.screening.letters import plain

_ADDRESS = re.compile(r"(?:https?|hxxps?|ftp)://[^\s<>\"']{2}|(?<![\w.@/-])www\.[^\s<>\"'.]")
_BARE = re.compile(
    r"(?<![\w.@/:-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}"
    r"\.(?:com|net|org|info|biz|ru|su|ua|by|kz|cn|xyz|top|site|online|shop|store|club|live|link|click|icu|vip|win|bet|"
    r"casino|io|me|ly|gl|cc|tk|ml|ga|cf|gq|pw|ws|to|co|us|uk|de|fr|es|it|pl|br|tr|ir|app|dev|gg)(?:/[^\s]|/|\b(?![\w.@-]))"
)


def count(text: str) -> int:
    """Return how many links *text* holds: addresses with a scheme, and names of hosts written as such."""
    lowered = plain(text).text.lower()
    found = len(_ADDRESS.findall(lowered))
    return found + sum(1 for _ in _BARE.finditer(re.sub(r"\b(?:https?|hxxps?|ftp)://\S*|\bwww\.\S*", " ", lowered)))
