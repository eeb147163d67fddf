"""The exports of the shared collection move in, or are refused with one line: every item is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction
from wagtail.models import Page

from tests import shared
from tocsin.articles.models import ArticlePage, HomePage, PlainPage
from tocsin.comments.models import Comment
from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.plan import INNER_TYPES
from tocsin.importers.wordpress.read import open_export
from tocsin.importers.wordpress.services import Wishes, move_in

FOLDER = shared.DATA / "wxr" / "dev"
FILES = sorted(FOLDER.glob("*/*.xml"))
pytestmark = [pytest.mark.django_db, shared.needs(FOLDER)]


def _check(path: Path) -> None:
    with open_export(path) as export:
        wanted: dict[str, set[object]] = {"article": set(), "page": set()}
        for item in export.items():
            if item.type in INNER_TYPES or item.type in {"attachment", "nav_menu_item", "guest-author", "wp_block"}:
                continue
            if item.type in {"post", "page"} or item.title.strip() or item.content.strip():
                wanted["page" if item.type == "page" else "article"].add(item.id or item.line)
    account = move_in(path, Wishes())
    assert ArticlePage.objects.count() == len(wanted["article"]), path.name
    assert PlainPage.objects.count() == len(wanted["page"]), path.name
    dropped = sum(number for (what, _why), number in account.not_kept.items() if what == "comment")
    assert (
        Comment.objects.count() + dropped == export.counts.comments or Comment.objects.count() <= export.counts.comments
    )
    assert Page.find_problems() == ([], [], [], [], [])
    for page in [*ArticlePage.objects.all(), *PlainPage.objects.all()]:
        assert page.get_latest_revision_as_object().title == page.title
    assert move_in(path, Wishes()).added() == 0, path.name


def _tried(path: Path) -> str:
    """Move *path* in, check it, and take everything back; return the refusal, if it was refused."""
    refusal = ""
    with transaction.atomic():
        try:
            _check(path)
        except ExportRefused as error:
            refusal = str(error)
            if Page.objects.filter(depth__gt=2).exists():
                refusal += " (but something was written)"
        transaction.set_rollback(True)
    return refusal


def test_every_file_moves_in_or_is_refused_with_one_line(home: HomePage) -> None:
    refused = {path.name: refusal for path in FILES if (refusal := _tried(path))}
    assert [line for line in refused.values() if "\n" in line or "written" in line] == []
    assert sorted(refused) == [
        *("phpunit-invalid-version-tag.xml", "phpunit-malformed.xml", "phpunit-missing-version-tag.xml", "test.xml")
    ]
