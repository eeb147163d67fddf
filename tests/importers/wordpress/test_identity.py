"""Nothing that tells who readers and accounts are is carried over: canaries planted in an export are found nowhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from tests.importers.wordpress.exports import author, comment, item, written
from tocsin.articles.models import ArticlePage, Contributor, HomePage
from tocsin.importers.wordpress import report
from tocsin.importers.wordpress.read import open_export
from tocsin.importers.wordpress.services import Wishes, move_in

pytestmark = pytest.mark.django_db
CANARIES = (
    "canary.mail@example.org",
    "198.51.100.77",
    "canarylogin",
    "canary-agent",
    "canary-site.example",
    "canarysecret",
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return written(
        tmp_path,
        author("canarylogin", "Olha Kovalenko", email="canary.mail@example.org"),
        author("canarylogin2", "canary.mail@example.org", number=2, email="canary.mail@example.org"),
        author("canarylogin3", "canarylogin3", number=3, first="Ivan", last="Petrenko"),
        item(
            12,
            "Bridge",
            '<p>By <a href="https://old.example.org/author/canarylogin/">Olha</a> and '
            '<a href="https://old.example.org/?author=3">Ivan</a>.</p>',
            creator="canarylogin",
            comments=[
                comment(
                    1,
                    name="Reader",
                    email="canary.mail@example.org",
                    ip="198.51.100.77",
                    url="http://canary-site.example/",
                ),
                comment(2, name="canary.mail@example.org", email="canary.mail@example.org", ip="198.51.100.77"),
            ],
            meta={
                "_edit_last": "canarylogin",
                "author_ip": "198.51.100.77",
                "_billing_email": "canary.mail@example.org",
            },
        ),
        item(13, "Second", creator="canarylogin2", password="canarysecret"),
        item(14, "Third", creator="canarylogin3"),
        item(15, "Fourth", creator="canarylogin4"),
        item(16, "Fifth", creator="canarylogin", terms=[("author", "cap-canarylogin5", "canarylogin5")]),
    )


def everything(client: Client, folder: Path) -> Iterator[str]:
    """Every row of the database, every public page, feed and export, and the report in each of its forms."""
    dump = folder / "dump.json"
    call_command("dumpdata", output=str(dump), verbosity=0)
    yield dump.read_text(encoding="utf-8")
    for path in ("/", "/rss.xml", "/feed.json", "/atom.xml", "/sitemap.xml", "/archive/", *_addresses()):
        yield client.get(path).content.decode()


def _addresses() -> list[str]:
    return [
        *(article.address for article in ArticlePage.objects.live()),
        *(one.get_absolute_url() for one in Contributor.objects.all()),
    ]


def test_no_canary_is_found_anywhere(
    home: HomePage, client: Client, export: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = export.read_text(encoding="utf-8")
    assert all(canary in text for canary in CANARIES if canary != "canary-agent"), "they are planted"
    with open_export(export) as read:
        assert read.left_out["comment_email"] == 2, "the reader saw them"
        assert read.left_out["comment_ip"] == 2
    caplog.set_level(logging.DEBUG)
    account = move_in(export, Wishes())
    for ending in ("html", "json"):
        report.write(account, tmp_path / f"report.{ending}")
    found = [
        *everything(client, tmp_path),
        *((tmp_path / f"report.{ending}").read_text(encoding="utf-8") for ending in ("html", "json")),
        *report.lines(account),
        caplog.text,
    ]
    assert [canary for canary in CANARIES if any(canary in one.lower() for one in found)] == []
    assert account.left_out["comment_email"] == 2


def test_names_readers_knew_stay_and_nameless_authors_are_listed(home: HomePage, export: Path) -> None:
    account = move_in(export, Wishes())
    names = {
        article.title: [line.contributor.name for line in article.bylines.all()]
        for article in ArticlePage.objects.all()
    }
    assert names["Bridge"] == ["Olha Kovalenko"]
    assert names["Third"] == ["Ivan Petrenko"]
    assert names["Fourth"][0].startswith("Author ")
    assert sum("login" in one.why for one in account.needs.first) == 2


def test_links_to_authors_lead_to_their_pages_here(home: HomePage, export: Path) -> None:
    move_in(export, Wishes())
    article = ArticlePage.objects.get(title="Bridge")
    assert 'href="/contributor/olha-kovalenko/"' in str(article.body.raw_data[0])
    assert 'href="/contributor/ivan-petrenko/"' in str(article.body.raw_data[0])
