"""The account as lines for a terminal, as a page, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from tocsin.importers.wordpress.report.account import Account, Lines
from tocsin.lib import files
from tocsin.lib.errors import TocsinError

SHOWN = 10
"""Lines of one kind in the terminal; a report has more."""


class ReportRefused(TocsinError):
    """A report cannot be written under that name."""


def write(account: Account, path: Path) -> None:
    """Write *account* to *path*, as HTML or JSON by its ending. Raises ``ReportRefused`` for any other ending."""
    check(path)
    if path.suffix.lower() == ".json":
        files.write(path, json.dumps(account.as_data(), ensure_ascii=False, indent=2), mode=files.PRIVATE)
    else:
        context = {
            "account": account,
            "came": [(title, sorted(counts.items())) for title, counts in account.came.items()],
            "became": [(title, sorted(counts.items())) for title, counts in account.became.items()],
            "left_out": sorted(account.left_out.items()),
            "not_kept": sorted(account.not_kept.items()),
            "lists": list(_lists(account)),
            "base_url": settings.BASE_URL,
        }
        page = render_to_string("importers/wordpress_report.html", context)
        files.write(path, page, mode=files.PRIVATE)


def check(path: Path) -> None:
    """Raise ``ReportRefused`` for a name no report can be written under."""
    if path.suffix.lower() not in {".json", ".html", ".htm"}:
        raise ReportRefused(_("Name the report so that it ends in .html or .json."))
    if not path.parent.is_dir():
        raise ReportRefused(_("There is no folder %(folder)s for the report.") % {"folder": path.parent})


def lines(account: Account) -> Iterator[str]:
    """Yield the account line by line, as it is printed."""
    head = _("Would move in: %(site)s (%(file)s)") if account.dry_run else _("Moved in: %(site)s (%(file)s)")
    yield head % {"site": account.site or "?", "file": account.file}
    for title, counts in (*account.came.items(), *account.became.items()):
        if counts:
            mark = _("in") if account.came.get(title) is counts else _("out")
            yield f"  {mark}  {title}: " + ", ".join(f"{what} {number:,}" for what, number in sorted(counts.items()))
    if account.left_out:
        yield "  " + _("never read in:") + " " + ", ".join(f"{k} {n:,}" for k, n in sorted(account.left_out.items()))
    for repair in account.repairs[:SHOWN]:
        where = f"{repair.file}, " if repair.file else ""
        yield "  " + _("repaired") + f" ({where}{_('line')} {repair.line}): {repair.what}"
    yield from _more(min(len(account.repairs), SHOWN), account.repairs_total)
    for (what, why), number in sorted(account.not_kept.items()):
        yield "  " + _("not kept") + f": {what} ({number:,}): {why}"
    for title, found in _lists(account):
        for one in found.first[:SHOWN]:
            yield f"  {title}: {one.title}: {one.why}" + (f" {one.edit}" if one.edit else "")
        yield from _more(min(len(found.first), SHOWN), found.total)


def _more(shown: int, total: int) -> Iterator[str]:
    if total > shown:
        yield "  " + _("… and %(count)d more; --report FILE.html has them.") % {"count": total - shown}


def _lists(account: Account) -> Iterator[tuple[str, Lines]]:
    yield _("conflict"), account.conflicts
    yield _("missing file"), account.missing
    yield _("lost reference"), account.lost
    yield _("needs a person"), account.needs
