"""Text in which typography does not matter: one kind of quotation mark and dash, single spaces. Places are kept."""

from __future__ import annotations

_ALIKE = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("‐‑‒–—", "-"),
}


def made_alike(text: str) -> tuple[str, list[int]]:
    """Return *text* with one kind of quotation mark and dash and single spaces, and where each letter of it stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = " " if letter.isspace() else _ALIKE.get(letter, letter)
        if plain == " " and letters and letters[-1] == " ":
            continue
        letters.append(plain)
        places.append(place)
    return "".join(letters), places
