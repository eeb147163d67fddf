"""``tocsin search``: searching in the terminal, checking the index, building it anew."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from tocsin.search import engine, keeping, projection, query
from tocsin.search.asking import LIMIT, ask
from tocsin.search.projection import KINDS
from tocsin.search.queries import simple
from tocsin.search.records import Answer, Hit, Options

SHOWN = 20
WAIT, TRIES = 1.0, 5
"""How long, and how often, a check waits for the worker to apply what has just been written."""


class Asked(click.Group):
    """A group whose default is to search: what is no command of it is a query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before a query."""
        if args and args[0] not in self.commands and args[0] not in {"--help", "-h"}:
            args = ["find", *args]
        return super().parse_args(ctx, args)


@click.group("search", cls=Asked)
def command() -> None:
    """Search as a reader does; check the index, build it anew.

    Example: tocsin search --type claim Mariupol theatre

    A query that is itself the name of a command stands behind `find`: tocsin search find check
    """


@command.command("find")
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option("--type", "types", multiple=True, type=click.Choice(list(KINDS)), help="Only this type; repeat it.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, LIMIT))
@click.option("--json", "as_json", is_flag=True, help="Print for a program to read.")
def find(words: tuple[str, ...], types: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Print what readers find for QUERY, the best first."""
    text, options = " ".join(words), Options(types=types)
    index = keeping.open_index()
    asked = query.read(text)
    answer = ask(index, asked, options, limit=limit) if index else simple(asked, options, limit=limit)
    if as_json:
        click.echo(json.dumps(_plain(answer, indexed=index is not None), ensure_ascii=False, indent=2, default=str))
        return
    if index is None:
        click.echo("The index is being built: only titles were looked at.", err=True)
    for hit in answer.hits:
        click.echo(_line(hit))
    if not answer.hits:
        click.echo("Nothing found.")


def _plain(answer: Answer, *, indexed: bool) -> dict[str, Any]:
    hits = [{**asdict(hit.record), "full": hit.full, "score": round(hit.score, 4)} for hit in answer.hits]
    for hit in hits:
        del hit["body"], hit["house"]
    return {
        "indexed": indexed,
        "full": answer.full,
        "partial": answer.partial,
        "types": answer.types,
        "instead": answer.instead,
        "hits": hits,
    }


def _line(hit: Hit) -> str:
    record = hit.record
    facts = [f"{record.date:%Y-%m-%d}" if record.date else "", record.status, record.url]
    return f"{record.type:11} {record.title}\n{'':11} {'  '.join(fact for fact in facts if fact)}"


class Progress:
    """A line on stderr that says how far it is, where a person looks on."""

    def __init__(self, label: str) -> None:
        self.label, self.began, self.said = label, time.monotonic(), 0.0

    def __call__(self, done: int, count: int) -> None:
        now = time.monotonic()
        if now - self.said < 0.5 or not sys.stderr.isatty():  # noqa: PLR2004 - seconds
            return
        self.said = now
        rate = done / max(now - self.began, 1e-6)
        left = max(0, count - done) / max(rate, 1e-6)
        click.echo(f"\r{self.label}: {done:,} of {count:,}, {rate:,.0f}/s, {left:.0f} s left ", nl=False, err=True)

    def end(self) -> float:
        """Leave the line and return the seconds it took."""
        if sys.stderr.isatty():
            click.echo(err=True)
        return time.monotonic() - self.began


@command.command("reindex")
def reindex() -> None:
    """Build the index anew beside the one that answers, which it then replaces."""
    progress = Progress("Indexing")
    folder = keeping.build(tell=progress)
    seconds = progress.end()
    count = engine.Index(folder).searcher().num_docs
    megabytes = sum(file.stat().st_size for file in folder.iterdir()) / 2**20
    click.echo(f"{count:,} records in {seconds:.1f} s ({count / max(seconds, 1e-6):,.0f}/s), {megabytes:,.1f} MB.")


@command.command("check")
@click.option("--repair", is_flag=True, help="Write what differs anew.")
@click.pass_context
def check(ctx: click.Context, *, repair: bool) -> None:
    """Compare the index with the database, record by record. The exit code is 1 if they differ."""
    found = _differences()
    if repair and found:
        keeping.repair(found)
        left = keeping.remaining(found)
        click.echo(f"{len(found) - len(left)} records written anew.")
        found = left
    for one in found[:SHOWN]:
        click.echo(f"PROBLEM  {one.key} {one.what}")
    if len(found) > SHOWN:
        click.echo(f"         and {len(found) - SHOWN} more")
    if found:
        click.echo("         cure: tocsin search check --repair")
    else:
        click.echo(f"ok       The index holds exactly what readers may see ({projection.count():,} records)")
    ctx.exit(1 if found else 0)


def _differences() -> Sequence[keeping.Difference]:
    """What differs, after the worker has had time to apply what was being written meanwhile."""
    progress = Progress("Checking")
    found = keeping.differences(tell=progress)
    progress.end()
    for _ in range(TRIES):
        if not found:
            break
        time.sleep(WAIT)
        found = keeping.remaining(found)
    return found
