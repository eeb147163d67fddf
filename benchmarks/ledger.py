"""The ledger at size: ``python -m benchmarks.ledger [CLAIMS]``, 100,000 claims with four assertions each by default.

Fills a SQLite file of its own, then measures: all statuses computed again; one change with 100 dependants (a figure
added to a series of 100); one claim's page, in queries and in time. Beside the first stands the same count of bare
updates in one statement, beside the last the front page of the same site. Prints a table and asserts nothing.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

CLAIMS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
SAID = 4
FOLDER = Path(tempfile.mkdtemp(prefix="tocsin-ledger-"))
os.environ["DATABASE_URL"] = f"sqlite:///{FOLDER / 'ledger.sqlite3'}"
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django  # noqa: E402

django.setup()

from datetime import UTC, datetime, timedelta  # noqa: E402

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from tests import make  # noqa: E402
from tocsin.claims import services as ledger  # noqa: E402
from tocsin.claims.models import Appraisal, Assertion, Claim, Figure, Speaker  # noqa: E402
from tocsin.claims.statuses import Audience  # noqa: E402

START = datetime(2022, 2, 24, tzinfo=UTC)
STANCES = ["support", "support", "deny", "query"]
ORIGINS = ["root", "unknown", "root", "root"]


def timed(what: Callable[[], Any], times: int = 1) -> float:
    """Return the median of *times* runs, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        what()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def fill() -> None:
    """Write the claims and what is said of them, without computing anything."""
    speakers = Speaker.objects.bulk_create(Speaker(name=f"Speaker {n}") for n in range(500))
    for first in range(0, CLAIMS, 5000):
        numbers = range(first, min(first + 5000, CLAIMS))
        with transaction.atomic():
            claims = Claim.objects.bulk_create(
                Claim(text=f"Statement {n}", type="event", sensitivity=["not_sensitive"], is_open=True, is_public=True)
                for n in numbers
            )
            said = Assertion.objects.bulk_create(
                Assertion(
                    claim=claim,
                    speaker=speakers[(claim.pk * 7 + n * 13) % 500],
                    stance=STANCES[(claim.pk + n) % 4],
                    asserted_at=START + timedelta(hours=n),
                    public_at=START + timedelta(hours=n),
                    is_private=(claim.pk + n) % 50 == 0,
                )
                for claim in claims
                for n in range(SAID)
            )
            Appraisal.objects.bulk_create(
                Appraisal(assertion=one, origin=ORIGINS[one.pk % 4], public_at=one.public_at) for one in said
            )


def series_of(count: int) -> Any:
    """A series of *count* figures, each a claim that a later figure supersedes."""
    series = ledger.series_for(name="Refugees", indicator="refugees", kind="stock")
    for n in range(count):
        figure(series, n)
    return series


def figure(series: Any, day: int) -> Claim:
    date = (START + timedelta(days=day)).date().isoformat()
    record = {"low": day, "as_of": date, "definition": "people", "series": series}
    claim = make.claim(f"Refugees on {date}", type="figure", subtype=record, is_open=True)
    ledger.set_public([claim.pk], public=True)
    return claim


def main() -> None:
    """Fill, measure, print."""
    setup_test_environment()
    call_command("migrate", verbosity=0)
    make.site()
    rows: list[tuple[str, str, str]] = []
    rows.append(("filled", f"{CLAIMS:,} claims, {CLAIMS * SAID:,} assertions", f"{timed(fill):.1f} s"))
    first = timed(ledger.recompute_all)
    again = timed(ledger.recompute_all)
    bare = timed(lambda: Claim.objects.update(version=2))
    rows.append(("compute all, first time", "goal 60 s", f"{first:.1f} s"))
    rows.append(("compute all again", f"{again / bare:.0f} times one bare update of all rows", f"{again:.1f} s"))
    series = series_of(100)
    last = Claim.objects.get(pk=Figure.objects.filter(series=series).order_by("-as_of_end").values("claim")[0]["claim"])
    speaker = make.speaker("Agency")
    change = timed(lambda: make.assertion(last, speaker=speaker), 9)
    rows.append(("one assertion, 99 earlier figures rest on it", "goal 50 ms", f"{change * 1000:.1f} ms"))
    everything = list(Figure.objects.filter(series=series).values_list("claim", flat=True))
    rows.append(
        ("100 dependants computed", "goal 50 ms", f"{timed(lambda: ledger.recompute(everything), 9) * 1000:.1f} ms")
    )
    client = Client()
    claim = Claim.objects.filter(standings__audience=Audience.READERS, standings__status="contested").first() or last
    page = f"/claims/{claim.pk}/"
    client.get(page)
    with CaptureQueriesContext(connection) as found:
        assert client.get(page).status_code == 200
    queries = len(found.captured_queries)
    shown, front = timed(lambda: client.get(page), 31), timed(lambda: client.get("/"), 31)
    rows.append(("a claim's page", f"{queries} queries; goal 20", f"{shown * 1000:.1f} ms; goal 30 ms"))
    rows.append(("the front page beside it", "", f"{front * 1000:.1f} ms"))
    rows.append(("the list of claims", "", f"{timed(lambda: client.get('/claims/'), 9) * 1000:.1f} ms"))
    width = max(len(row[0]) for row in rows)
    for name, note, value in rows:
        print(f"{name:{width}}  {value:>24}  {note}")


if __name__ == "__main__":
    main()
