"""``tocsin claims``: the ledger from the terminal."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import click

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.claims import queries, reasons
from tocsin.claims import services as ledger
from tocsin.claims.models import Claim
from tocsin.claims.record import Clock
from tocsin.claims.statuses import Audience
from tocsin.claims.verdict import Verdict
from tocsin.evidence import judging
from tocsin.importers.ledger import services
from tocsin.importers.ledger.read import FIELDS, MAX_BYTES, Unreadable, read


@click.group("claims")
def command() -> None:
    """The ledger: import claims, compute statuses, look at one, learn from what editors corrected."""


def _pairs(texts: tuple[str, ...], option: str) -> dict[str, str]:
    pairs = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise Unreadable(f"{option} {text!r}: write it as FIELD=VALUE.")
        pairs[name.strip()] = value
    return pairs


def _load(where: str) -> bytes:
    if where == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(where).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"{where} cannot be read ({error.strerror}): name a file that is there.") from None


def _report(outcome: services.Outcome, *, dry_run: bool) -> list[str]:
    verb = "Would record" if dry_run else "Recorded"
    lines = [f"{verb} {outcome.claims} claims, {outcome.assertions} assertions, {outcome.spans} spans."]
    if outcome.there:
        lines.append(f"  passed over, as imported before: {outcome.there}")
    lines += [f"  needs a person: {doubt}" for doubt in outcome.doubts]
    return lines


@command.command("import")
@click.argument("file")
@click.option("--map", "columns", multiple=True, metavar="FIELD=COLUMN", help="Which column gives a field; repeat it.")
@click.option("--set", "fixed", multiple=True, metavar="FIELD=VALUE", help="A value for every row; repeat it.")
@click.option("--article", type=int, help="Number of the article whose words the claims stand in.")
@click.option("--batch", default="", help="A name for these rows, by which they are known again; else the file's.")
@click.option(
    "--open", "open_to_readers", is_flag=True, help="Let readers see the claims even where no article states them."
)
@click.option("--as", "editor", default="", help="The editor who records them.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
def import_claims(  # noqa: PLR0913, PLR0917 - one parameter for each option
    file: str,
    columns: tuple[str, ...],
    fixed: tuple[str, ...],
    article: int | None,
    batch: str,
    open_to_readers: bool,
    editor: str,
    dry_run: bool,
) -> None:
    """Record the claims of a CSV or JSON file: all of it, or nothing.

    Example: tocsin claims import coded.csv --article 12 --map exact=words --set sensitivity=not_sensitive --dry-run
    """
    rows = read(_load(file), columns=_pairs(columns, "--map"), fixed=_pairs(fixed, "--set"))
    wishes = services.Wishes(
        batch or Path(file).stem,
        ArticlePage.objects.get(pk=article) if article else None,
        User.objects.get(username=editor) if editor else None,
        open_to_readers,
        dry_run,
    )
    with click.progressbar(length=len(rows), label="Rows", file=sys.stderr) as bar:
        outcome = services.bring_in(rows, wishes, tell=lambda done, _all: bar.update(done - bar.pos))
    click.echo("\n".join(_report(outcome, dry_run=dry_run)))


@command.command("fields")
def fields() -> None:
    """List the fields an import knows."""
    width = max(map(len, FIELDS))
    for name, meaning in FIELDS.items():
        click.echo(f"{name:{width}}  {meaning}")


@command.command("corrections")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
def corrections(form: str) -> None:
    """Print what editors made of proposals, to learn from; whoever must not be named is left out.

    Example: tocsin claims corrections > corrections.jsonl
    """
    for lesson in judging.lessons():
        click.echo(json.dumps(lesson, ensure_ascii=False))


@command.command("recompute")
def recompute() -> None:
    """Compute the status of every claim again."""
    total = Claim.objects.count()
    with click.progressbar(length=total, label="Claims", file=sys.stderr) as bar:
        changed = ledger.recompute_all(tell=lambda done, _all: bar.update(done - bar.pos))
    click.echo(f"{total} claims computed; {changed} have another status than before.")


def _instant(day: str) -> datetime:
    try:
        found = datetime.fromisoformat(day)
    except ValueError:
        raise Unreadable(f"--on {day!r} is no day: write it as 2022-03-05.") from None
    if len(day) == len("2022-03-05"):
        return datetime.combine(found, time(), UTC) + timedelta(days=1, microseconds=-1)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _words(verdict: Verdict) -> str:
    flags = [flag.value for flag in verdict.flags]
    return "; ".join([reasons.sentence(verdict.status, verdict.tally, flags), *reasons.notes(flags, verdict.currency)])


@command.command("status")
@click.argument("claim_id", type=int)
@click.option("--on", "day", default="", help="A past day, as 2022-03-05; its end in UTC is meant.")
@click.option("--newsroom", is_flag=True, help="Count private evidence too.")
@click.option("--knew", is_flag=True, help="By what was in the ledger then, not by what was public.")
def status(claim_id: int, day: str, newsroom: bool, knew: bool) -> None:
    """Say where a claim stands, or stood on a past day, and why."""
    claim = Claim.objects.get(pk=claim_id)
    audience = Audience.NEWSROOM if newsroom else Audience.READERS
    at = _instant(day) if day else datetime.now(UTC)
    click.echo(claim.text)
    click.echo(_words(queries.status_on(claim, at, audience, Clock.RECORDED if knew else Clock.PUBLIC)))
    for turn in queries.history(claim, audience, at):
        click.echo(f"  {turn.at:%Y-%m-%d %H:%M}  {turn.verdict.status.label}")
