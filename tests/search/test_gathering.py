"""Many writes in one transaction cost the outbox one insert, and none of them is lost."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests import make
from tocsin.articles.models import HomePage, Section
from tocsin.claims.models import Claim
from tocsin.importers.ledger.read import read
from tocsin.importers.ledger.services import Wishes, bring_in
from tocsin.search import projection
from tocsin.search.models import Change
from tocsin.search.services import gathered, record_changes


def keys() -> list[str]:
    return list(Change.objects.values_list("key", flat=True))


def inserts(queries: CaptureQueriesContext) -> int:
    return sum('INSERT INTO "search_change"' in query["sql"] for query in queries.captured_queries)


def table(count: int) -> bytes:
    rows = [f"{number},It fell {number}.,event,not_sensitive" for number in range(count)]
    return "\n".join(["n,text,type,sensitivity", *rows]).encode()


def test_an_import_of_any_length_is_one_insert(db: None) -> None:
    for count in (2, 12):
        Change.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            outcome = bring_in(read(table(count)), Wishes(f"table{count}", open_to_readers=True))
        assert outcome.claims == count
        assert inserts(queries) == 1
        new = Claim.objects.filter(imported_as__startswith=f"table{count}:").values_list("pk", flat=True)
        assert {f"claim:{pk}" for pk in new} <= set(keys())
        assert len(keys()) == len(set(keys()))


def test_without_it_each_save_is_an_insert(db: None) -> None:
    """The positive control of the counting."""
    with CaptureQueriesContext(connection) as queries:
        make.section("One")
        make.section("Two")
    assert inserts(queries) == 2


def test_what_is_gathered_is_written_when_the_outermost_block_ends_and_each_key_once(db: None) -> None:
    with gathered():
        record_changes(["section:1", "tag:1"])
        with gathered():
            record_changes(["section:1", "tag:2"])
        assert keys() == []
    assert keys() == ["section:1", "tag:1", "tag:2"]
    record_changes(["section:1"])
    assert keys() == ["section:1", "tag:1", "tag:2", "section:1"]


def test_a_block_that_fails_takes_its_changes_back_with_its_writes(db: None) -> None:
    def act() -> None:
        with gathered():
            make.section("Going")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert keys() == []
    assert not Section.objects.filter(name="Going").exists()
    make.section("Staying")
    assert len(keys()) == 1, "nothing is gathered any more"


def test_what_is_written_after_a_savepoint_was_taken_back_is_not_lost(home: HomePage) -> None:
    section = make.section("One")
    Change.objects.all().delete()
    with gathered():
        for name, goes in (("Two", True), ("Three", False)):
            with transaction.atomic():
                section.name = name
                section.save()
                transaction.set_rollback(goes)
    assert keys() == [f"section:{section.pk}"]
    assert Section.objects.get(pk=section.pk).name == "Three"


def test_one_more_of_somebody_does_not_have_all_of_theirs_read_again(home: HomePage) -> None:
    writer, speaker = make.contributor(), make.speaker()
    for number in range(3):
        make.article(f"Old {number}", by=[writer], tags=["war"])
        make.assertion(make.claim(f"Old {number}", public=True), speaker=speaker)
    Change.objects.all().delete()
    article = make.article("New", by=[writer], tags=["war"])
    make.assertion(claim := make.claim("New", public=True), speaker=speaker)
    touched = projection.affected(keys())
    tag = article.tags.get()
    assert touched == {
        *(f"article:{article.pk}", f"contributor:{writer.pk}", f"tag:{tag.pk}"),
        *(f"claim:{claim.pk}", f"speaker:{speaker.pk}"),
    }
    Change.objects.all().delete()
    writer.save()
    assert len(projection.affected(keys())) == 5, "another name is a matter of all of them"
