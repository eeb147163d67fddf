"""What a figure leaves out because the one before said it: ``12 homes on Monday and 30 on Tuesday``."""

from __future__ import annotations

from dataclasses import replace

from tocsin.claims.extraction.figures.scanner import Quantity
from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language
from tocsin.claims.extraction.results import Figure

_FARTHEST = 20
"""Tokens between two figures of which the second leaves out what the first said."""
_AND = 8
"""Code points between two ages of a list at most: ``aged 5 and 9``."""
_ENDS = frozenset(".!?;…")


def completed(row: list[Token], language: Language, found: list[Quantity], figures: list[Figure]) -> list[Figure]:
    """Return the figures, those without unit and item with the ones of the figure before them in the sentence."""
    figures = _befallen(row, language, found, _forward(row, language, found, figures))
    done: list[Figure] = []
    for index, figure in enumerate(figures):
        before = done[-1] if done else None
        if before is None:
            done.append(figure)
            continue
        told, now = found[index - 1], found[index]
        between = row[told.last : now.outer]
        if len(between) > _FARTHEST or any(token.low in _ENDS or token.opens for token in between):
            done.append(figure)
        else:
            done.append(_change(_unit(figure, before, now, row, language), before, between, language))
    return done


def _unit(figure: Figure, before: Figure, now: Quantity, row: list[Token], language: Language) -> Figure:
    if figure.unit or figure.item or now.kind == "fraction" or before.unit.startswith("percent"):
        return figure
    if before.unit == "year of age" and (before.end + _AND < figure.start or row[now.outer - 2].start != before.start):
        return figure
    led = now.outer > 0 and row[now.outer - 1].low in language.elided
    return replace(figure, unit=before.unit, item=before.item) if led else figure


def _change(figure: Figure, before: Figure, between: list[Token], language: Language) -> Figure:
    """Give ``or 2 per cent`` the rise of ``grew by 600 jobs``."""
    said = bool(between) and between[-1].low in language.or_ and before.change and not figure.change
    return replace(figure, change=before.change) if said and not any(token.low == "to" for token in between) else figure


def _forward(row: list[Token], language: Language, found: list[Quantity], figures: list[Figure]) -> list[Figure]:
    """Give the first of ``126 and 138 square metres`` the unit of the second."""
    done = list(figures)
    for index in range(len(figures) - 2, -1, -1):
        figure, after = done[index], done[index + 1]
        between = [token.low for token in row[found[index].end : found[index + 1].outer]]
        joined = len(between) == 1 and (between[0] == "," or between[0] in language.and_ | language.or_)
        if joined and not figure.unit and not figure.item and after.unit and found[index].kind == "digits":
            done[index] = replace(figure, unit=after.unit, item=after.item)
    return done


def _befallen(row: list[Token], language: Language, found: list[Quantity], figures: list[Figure]) -> list[Figure]:
    """Give the first of ``four priests and two women were killed`` what befell the second."""
    done = list(figures)
    for index in range(len(figures) - 2, -1, -1):
        figure, after = done[index], done[index + 1]
        harm = after.item.rpartition(" ")[2]
        if (
            figure.unit != "person"
            or after.unit != "person"
            or harm.lower() not in language.casualties
            or not figure.item
        ):
            continue
        between = row[found[index].end : found[index + 1].outer]
        words = len(figure.item.split())
        joined = len(between) == words + 1 and between[-1].low in {",", *language.and_}
        if joined and not any(word.lower() in language.casualties for word in figure.item.split()):
            done[index] = replace(figure, item=f"{figure.item} {harm}")
    return done
