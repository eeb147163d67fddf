"""Finding quoted words in the text kept of a source. Plain Python."""

from __future__ import annotations

from tocsin.lib.alike import made_alike

AROUND = 32


def find(text: str, words: str) -> tuple[int, int] | None:
    """Where *words* first stand in *text* (code points, end excluded): as written, else with typography made alike."""
    if not text or not words.strip():
        return None
    at = text.find(words)
    if at >= 0:
        return at, at + len(words)
    plain, places = made_alike(text)
    wanted = made_alike(words)[0].strip()
    at = plain.casefold().find(wanted.casefold()) if len(plain.casefold()) == len(plain) else plain.find(wanted)
    return (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 else None


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after."""
    return text[max(0, start - AROUND) : start], text[end : end + AROUND]
