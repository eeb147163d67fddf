"""``tocsin extract``: what the extractor reads in a text, for people and for programs. Needs no site."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from tocsin.claims.extraction import Document, attributions, claims, figures, parser, places, times
from tocsin.lib.errors import TocsinError

MAX_BYTES = 10_000_000
LAYERS: dict[str, Callable[[Document], Sequence[Any]]] = {
    "figures": figures.find,
    "attributions": attributions.find,
    "times": times.find,
    "places": places.find,
    "claims": claims.find,
}


class Unreadable(TocsinError):
    """A file to read claims from cannot be read as text."""


@click.command("extract")
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@click.option("--lang", "language", default="en", show_default=True, help="The language of the text, two letters.")
@click.option("--date", "published", metavar="YYYY-MM-DD", help="When it was published; “yesterday” counts from it.")
@click.option("--layer", type=click.Choice(list(LAYERS)), default="claims", show_default=True, help="What to read.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    help="For people or for programs; else a table in a terminal and JSON lines elsewhere.",
)
def command(files: tuple[str, ...], language: str, published: str | None, layer: str, form: str | None) -> None:
    """Read figures, attributions, times, places or claims in plain text.

    Places are code points of the text, the end excluded. The text is UTF-8; a dash reads from the keyboard or a pipe.
    """
    anchor = _day(published)
    texts = [(name, _load(name)) for name in files]
    for absent in _absent(layer, language):
        click.echo(f"{absent} Install it: pip install 'tocsin[extraction]'", err=True)
    table = form == "table" or (form is None and sys.stdout.isatty())
    for name, text in texts:
        found = LAYERS[layer](Document(text, language=language, published=anchor))
        dicts = [one.as_dict() for one in found]
        if table:
            click.echo("\n".join(_page(name if len(texts) > 1 else "", text, layer, dicts)))
        else:
            for one in dicts:
                line = {"file": name, **one} if len(texts) > 1 else one
                click.echo(json.dumps(line, ensure_ascii=False))


def _absent(layer: str, language: str) -> Iterator[str]:
    if layer in {"claims", "attributions"} and language == "en" and not parser.installed():
        yield "The parser is not installed: English is read without it."
    if layer in {"claims", "places"} and not places.gazetteer.installed():
        yield "The gazetteer is not installed: of places, only countries and regions are found."


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Unreadable(f"--date {text!r} is no day: write it as 2022-03-05.") from None


def _load(name: str) -> str:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(name).open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"{name} cannot be read ({error.strerror}): name a file that is there.") from None
    if len(data) > MAX_BYTES:
        raise Unreadable(f"{name} is larger than {MAX_BYTES // 1_000_000} MB: cut it into articles.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name} is not UTF-8 text (byte {error.start}): save it as UTF-8 first.") from None


def _page(name: str, text: str, layer: str, found: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of the table: the words, and under them what was read in them."""
    width = max(40, min(110, shutil.get_terminal_size((100, 24)).columns))
    if name:
        yield f"{name}:"
    if not found:
        yield f"No {layer} found."
        return
    for one in found:
        stretch = one if "start" in one else _extent(one)
        words = " ".join(text[stretch["start"] : stretch["end"]].split())
        head = f"{one['confidence']:4.0%}  " if "confidence" in one else ""
        place = f"{stretch['start']}-{stretch['end']}"
        yield textwrap.fill(f"{head}{place:<11} {words}", width, subsequent_indent=" " * (len(head) + 12))
        if said := "; ".join(_said(one, text)):
            indent = " " * (len(head) + 12)
            yield textwrap.fill(said, width, initial_indent=indent, subsequent_indent=indent)
    yield f"{len(found)} {layer}."


def _extent(one: dict[str, Any]) -> dict[str, int]:
    stretches = [stretch for role in ("source", "cue", "content") for stretch in one[role]]
    return {"start": min(start for start, _ in stretches), "end": max(end for _, end in stretches)}


def _said(one: dict[str, Any], text: str) -> Iterator[str]:
    for key, value in one.items():
        if key in {"start", "end", "text", "confidence"} or value in (None, "", [], False):
            continue
        if key in {"source", "cue", "content"} and isinstance(value, list):
            yield f"{key}: {' … '.join(text[start:end] for start, end in value)}"
        elif key == "figure":
            yield f"figure: {_bounds(value)}"
        elif isinstance(value, dict):
            known = value.get("value") or value.get("precision")
            yield f"{key}: {value['text']}" + (f" ({known})" if known else "")
        else:
            yield f"{key}: {value}"


def _bounds(figure: dict[str, Any]) -> str:
    low, high = ("?" if figure[bound] is None else f"{figure[bound]:,}" for bound in ("low", "high"))
    bounds = low if low == high else f"{low} to {high}"
    return " ".join(filter(None, [bounds, figure["quantifier"], figure["unit"], figure["item"]]))


__all__ = ["command"]
