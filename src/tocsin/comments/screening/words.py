"""Key words of the newsroom."""

from __future__ import annotations

from tocsin.comments.screening.letters import folded


def keys_of(lines: str) -> list[str]:
    """Return the keys written one to a line; empty lines say nothing."""
    return [line.strip() for line in lines.splitlines() if folded(line)]


def hits(text: str, keys: str | list[str]) -> list[str]:
    """Return the *keys* (one per line, or a list) that occur in *text*, even inside words, as they were written.

    Case, accents, width, and characters nobody sees make no difference.
    """
    listed = keys_of(keys) if isinstance(keys, str) else keys
    if not listed:
        return []
    within = folded(text)
    return [key for key in listed if folded(key) and folded(key) in within]
