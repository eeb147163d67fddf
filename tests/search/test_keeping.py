"""The index follows the database: what is applied piece by piece equals what is built at once."""

from __future__ import annotations

import itertools
import json
import random
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection, transaction
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, Byline, Contributor, HomePage, PlainPage, Section
from tocsin.articles.services import pages, publishing
from tocsin.articles.services.sections import save_section
from tocsin.articles.services.takedown import take_down
from tocsin.claims import services as ledger
from tocsin.claims.models import Assertion, Claim, Place, Speaker
from tocsin.evidence import services as evidence
from tocsin.lib import clock
from tocsin.search import engine, keeping, services
from tocsin.search.asking import ask
from tocsin.search.keeping import Mark
from tocsin.search.models import Change, LiveCitation
from tocsin.search.query import read
from tocsin.search.records import Options, Record
from tocsin.sources.models import Publication, Source


def found(text: str) -> list[str]:
    index = keeping.open_index()
    assert index
    return [hit.record.key for hit in ask(index, read(text), Options()).hits]


def differing() -> list[str]:
    return sorted(f"{one.key} {one.what}" for one in keeping.differences())


def is_true() -> None:
    """Apply what is new, and compare with the database."""
    assert keeping.apply() is not None
    assert differing() == []


# Every way to write, at random ----------------------------------------------------------------------------------


