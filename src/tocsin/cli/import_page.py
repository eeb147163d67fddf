from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from tocsin.articles.models import Section
from tocsin.cli.import_tocsin import import_tocsin
from tocsin.cli.import_wordpress import NotRead, import_wordpress
from tocsin.importers.prose.blocks import Listing, Paragraph
from tocsin.importers.webpage import services
from tocsin.importers.webpage.page import Page
from tocsin.importers.webpage.read import MAX_BYTES, read
from tocsin.lib import clock, http
from tocsin.lib.errors import TocsinError
from tocsin.lib.pictures import MAX_BYTES as MAX_PICTURE

PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp", "image/avif")


@click.group("import")
def command() -> None:
    """Bring in what was published elsewhere."""


command.add_command(import_wordpress)
command.add_command(import_tocsin)


def _is_web(where: str) -> bool:
    return where.lower().startswith(("http://", "https://"))


def _load(where: str, url: str) -> tuple[Page, services.Fetch]:
    """Return the page at *where* (an address, a file, or ``-``), and what fetches its pictures."""
    if _is_web(where):
        answer = http.fetch(where, max_bytes=MAX_BYTES)
        found = read(
            answer.body,
            url=url or answer.final_url,
            content_type=answer.content_type,
            charset=answer.charset or "",
            today=clock.today(),
        )
        return found, _fetch_web
    data, folder = _file(where)
    kind = "text/plain" if where.lower().endswith((".txt", ".text")) else ""
    return read(data, url=url, content_type=kind, today=clock.today()), _fetch_beside(folder)


def _file(where: str) -> tuple[bytes, Path]:
    if where == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1), Path.cwd()
    path = Path(where)
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1), path.resolve().parent
    except OSError as error:
        raise NotRead(f"{where} cannot be read ({error.strerror}): name a file that is there, or an address.") from None


def _fetch_web(address: str) -> bytes:
    if not _is_web(address):
        raise NotRead(f"{address} is no address on the web.")
    return http.fetch(address, max_bytes=MAX_PICTURE, types=PICTURE_TYPES).body


def _fetch_beside(folder: Path) -> Callable[[str], bytes]:
    """Take pictures from the folder a saved page lies in, else from the web, and from nowhere else on the disk.

    A browser that saves a page puts its pictures into a folder beside it; where the page says its own address, that
    folder has become a part of theirs.
    """

    def fetch(address: str) -> bytes:
        steps = unquote(urlsplit(address).path).lstrip("/").split("/")
        for saved in ("/".join(steps), "/".join(steps[-2:])):
            path = (folder / saved).resolve()
            if path.is_relative_to(folder) and path.is_file() and path.stat().st_size <= MAX_PICTURE:
                return path.read_bytes()
        if _is_web(address):
            return _fetch_web(address)
        raise NotRead(f"{address} does not lie beside the page.")

    return fetch


def _section(name: str) -> Section | None:
    if not name:
        return None
    found = Section.objects.filter(path=name).first() or Section.objects.filter(name__iexact=name).first()
    if found is None:
        known = ", ".join(Section.objects.values_list("path", flat=True)) or "none yet"
        raise NotRead(f"There is no section {name!r}: make it at the desk, or name one of these: {known}.")
    return found


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise NotRead(f"--date {text!r} is no date: write it as 2022-03-05.") from None


def report(found: services.Imported) -> list[str]:
    """Say what was taken, what was left out and what needs a person, line by line."""
    page, article = found.page, found.article
    paragraphs = sum(isinstance(block, Paragraph) for block in page.blocks)
    lists = sum(isinstance(block, Listing) for block in page.blocks)
    others = len(page.blocks) - paragraphs - lists - found.pictures
    lost = sum(source.lost for reference in page.references for source in reference.sources)
    names = ", ".join(line.contributor.name for line in article.bylines.select_related("contributor"))
    when = f"{article.published_at:%Y-%m-%d}" if isinstance(article.published_at, datetime) else "no date"
    lines = [
        f"{'Published' if article.live else 'Draft'} {article.pk}: {article.title}",
        f"  by {names or 'nobody named'}; {when}; {article.language_name}",
        f"  taken: paragraphs {paragraphs}, lists {lists}, pictures {found.pictures}, others {others}",
    ]
    if page.references:
        labels = " ".join(f"[{reference.label}]" for reference in page.references)
        lines.append(f"  references: {labels}, {found.sources} sources, {lost} of them lost")
    lines += [f"  left out: {one.kind} ({one.pieces}): {one.sample}" for one in page.left_out]
    lines += [f"  needs a person: {doubt}" for doubt in found.doubts]
    lines.append(f"  edit it at /desk/pages/{article.pk}/edit/")
    return lines


@command.command("page")
@click.argument("pages", nargs=-1, required=True, metavar="FILE-or-URL…")
@click.option("--publish", is_flag=True, help="Publish at once what nothing stands against.")
@click.option("--section", default="", help="Path or name of a section.")
@click.option("--date", "day", default="", help="Date of publication, as 2022-03-05.")
@click.option("--byline", multiple=True, help="A name in the byline; repeat it for several.")
@click.option("--url", default="", help="Where a saved page was found; completes its addresses.")
@click.option("--again", is_flag=True, help="Import a page once more.")
@click.option("--propose", is_flag=True, help="Have the worker read it and propose its claims.")
def import_pages(  # noqa: PLR0913, PLR0917 - one parameter for each option
    pages: tuple[str, ...],
    publish: bool,
    section: str,
    day: str,
    byline: tuple[str, ...],
    url: str,
    again: bool,
    propose: bool,
) -> None:
    """Make drafts of pages published elsewhere: HTML, saved or fetched, or plain text.

    Example: tocsin import page saved.html --section war --date 2022-03-05
    """
    wishes = services.Wishes(_section(section), _date(day), byline, publish, again, propose=propose)
    failed = 0
    for number, where in enumerate(pages, start=1):
        if len(pages) > 1:
            click.echo(f"{number}/{len(pages)} {where}", err=True)
        try:
            page, fetch = _load(where, url)
            found = services.bring_in(page, wishes, fetch=fetch)
            click.echo("\n".join(report(found)))
            if propose:
                click.echo(f"  its claims are proposed at /desk/articles/{found.article.pk}/evidence/?show=proposals")
        except TocsinError as refusal:
            failed += 1
            click.echo(f"{where}: {refusal}", err=True)
    if failed:
        raise NotRead(f"{failed} of {len(pages)} pages were not imported.")
