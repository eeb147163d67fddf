"""What the patterns need to know of a language, and forms made from stems."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Cue words of a language, all in lower case.

    *verbs* are forms of verbs of saying, *clausal* those that are cues with *that* alone, *tags* words that are cues
    after what was said alone (*so der Minister*). Cues that begin with one of *telling* may tell of a noun, with a
    word of *about*. *that* introduces what is said; *like* introduces a speaker before it (*как сообщил …, …*);
    *according* are the words before a source, *postposed* those after one. *joining* are prepositions that stay
    within a name or an office. *impersonal* forms (*говорится*) have their source after a word of *within*.
    *pointing* words (*об этом*) stand for the sentence before. *reported* are forms of verbs in reported speech,
    which show that a clause without *that* is one (*bare_clause*). *deny*, *query*, *distance* and *endorse* are
    beginnings of cues.
    """

    verbs: frozenset[str]
    that: frozenset[str]
    like: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    prepositions: frozenset[str]
    joining: frozenset[str] = frozenset()
    postposed: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    deny: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    distance: tuple[str, ...] = ()
    endorse: tuple[str, ...] = ()
    bare_clause: bool = False
    reported: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    clausal: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    pointing: tuple[tuple[str, ...], ...] = ()
    telling: tuple[str, ...] = ()
    about: frozenset[str] = frozenset()


def listed(text: str) -> frozenset[str]:
    """Return the words of *text*."""
    return frozenset(text.split())


def with_endings(stems: str, endings: str) -> set[str]:
    """Return each of *stems* with each of *endings*, ``-`` standing for none."""
    return {stem + ("" if ending == "-" else ending) for stem in stems.split() for ending in endings.split()}


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of *text*, separated by commas, the longest first."""
    found = [tuple(phrase.split()) for phrase in text.split(",")]
    return tuple(sorted((phrase for phrase in found if phrase), key=len, reverse=True))