class Newsroom:
    """Writes of every kind, each at random, through whatever way the product writes."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.number = itertools.count(1)
        self.user: User = make.user(superuser=True)
        for _ in range(3):
            self.write()
            self.state()

    def any(self, objects: object) -> object | None:
        rows = list(objects.all())  # type: ignore[attr-defined]
        return self.random.choice(rows) if rows else None

    def word(self) -> str:
        return f"word{next(self.number)}"

    # articles

    def write(self) -> None:
        source = self.any(Source.objects) or make.source(self.word(), publication=self.word())
        sections, writers = list(Section.objects.all()), list(Contributor.objects.all())
        make.article(
            self.word(),
            body=[make.paragraph(f"{self.word()}.{make.marker(source)}")],  # type: ignore[arg-type]
            by=self.random.sample([*writers, make.contributor(self.word())], 1),
            tags=self.random.sample(["red", "green", "blue"], 2),
            section=self.random.choice([*sections, make.section(self.word())]),
            live=self.random.random() < 0.8,
        )

    def edit(self) -> None:
        if article := self.any(ArticlePage.objects):
            article = article.get_latest_revision_as_object()  # type: ignore[attr-defined]
            article.title = self.word()
            article.bylines = [Byline(contributor=self.any(Contributor.objects))]
            article.tags.set([self.random.choice(["red", "green", "black"])])
            sources = self.random.sample(list(Source.objects.all()), 1)
            article.body = [make.paragraph(f"{self.word()}.{make.marker(*sources)}")]
            revision = article.save_revision()
            if self.random.random() < 0.7:
                revision.publish()

    def unpublish(self) -> None:
        if article := self.any(ArticlePage.objects.live()):
            publishing.unpublish(article)  # type: ignore[arg-type]

    def delete(self) -> None:
        if article := self.any(ArticlePage.objects):
            Page.objects.get(pk=article.pk).delete()  # type: ignore[attr-defined]

    def take_down(self) -> None:
        if article := self.any(ArticlePage.objects.live()):
            take_down(article, "A life is at risk.", self.user)  # type: ignore[arg-type]

    def restrict(self) -> None:
        if page := self.any(Page.objects.filter(depth__gt=2)):
            PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")  # type: ignore[misc]

    def release(self) -> None:
        if restriction := self.any(PageViewRestriction.objects):
            restriction.delete()  # type: ignore[attr-defined]

    def change_byline(self) -> None:
        if row := self.any(Byline.objects):
            row.contributor = self.any(Contributor.objects)  # type: ignore[attr-defined]
            row.save()  # type: ignore[attr-defined]

    # pages

    def page(self) -> None:
        made = pages.publish_page(PlainPage(title=self.word(), slug=self.word(), body=[make.paragraph(self.word())]))
        made.add_child(instance=PlainPage(title=self.word(), slug=self.word()))

    def move_page(self) -> None:
        plain = [page for page in PlainPage.objects.all() if page.depth == 3]
        if len(plain) > 1:
            one, other = self.random.sample(plain, 2)
            one.move(other, pos="last-child")

    def rename_page(self) -> None:
        if page := self.any(PlainPage.objects):
            page.slug = self.word()  # type: ignore[attr-defined]
            page.save_revision().publish()  # type: ignore[attr-defined]

    # filing

    def rename_section(self) -> None:
        if section := self.any(Section.objects):
            section.name = self.word()  # type: ignore[attr-defined]
            save_section(section)  # type: ignore[arg-type]

    def nest_section(self) -> None:
        parent = self.any(Section.objects.filter(parent=None))
        make.section(self.word(), parent=parent)  # type: ignore[arg-type]

    def move_section(self) -> None:
        tops = list(Section.objects.filter(parent=None))
        if len(tops) > 1:
            one, other = self.random.sample(tops, 2)
            one.parent = other
            save_section(one)

    def rename_tag(self) -> None:
        if tag := self.any(Tag.objects):
            tag.name = self.word()  # type: ignore[attr-defined]
            tag.save()  # type: ignore[attr-defined]

    def rename_contributor(self) -> None:
        if contributor := self.any(Contributor.objects):
            contributor.name = self.word()  # type: ignore[attr-defined]
            contributor.save()  # type: ignore[attr-defined]

    # sources

    def change_source(self) -> None:
        if source := self.any(Source.objects):
            source.title = self.word()  # type: ignore[attr-defined]
            source.confidentiality = self.random.choice(["unprotected", "confidential"])  # type: ignore[attr-defined]
            source.save()  # type: ignore[attr-defined]

    def rename_publication(self) -> None:
        if publication := self.any(Publication.objects):
            publication.name = self.word()  # type: ignore[attr-defined]
            publication.save()  # type: ignore[attr-defined]

    # the ledger

    def state(self) -> None:
        claim = make.claim(self.word(), public=self.random.random() < 0.7, places=[make.place(self.word())])
        make.assertion(claim, speaker=self.any(Speaker.objects) or make.speaker(self.word()))

    def attach(self) -> None:
        if claim := self.any(Claim.objects.filter(merged_into=None)):
            said_by: dict[str, object] = {"speaker": make.speaker(self.word())}
            if self.random.random() < 0.5:
                said_by = {"source": self.any(Source.objects) or make.source(self.word())}
            stance = self.random.choice(["support", "deny"])
            make.assertion(claim, stance=stance, is_private=self.random.random() < 0.3, **said_by)  # type: ignore[arg-type]

    def withdraw(self) -> None:
        if one := self.any(Assertion.objects.filter(withdrawn_at=None)):
            ledger.withdraw(one, by=self.user, reason="Mistaken.")  # type: ignore[arg-type]

    def open_or_close(self) -> None:
        if claim := self.any(Claim.objects.filter(merged_into=None)):
            ledger.set_public([claim.pk], public=self.random.random() < 0.5)  # type: ignore[attr-defined]

    def merge(self) -> None:
        kept = list(Claim.objects.kept())
        if len(kept) > 1:
            ledger.merge(*self.random.sample(kept, 2))

    def split(self) -> None:
        if claim := self.any(Claim.objects.kept()):
            part = ledger.split(claim, text=self.word())  # type: ignore[arg-type]
            ledger.set_public([part.pk], public=True)

    def override(self) -> None:
        if claim := self.any(Claim.objects.kept()):
            until = clock.now() + timedelta(days=1)
            status = self.random.choice(["contested", "refuted", "corroborated"])
            ledger.override(claim, status=status, reason="Known.", until=until, by=self.user)  # type: ignore[arg-type]

    def erase(self) -> None:
        free = Claim.objects.filter(spans=None, published_spans=None, merged=None, merged_into=None)
        if claim := self.any(free):
            ledger.erase([claim.pk], by=self.user)  # type: ignore[attr-defined]

    def describe(self) -> None:
        if speaker := self.any(Speaker.objects):
            evidence.describe_speaker(speaker, names=[self.word()], offices=[[self.word(), "", "", ""]])  # type: ignore[arg-type]

    def hide_speaker(self) -> None:
        if speaker := self.any(Speaker.objects):
            speaker.naming = self.random.choice(["named", "withheld", "pseudonym"])  # type: ignore[attr-defined]
            speaker.pseudonym, speaker.naming_reason = self.word(), "In danger."  # type: ignore[attr-defined]
            speaker.save()  # type: ignore[attr-defined]

    def place(self) -> None:
        if claim := self.any(Claim.objects.kept()):
            evidence.set_places(claim, self.word())  # type: ignore[arg-type]

    def rename_place(self) -> None:
        if place := self.any(Place.objects):
            place.name = self.word()  # type: ignore[attr-defined]
            place.save()  # type: ignore[attr-defined]

    def tie(self) -> None:
        """A claim opens with the article that states it."""
        article, claim = self.any(ArticlePage.objects), self.any(Claim.objects.kept())
        if article and claim:
            text = article.title  # type: ignore[attr-defined]
            evidence.spanning.add_span(article, claim, start=0, end=len(text))  # type: ignore[arg-type]
            if article.live:  # type: ignore[attr-defined]
                article.get_latest_revision_as_object().save_revision().publish()  # type: ignore[attr-defined]

    @property
    def acts(self) -> list[Callable[[], None]]:
        names = [name for name in vars(type(self)) if not name.startswith("_") and name not in {"acts", "any", "word"}]
        return [getattr(self, name) for name in sorted(names)]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_applied_piece_by_piece_is_what_is_built_at_once(home: HomePage, seed: int) -> None:
    newsroom = Newsroom(seed)
    keeping.build()
    acts = newsroom.acts * 2
    newsroom.random.shuffle(acts)
    for number, act in enumerate(acts):
        try:
            with transaction.atomic():
                act()
        except Exception as error:  # a refusal of the newsroom is no matter of search
            if type(error).__module__.startswith("tests") or isinstance(error, AttributeError | TypeError | KeyError):
                raise
        if number % newsroom.random.randint(1, 5) == 0:
            assert keeping.apply() is not None
            assert differing() == [], act.__name__
    is_true()


@pytest.mark.parametrize("act", [name for name in vars(Newsroom) if not name.startswith("_")])
def test_each_way_to_write_tells_the_index(home: HomePage, act: str) -> None:
    if act in {"acts", "any", "word"}:
        return
    newsroom = Newsroom(7)
    for name in ("page", "page", "nest_section", "restrict", "attach"):
        getattr(newsroom, name)()
    keeping.build()
    for _ in range(3):
        getattr(newsroom, act)()
        is_true()


def test_a_write_nobody_told_of_is_found_and_repaired(home: HomePage) -> None:
    """The positive control of all that finds no difference."""
    one, other = make.article("Told"), make.article("Untold")
    keeping.build()
    known = Change.objects.latest("pk").pk
    ArticlePage.objects.filter(pk=one.pk).update(title="Changed")
    ArticlePage.objects.filter(pk=other.pk).update(live=False)
    late = make.article("Late")
    Change.objects.filter(pk__gt=known).delete()
    assert set(differing()) == {
        f"article:{one.pk} reads otherwise",
        f"article:{late.pk} is missing",
        f"article:{other.pk} should not be there",
    }
    keeping.repair(keeping.remaining(keeping.differences()))
    assert differing() == []


def test_a_repair_takes_out_what_no_text_is_of_any_more(home: HomePage) -> None:
    folder = keeping.build()
    engine.Index(folder).write([Record("oldkind:1", "oldkind", "Old")])
    assert differing() == ["oldkind:1 should not be there"]
    keeping.repair(keeping.differences())
    assert differing() == []


def test_a_repair_after_a_takedown_builds_the_index_anew(home: HomePage) -> None:
    article = make.article("Takendown")
    folder = keeping.build()
    take_down(article, "A life is at risk.", None)
    keeping.repair([])
    assert not folder.exists()
    assert differing() == []


def test_the_nightly_look_heals_through_the_writer_that_is_open(home: HomePage) -> None:
    article = make.article("Told")
    keeping.build()
    keeper = keeping.Keeper()
    make.article("Opens the writer")
    keeper.look()
    ArticlePage.objects.filter(pk=article.pk).update(title="Changed")
    keeper._check()
    assert differing() == [f"article:{article.pk} reads otherwise"]
    keeper.look()
    assert differing() == []


# The outbox -----------------------------------------------------------------------------------------------------


def test_a_change_is_rolled_back_with_its_write(home: HomePage) -> None:
    before = Change.objects.count()
    with transaction.atomic():
        make.article()
        assert Change.objects.count() > before
        transaction.set_rollback(True)
    assert Change.objects.count() == before


def test_a_draft_that_is_saved_again_costs_the_outbox_nothing(home: HomePage) -> None:
    article = make.article()
    before = Change.objects.count()
    article.title = "Draft"
    article.save_revision()
    assert Change.objects.count() == before


def test_what_commits_after_a_later_change_is_not_passed_over(home: HomePage) -> None:
    article = make.article("Early")
    keeping.build()
    ArticlePage.objects.filter(pk=article.pk).update(title="Changed")
    last = Change.objects.order_by("-pk").values_list("pk", flat=True)[0]
    Change.objects.create(pk=last + 2, key="section:1")
    assert keeping.apply() == 1
    assert found("Changed") == []
    Change.objects.create(pk=last + 1, key=f"article:{article.pk}")
    assert keeping.apply() == 1
    assert found("Changed") == [f"article:{article.pk}"]
    folder = engine.current(keeping.root())
    assert folder
    mark = Mark.of(folder)
    assert mark
    assert (mark.change, mark.passed_over) == (last + 2, {})
    if connection.vendor == "postgresql":  # its numbers do not follow those given here
        connection.cursor().execute("SELECT setval('search_change_id_seq', %s)", [last + 2])


def test_a_number_that_never_appears_is_given_up(home: HomePage) -> None:
    keeping.build()
    last = Change.objects.order_by("-pk").values_list("pk", flat=True)[0]
    Change.objects.create(pk=last + 3, key="section:1")
    keeping.apply()
    folder = engine.current(keeping.root())
    assert folder
    mark = Mark.of(folder)
    assert mark
    assert set(mark.passed_over) == {str(last + 1), str(last + 2)}
    mark.passed_over = dict.fromkeys(mark.passed_over, time.time() - keeping.LATE - 1)
    mark.advance([], [])
    assert mark.passed_over == {}


def test_old_changes_are_forgotten_but_the_newest(home: HomePage) -> None:
    make.article()
    Change.objects.update(recorded_at=clock.now() - services.KEPT - timedelta(hours=1))
    newest = Change.objects.order_by("-pk").values_list("pk", flat=True)[0]
    services.prune()
    assert list(Change.objects.values_list("pk", flat=True)) == [newest]


def test_an_index_older_than_the_outbox_is_not_added_to(home: HomePage) -> None:
    keeping.build()
    make.article("After")
    Change.objects.update(recorded_at=clock.now() - services.KEPT - timedelta(hours=1))
    make.article("Later")
    services.prune()
    assert keeping.apply() is None
    keeping.build()
    assert differing() == []


def test_a_database_that_went_back_is_noticed(home: HomePage) -> None:
    with transaction.atomic():
        make.article("Undone")
        keeping.build()
        transaction.set_rollback(True)
    make.article("Kept")
    assert keeping.apply() is None
    keeping.build()
    assert found("Undone") == []
    assert len(found("Kept")) == 1


# The index ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("harm", ["no folder", "no pointer", "no mark", "another version", "torn"])
def test_an_index_that_cannot_be_used_is_built_anew(home: HomePage, index_folder: Path, harm: str) -> None:
    make.article("Bridge")
    folder = keeping.build()
    make.article("Ferry")
    if harm == "no folder":
        import shutil

        shutil.rmtree(index_folder)
    elif harm == "no pointer":
        (index_folder / "current").unlink()
    elif harm == "no mark":
        (folder / "mark.json").write_text("{")
    elif harm == "another version":
        (index_folder / "current").write_text(folder.rename(index_folder / f"v0-{folder.name}").name)
    else:
        meta = json.loads((folder / "meta.json").read_text())
        for path in folder.glob(f"{meta['segments'][0]['segment_id'].replace('-', '')}*"):
            path.write_bytes(b"torn")
    assert keeping.apply() is None
    keeping.build()
    assert differing() == []
    assert len(found("Ferry")) == 1
    assert [path.name for path in index_folder.glob("v*")] == [(index_folder / "current").read_text()]


def test_search_answers_from_the_old_index_while_another_is_built(
    home: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    going = make.article("Going bridge")
    keeping.build()
    keeping.apply()
    seen: list[list[str]] = []

    def meanwhile(done: int, count: int) -> None:
        if not seen:
            seen.append(found("bridge"))
            publishing.unpublish(going)
            make.article("New bridge", slug="new")
            keeping.apply()
            seen.append(found("bridge"))

    keeping.build(tell=meanwhile)
    new = ArticlePage.objects.get(slug="new")
    assert seen == [[f"article:{going.pk}"], [f"article:{new.pk}"]]
    assert found("bridge") == [f"article:{new.pk}"]
    assert differing() == []


def test_a_writer_that_is_open_is_waited_for(home: HomePage) -> None:
    keeping.build()
    keeper = keeping.Keeper()
    make.article("First bridge")
    keeper.look()
    make.article("Second bridge")
    assert keeping.apply() == 0
    assert len(found("bridge")) == 1
    keeper.look()
    assert len(found("bridge")) == 2
    del keeper
    make.article("Third bridge")
    assert keeping.apply()
    assert len(found("bridge")) == 3


def test_a_writer_that_is_open_goes_over_to_the_index_that_takes_over(home: HomePage, index_folder: Path) -> None:
    keeping.build()
    keeper = keeping.Keeper()
    for number in range(20):  # enough for parts to be joined beside
        make.article(f"Bridge {number}")
        keeper.look()
    new = keeping.build()
    make.article("Ferry")
    keeper.look()
    assert len(found("ferry")) == 1
    assert differing() == []
    assert list(index_folder.glob("v*")) == [new]


def test_a_writer_that_is_open_does_not_hide_a_torn_file(home: HomePage) -> None:
    folder = keeping.build()
    keeper = keeping.Keeper()
    keeper._failed = time.monotonic()  # it builds nothing beside
    make.article("First bridge")
    keeper.look()
    for path in folder.glob("*.store"):
        path.unlink()
    make.article("Second bridge")
    keeper.look()
    assert Mark.of(folder) is None
    keeping.build()
    assert len(found("bridge")) == 2
    make.article("Third bridge")
    keeper.look()
    assert len(found("bridge")) == 3


def test_the_nightly_look_gives_a_torn_index_up(home: HomePage) -> None:
    make.article()
    folder = keeping.build()
    for path in folder.glob("*.store"):
        path.unlink()
    keeping.Keeper()._check()
    assert Mark.of(folder) is None


def test_a_worker_lets_an_index_go_that_was_replaced(home: HomePage) -> None:
    keeping.build()
    keeper = keeping.Keeper()
    make.article()
    keeper.look()
    keeping.build()
    held = keeper._index
    assert held
    keeper.look()
    assert keeper._index is None
    assert not held.folder.exists()


def test_a_writer_that_failed_is_let_go(home: HomePage) -> None:
    folder = keeping.build()
    index = engine.Index(folder, keeps_writer=True)
    index.write([])

    def broken() -> Iterator[Record]:
        yield from keeping.projection.records([f"article:{make.article('Half').pk}"])
        raise OSError("no more room")

    with pytest.raises(OSError, match="no more room"):
        index.write(broken())
    engine.Index(folder).write([])
    assert found("Half") == []


def test_what_has_been_applied_can_be_applied_again(home: HomePage) -> None:
    folder = keeping.build()
    before = Mark.of(folder)
    make.article("Bridge")
    assert keeping.apply()
    assert before
    before.write(folder)
    assert keeping.apply()
    assert differing() == []


def test_nothing_new_costs_one_query_and_no_write(home: HomePage, django_assert_num_queries: Callable) -> None:
    folder = keeping.build()
    keeping.apply()
    before = (folder / "meta.json").stat().st_mtime_ns
    with django_assert_num_queries(1):
        assert keeping.apply() == 0
    assert (folder / "meta.json").stat().st_mtime_ns == before


def test_an_embargo_that_ends_shows_the_article(home: HomePage) -> None:
    article = make.article("Held bridge")
    until = clock.now() + timedelta(hours=1)
    ArticlePage.objects.filter(pk=article.pk).update(embargo_until=until)
    keeping.build()
    assert found("bridge") == []
    with time_machine.travel(until + timedelta(seconds=1), tick=True):
        assert keeping.apply() == 1
        assert found("bridge") == [f"article:{article.pk}"]
        assert differing() == []


def test_a_schedule_and_an_expiry_are_followed(home: HomePage) -> None:
    article = make.article("Scheduled bridge", live=False)
    article.go_live_at, article.expire_at = clock.now() + timedelta(hours=1), clock.now() + timedelta(hours=2)
    article.save_revision().publish()
    keeping.build()
    assert found("bridge") == []
    for hours, wanted in ((1.1, [f"article:{article.pk}"]), (2.1, [])):
        with time_machine.travel(clock.now() + timedelta(hours=hours), tick=True):
            publishing.run_due()
            is_true()
            assert found("bridge") == wanted


def test_a_new_site_of_articles_cites_what_it_cites(home: HomePage) -> None:
    """As after an upgrade: articles are there, and nobody has recorded what they cite."""
    source = make.source("Situation report")
    make.article(body=[make.paragraph(f"One.{make.marker(source)}")])
    LiveCitation.objects.all().delete()
    keeping.build()
    assert found("situation") == [f"source:{source.pk}"]


def test_published_is_found_within_a_second(home: HomePage) -> None:
    for number in range(20):
        make.article(f"Article {number}")
    keeping.build()
    took = []
    for number in range(10):
        make.article(f"Fresh{number}")
        began = time.monotonic()
        keeping.apply()
        assert len(found(f"Fresh{number}")) == 1
        took.append(time.monotonic() - began)
    assert sorted(took)[5] < 0.7, took  # and at most 0.2 s until the worker looks


def test_after_a_takedown_no_file_of_the_index_holds_its_words(home: HomePage, index_folder: Path) -> None:
    make.article("Bridge")
    article = make.article("Takendown", body=[make.paragraph("Canaryword.")])
    keeping.build()

    def kept() -> bool:
        return any(b"canaryword" in path.read_bytes().lower() for path in index_folder.rglob("*") if path.is_file())

    take_down(article, "A life is at risk.", None)
    keeping.apply()
    assert found("Canaryword") == []
    assert kept()
    assert keeping._anew()
    keeping.build()
    assert not kept()
    assert not keeping._anew()
    assert differing() == []
