"""What was gone in the old newsroom is gone in the new one, and nothing new is taken for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import PageLogEntry, ReferenceIndex, Revision, Workflow

from tests import make
from tests.exporting.newsroom import files_of
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, Section
from tocsin.articles.services.takedown import take_down
from tocsin.evidence.models import Reading
from tocsin.exporting import numbers, reading
from tocsin.exporting.reading import read_back
from tocsin.exporting.writing import export


def built() -> tuple[int, int]:
    """A newsroom with a way of reviewing of its own, one who left and an article taken down; return their numbers."""
    keeper, gone = make.user("desk@canary.example.org"), make.user("gone")
    article = make.article("Old", owner=gone)
    article.save_revision(user=gone, log_action=True)
    article.owner = keeper
    article.save_revision(user=keeper).publish()
    Reading.objects.create(article=article)
    newest = make.article("Newest")
    number = newest.pk
    take_down(newest, "It named a witness.", keeper)
    left = gone.pk
    gone.delete()
    Workflow.objects.filter(name="Second pair of eyes").update(name="Two readers")
    return left, number


def stale() -> None:
    """Let the new site know of a use that is none."""
    kind = ContentType.objects.get_for_model(Section)
    ReferenceIndex.objects.create(
        base_content_type=kind, content_type=kind, object_id="999", to_content_type=kind, to_object_id="1",
        model_path="parent", content_path="parent", content_path_hash="0" * 32,
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.usefixtures("home", "media")
def test_what_is_gone_is_not_taken_for_what_is_new(
    elsewhere: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    left, taken_down = built()
    ways = sorted(Workflow.objects.values_list("name", "active"))
    export(tmp_path / "one")
    written = files_of(tmp_path / "one")
    assert b"canary.example.org" not in b"".join(written.values())
    assert b'"name": "desk"' in written["people.jsonl"]

    elsewhere()
    stale()
    User.objects.create_user("stranger", pk=left)
    monkeypatch.setattr(reading, "BYTES_AT_ONCE", 1)
    before = numbers.coming()
    read_back(tmp_path / "one", dry_run=True)
    assert numbers.coming() == before
    with django_capture_on_commit_callbacks(execute=True):
        read_back(tmp_path / "one")
        export(tmp_path / "two")
    assert files_of(tmp_path / "two") == written

    assert not PageLogEntry.objects.filter(user_id=left).exists()
    assert PageLogEntry.objects.filter(user=None).exists()
    article = ArticlePage.objects.get()
    assert article.owner is not None
    assert article.owner.get_full_name() == "desk"
    owners = {one.content["owner"] for one in Revision.objects.all() if "owner" in one.content}
    assert owners == {None, article.owner_id}
    assert sorted(Workflow.objects.values_list("name", "active")) == ways
    assert not ReferenceIndex.objects.filter(object_id="999").exists()
    assert Reading.objects.get().state == "failed", "nothing reads here, and it was asked"
    assert make.article("Next").pk > taken_down
