"""Word lists of the places layer, and the one to use for a language."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.claims.extraction.places.words import en, es, ru, uk

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """What surrounds place names in a language; see ``words.en`` for what each list tells."""

    inside: frozenset[str]
    of: frozenset[str] = NONE
    kind_before: frozenset[str] = NONE
    directions: frozenset[str] = NONE
    adm1: frozenset[str] = NONE
    adm2: frozenset[str] = NONE
    settlement: frozenset[str] = NONE
    landmarks: frozenset[str] = NONE
    titles: frozenset[str] = NONE
    says: frozenset[str] = NONE
    ordinary: frozenset[str] = NONE
    streets: frozenset[str] = NONE
    hubs: frozenset[str] = NONE


_ENGLISH = Words(
    en.INSIDE, en.OF, en.KIND_BEFORE, en.DIRECTIONS, en.ADM1, en.ADM2, en.SETTLEMENT, en.LANDMARKS, en.TITLES, en.SAYS,
    en.ORDINARY, hubs=en.HUBS,
)  # fmt: skip
_WORDS = {
    "en": _ENGLISH,
    "uk": Words(uk.INSIDE, kind_before=uk.KIND_BEFORE, adm1=uk.ADM1, adm2=uk.ADM2, says=uk.SAYS, streets=uk.STREETS),
    "ru": Words(ru.INSIDE, kind_before=ru.KIND_BEFORE, adm1=ru.ADM1, adm2=ru.ADM2, says=ru.SAYS, streets=ru.STREETS),
    "es": Words(es.INSIDE, es.OF, es.KIND_BEFORE, NONE, es.ADM1, es.ADM2, NONE, NONE, es.TITLES, es.SAYS, es.ORDINARY),
}


def words_of(language: str) -> Words:
    """Return the words of *language*; of one not known, English ones, which do no harm there."""
    return _WORDS.get(language, _ENGLISH)
