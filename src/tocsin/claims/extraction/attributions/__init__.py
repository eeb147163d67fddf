"""Who says what: source, cue and content, by the scheme of PARC3 and PolNeAR."""

from __future__ import annotations

from tocsin.claims.extraction.attributions import speakers
from tocsin.claims.extraction.attributions.english import reading as english
from tocsin.claims.extraction.attributions.patterns import reading as patterns
from tocsin.claims.extraction.attributions.words.languages import words_of
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Attribution, Mention

__all__ = ["act", "find", "speaker"]


def find(document: Document) -> list[Attribution]:
    """Return the attributions in the order of their cues; those within what another one says are there too."""
    return document.once("attributions", lambda asked: [one for one, _ in _read(asked)])


def act(document: Document, attribution: Attribution) -> str:
    """Return what the speaker does: ``speech``, ``thought``, ``will``, ``judgement`` or ``appearance`` (*seems to*).

    Only speech and thought make a statement of the content; who supports or wants something tells nothing of it.
    """
    return document.once("attribution acts", lambda asked: dict(_read(asked))).get(attribution, "speech")


def speaker(document: Document, attribution: Attribution) -> Mention | None:
    """Return the words that name the source: its own, or for a pronoun the name it stands for, if one is found."""
    return speakers.named(document, find(document), attribution)


def _read(document: Document) -> list[tuple[Attribution, str]]:
    return document.once("attributions read", _find)


def _find(document: Document) -> list[tuple[Attribution, str]]:
    parsed = document.parsed
    if parsed is not None:
        return english.read(document, parsed)
    words = words_of(document.language)
    return [(one, "speech") for one in patterns.read(document, words)] if words is not None else []
