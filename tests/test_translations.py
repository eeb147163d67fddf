"""The interface speaks Ukrainian and Spanish completely: every sentence, no guess, the same placeholders, compiled."""

from __future__ import annotations

import gettext
import io
import re
from pathlib import Path

import pytest
from babel.messages import Message
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "tocsin"
LANGUAGES = ("uk", "es")
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

Key = tuple[str | None, str]


def folder(language: str) -> Path:
    return SOURCE / "locale" / language / "LC_MESSAGES"


def catalog(language: str) -> Catalog:
    with (folder(language) / "django.po").open("rb") as file:
        return read_po(file)


def messages(language: str) -> list[Message]:
    return [message for message in catalog(language) if message.id]


def ids(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, list | tuple) else [message.id]


def strings(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, list | tuple) else [message.string or ""]


def key(message: Message) -> Key:
    return message.context, ids(message)[0]


def placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text.replace("%%", "")))


def strays(message: Message) -> list[str]:
    """The translations that use a placeholder the original lacks, or leave out one that all its forms have."""
    offered = set().union(*(placeholders(text) for text in ids(message)))
    needed = offered if len(ids(message)) == 1 else set.intersection(*(placeholders(text) for text in ids(message)))
    return [text for text in strings(message) if not needed <= placeholders(text) <= offered]


def in_the_sources() -> set[Key]:
    """Every sentence marked for translation in code and templates."""
    found: set[Key] = set()
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]):
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            text = f"({templatize(text)})"  # in brackets, as what is left of a template is indented anyhow
        for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
            found.add((context, message if isinstance(message, str) else message[0]))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    untranslated = [key(message) for message in messages(language) if not all(strings(message))]
    guessed = [key(message) for message in messages(language) if message.fuzzy]
    assert (untranslated, guessed) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_all_its_forms(language: str) -> None:
    forms = catalog(language).num_plurals
    plural = [message for message in messages(language) if message.pluralizable]
    assert plural
    assert [key(message) for message in plural if len(strings(message)) != forms] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_kept(language: str) -> None:
    assert [(key(message), strays(message)) for message in messages(language) if strays(message)] == []


def test_a_changed_placeholder_is_noticed() -> None:
    assert strays(Message("Page %(number)s", "Сторінка %(numbers)s")) == ["Сторінка %(numbers)s"]
    assert strays(Message("Page %(number)s", "Сторінка")) == ["Сторінка"]
    assert strays(Message(("One", "%(n)s of them"), ("Один %(n)s", "Їх %(n)s", "%(m)s"))) == ["%(m)s"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_runs_is_what_was_written(language: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalog(language))
    compiled.seek(0)
    with (folder(language) / "django.mo").open("rb") as file:
        running = vars(gettext.GNUTranslations(file))["_catalog"]
    written = vars(gettext.GNUTranslations(compiled))["_catalog"]
    assert {name: text for name, text in running.items() if name} == {
        name: text for name, text in written.items() if name
    }, "run: make messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_follows_the_sources(language: str) -> None:
    found, known = in_the_sources(), {key(message) for message in messages(language)}
    assert (None, "More to explore") in found, "templates are read"
    assert (None, "standfirst") in found, "code is read"
    assert (sorted(found - known, key=str), sorted(known - found, key=str)) == ([], []), "run: make messages"
