"""``tocsin comments``: readers' comments from the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.db.models import Count

from tocsin.accounts.models import User
from tocsin.comments import addresses, sealing, services
from tocsin.comments.models import Comment, DiscussionSettings
from tocsin.comments.statuses import State
from tocsin.lib import files
from tocsin.lib.feeds import absolute


@click.group("comments")
def command() -> None:
    """Readers' comments: how many wait; open, close, slow down, forget, export; the key of sealed addresses."""


def _as(name: str | None) -> User | None:
    return User.objects.get(username=name) if name else None


_by = click.option("--as", "editor", metavar="NAME", help="Who decides, for the record.")


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print for a program to read.")
def list_(*, as_json: bool) -> None:
    """Say how many comments there are in each state, how many wait, and whether comments are taken."""
    site = DiscussionSettings.current()
    counted = dict(Comment.objects.order_by().values_list("state").annotate(n=Count("pk")))
    told: dict[str, Any] = {state.value: counted.get(state.value, 0) for state in State}
    told |= {
        "waiting": Comment.objects.waiting().count(),
        "closed_everywhere": site.closed_everywhere,
        "slow_mode": site.slow_mode,
    }
    if as_json:
        click.echo(json.dumps(told))
        return
    click.echo(f"Waiting for a decision: {told['waiting']:,}")
    for state in State:
        click.echo(f"  {told[state.value]:>7,} {state.value}")
    click.echo(_mode(site))


def _mode(site: DiscussionSettings) -> str:
    if site.closed_everywhere:
        return "Comments are closed everywhere."
    return f"Slow mode: {site.slow_minutes} minutes." if site.slow_mode else "Comments are taken as the settings say."


@command.command()
@_by
def close(editor: str | None) -> None:
    """Take no comments anywhere, from this moment; what is there stays."""
    click.echo(_mode(services.close_everything(by=_as(editor))))


@command.command("open")
@_by
def open_(editor: str | None) -> None:
    """Take comments again, as the settings say."""
    click.echo(_mode(services.close_everything(by=_as(editor), closed=False)))


@command.command()
@click.option("--minutes", type=click.IntRange(1, 1440), help="Between two comments of one writer.")
@click.option("--off", is_flag=True, help="Turn it off.")
@_by
def slow(minutes: int | None, editor: str | None, *, off: bool) -> None:
    """Turn slow mode on: every comment waits, and a writer waits between two."""
    click.echo(_mode(services.slow(by=_as(editor), on=not off, minutes=minutes)))


@command.command()
@click.option("--writer", metavar="TOKEN", help="Erase all comments of this writer instead.")
def forget(writer: str | None) -> None:
    """Delete now what the worker deletes every hour: addresses, tokens and refused comments whose time is over."""
    if writer:
        click.echo(f"Comments erased, with all that told of their writer: {services.forget_writer(writer):,}")
        services.sweep()
        return
    gone = services.forget_due()
    click.echo(
        f"Deleted {gone.addresses} addresses, {gone.comments} refused comments and {gone.reports} settled reports; "
        f"forgot the writer of {gone.writers} comments."
    )


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--all", "everything", is_flag=True, help="Also those that readers do not see; it is put on the trail.")
@_by
def export(file: Path, editor: str | None, *, everything: bool) -> None:
    """Write comments to FILE as JSON lines: no address, no token, no private link.

    Example: tocsin comments export comments.jsonl
    """
    by = _as(editor)
    rows = Comment.objects.exclude(state=State.ERASED) if everything else Comment.objects.public()
    count = 0
    with files.whole(file.absolute(), mode=files.PRIVATE if everything else 0o644) as stream:
        for line in _lines(rows.select_related("article", "claim").order_by("pk").iterator(chunk_size=500)):
            stream.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode())
            count += 1
        if everything:
            services.note_export(by=by, count=count)
    click.echo(f"Comments written to {file}: {count:,}")


def _lines(rows: Iterator[Comment]) -> Iterator[dict[str, Any]]:
    for one in rows:
        yield {
            "id": one.pk,
            "url": absolute(addresses.of(one)),
            "on": absolute(one.article.address) if one.article else f"claim {one.claim_id}",
            "answers": one.parent_id,
            "kind": one.kind,
            "state": one.state,
            "name": one.name,
            "text": one.text,
            "written_at": one.written_at.isoformat(),
            "published_at": one.published_at.isoformat() if one.published_at else None,
        }


@command.command()
@click.option("--new", "anew", is_flag=True, help="Make another pair; what the old one sealed is deleted.")
def key(*, anew: bool) -> None:
    """Make the keys that seal e-mail addresses, if there are none, and say where they are."""
    made = services.make_keys(anew=anew)
    click.echo(f"{'Made' if made else 'There already'}: {sealing.private_file()} (only the worker needs to read it)")
    click.echo(f"{' ' * (4 if made else 13)}  {sealing.public_file()} (the web server needs it)")
    click.echo(f"Neither is in a backup. Folder: TOCSIN_COMMENT_KEYS, now {settings.COMMENT_KEYS}")
