"""States, dates, languages, authors, menus: what comes of each kind of thing that not every site has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from tests.importers.wordpress.exports import author, category, comment, item, term, written
from tocsin.articles.models import ArticlePage, Contributor, FrontStory, HomePage, Menu, PlainPage
from tocsin.articles.services import publishing
from tocsin.comments.models import Comment, Discussion
from tocsin.comments.services import set_discussion
from tocsin.comments.statuses import Opening
from tocsin.importers.wordpress.services import Wishes, move_in

pytestmark = pytest.mark.django_db


def test_only_what_was_public_is_public(home: HomePage, tmp_path: Path) -> None:
    states = ("publish", "draft", "pending", "private", "trash", "strange")
    account = move_in(
        written(
            tmp_path,
            *(item(number, slug=state, status=state) for number, state in enumerate(states, start=1)),
            item(10, slug="locked", password="letmein"),
            item(11, slug="film", type="film"),
        ),
        Wishes(),
    )
    assert list(ArticlePage.objects.live().values_list("slug", flat=True)) == ["publish"]
    assert ArticlePage.objects.count() == 8
    reasons = {one.why.split(":")[0].split(",")[0] for one in account.needs.first if "login" not in one.why}
    assert reasons == {
        *("a draft that waits for review", "private there", "in the trash there", "behind a password there"),
        *("in a state that only the old site knew", "of a type that only the old site knew"),
    }


def test_what_is_planned_is_published_when_its_time_comes(home: HomePage, tmp_path: Path) -> None:
    with time_machine.travel(datetime(2022, 3, 1, tzinfo=UTC), tick=False):
        move_in(written(tmp_path, item(1, status="future", slug="soon")), Wishes())
        assert not ArticlePage.objects.get().live
    with time_machine.travel(datetime(2022, 3, 5, 11, tzinfo=UTC), tick=False):
        assert publishing.run_due() == 1
    assert ArticlePage.objects.get().address == "/2022/03/05/soon/"


def test_a_plan_whose_time_is_over_waits_for_a_person(home: HomePage, tmp_path: Path) -> None:
    account = move_in(written(tmp_path, item(1, status="future")), Wishes())
    assert not ArticlePage.objects.get().live
    assert any("is over" in one.why for one in account.needs.first)


def test_a_draft_is_dated_by_the_clock_of_the_old_site(home: HomePage, tmp_path: Path) -> None:
    move_in(
        written(tmp_path, item(1), item(2, status="private", gmt="0000-00-00 00:00:00", date="2022-03-07 01:00:00")),
        Wishes(),
    )
    assert ArticlePage.objects.get(slug="item-2").published_at == datetime(2022, 3, 6, 23, tzinfo=UTC)


def test_slugs_that_the_site_needs_or_that_are_taken_are_changed(home: HomePage, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        item(1, "Archive", type="page", slug="archive"),
        item(2, "One", slug="same"),
        item(3, "Two", slug="same"),
        item(4, "Міст відкрито", slug="%d0%bc%d1%96%d1%81%d1%82"),
        item(5, "Без назви", slug=""),
    )
    move_in(path, Wishes())
    assert PlainPage.objects.get().url == "/archive-page/"
    assert set(ArticlePage.objects.values_list("slug", flat=True)) == {"same", "same-2", "міст", "без-назви"}


def test_pages_above_themselves_stand_at_the_top(home: HomePage, tmp_path: Path) -> None:
    path = written(
        tmp_path, *(item(n, type="page", slug=f"p{n}", parent=above) for n, above in ((1, 2), (2, 1), (3, 3), (4, 99)))
    )
    move_in(path, Wishes())
    assert PlainPage.objects.count() == 4
    assert PlainPage.find_problems() == ([], [], [], [], [])


def test_one_text_in_several_languages_becomes_an_article_in_each(home: HomePage, tmp_path: Path) -> None:
    both = item(
        1,
        "[:uk]Міст[:en]Bridge[:]",
        "[:uk]<p>Відкрито.</p>[:en]<p>Open.</p>[:]",
        slug="bridge",
        comments=[comment(1)],
    )
    path = written(tmp_path, both)
    move_in(path, Wishes())
    original, other = ArticlePage.objects.get(language="en"), ArticlePage.objects.get(language="uk")
    assert (original.title, original.slug, other.title, other.slug) == ("Bridge", "bridge", "Міст", "bridge-uk")
    assert other.translation_of == original
    assert other.body[0].value.source == "<p>Відкрито.</p>"
    assert Comment.objects.get().article == original
    assert move_in(path, Wishes()).added() == 0


def test_translations_of_polylang_are_linked_whatever_the_site_calls_its_languages(
    home: HomePage, tmp_path: Path
) -> None:
    def language(slug: str, locale: str) -> str:
        said = f'a:3:{{s:6:"locale";s:{len(locale)}:"{locale}";s:3:"rtl";i:0;s:9:"flag_code";s:2:"{slug}";}}'
        return term("language", slug, slug, description=said)

    group = 'a:3:{s:2:"en";i:1;s:2:"ua";s:1:"2";s:4:"sync";a:1:{s:2:"en";s:2:"en";}}'
    path = written(
        tmp_path,
        *(
            language("en", "en_GB"),
            language("ua", "uk"),
            term("post_translations", "pll_1", "pll_1", description=group),
        ),
        term("post_translations", "pll_2", "pll_2", description='O:8:"Whatever":1:{s:2:"en";i:3;}'),
        item(1, slug="bridge", terms=[("language", "en", "English"), ("post_translations", "pll_1", "pll_1")]),
        item(2, "Міст", slug="mist"),
        item(3, slug="other", terms=[("language", "ua", "Українська"), ("post_translations", "pll_2", "pll_2")]),
    )
    move_in(path, Wishes())
    original, other, third = (ArticlePage.objects.get(slug=slug) for slug in ("bridge", "mist", "other"))
    assert (original.language, other.language, third.language) == ("en", "uk", "uk")
    assert (original.translation_of, other.translation_of, third.translation_of) == (None, original, None)


def test_several_authors_guests_and_organisations_are_a_byline(home: HomePage, tmp_path: Path) -> None:
    move_in(
        written(
            tmp_path,
            author("olha-k", "Olha Kovalenko"),
            author("ivan", "Ivan Petrenko", number=2),
            item(
                5,
                "Kherson News Agency",
                "",
                type="guest-author",
                slug="cap-agency",
                meta={"cap-display_name": "Kherson News Agency"},
            ),
            item(6, "Olha Kovalenko", "", type="guest-author", slug="cap-olha-guest"),
            item(1, creator="ivan", terms=[("author", "cap-agency", "agency"), ("author", "cap-olha-guest", "olha-k")]),
            item(2, creator="ivan"),
        ),
        Wishes(),
    )
    lines = {one.slug: [line.contributor.name for line in one.bylines.all()] for one in ArticlePage.objects.all()}
    assert lines == {"item-1": ["Kherson News Agency", "Olha Kovalenko"], "item-2": ["Ivan Petrenko"]}
    assert Contributor.objects.get(name="Kherson News Agency").kind == "organisation"


def menu_item(number: int, title: str, order: int, menu: str = "main", **meta: str) -> str:
    fields = {f"_menu_item_{name}": value for name, value in meta.items()}
    return item(number, title, "", type="nav_menu_item", order=order, terms=[("nav_menu", menu, menu)], meta=fields)


def test_menus_lead_to_pages_sections_and_addresses_that_are_public(home: HomePage, tmp_path: Path) -> None:
    parts = [
        category("war", "War"),
        term("nav_menu", "main", "Main"),
        item(1, "About", type="page", slug="about"),
        item(2, "Draft", type="page", slug="draft", status="draft"),
        menu_item(11, "Who we are", 2, type="post_type", object="page", object_id="1"),
        menu_item(12, "", 1, type="taxonomy", object="category", object_id="10"),
        menu_item(13, "Draft", 3, type="post_type", object="page", object_id="2"),
        menu_item(14, "Elsewhere", 4, type="custom", object_id="14", url="https://example.com/"),
        menu_item(15, "Foot", 1, menu="footer", type="custom", object_id="15", url="https://old.example.org/about/"),
        menu_item(16, "Bad", 5, type="custom", object_id="16", url="javascript:alert(1)"),
    ]
    move_in(written(tmp_path, *parts), Wishes())
    menus = {menu.place: [(link.text, link.target) for link in menu.items.all()] for menu in Menu.objects.all()}
    assert menus == {
        "top": [("War", "/section/war/"), ("Who we are", "/about/"), ("Elsewhere", "https://example.com/")],
        "foot": [("Foot", "/about/")],
    }
    Menu.objects.get(place="top").items.first().delete()
    assert move_in(written(tmp_path, *parts), Wishes()).added() == 0


def test_the_front_page_leads_with_what_was_sticky(home: HomePage, tmp_path: Path) -> None:
    move_in(written(tmp_path, item(1), item(2, sticky=True), item(3, sticky=True, status="draft")), Wishes())
    assert [story.article.slug for story in FrontStory.objects.all()] == ["item-2"]


def test_links_inside_the_site_lead_to_the_articles_here(home: HomePage, tmp_path: Path) -> None:
    site = "https://old.example.org"
    links = [
        f"{site}/2022/03/05/bridge/#more-2",
        f"{site}/?p=2",
        "http://www.old.example.org/?p=3",
        "/category/war/",
        "https://example.com/x",
    ]
    text = "".join(f'<p><a href="{link}">here</a></p>' for link in links)
    move_in(
        written(
            tmp_path, category("war", "War"), item(1, "Links", text), item(2, slug="bridge"), item(3, status="draft")
        ),
        Wishes(),
    )
    body = "".join(block.value.source for block in ArticlePage.objects.get(slug="item-1").body)
    assert body.count('href="/2022/03/05/bridge/"') == 2
    assert 'href="/?p=3"' in body, "it waits there for the draft"
    assert 'href="/category/war/"' in body
    assert 'href="https://example.com/x"' in body


def test_what_only_programs_and_editors_wrote_is_no_comment(home: HomePage, tmp_path: Path) -> None:
    account = move_in(
        written(
            tmp_path,
            item(
                1,
                comments=[
                    comment(1, type="pingback"),
                    comment(2, type="note"),
                    comment(3, "A <b>bold</b><br />line"),
                    comment(4, approved="trash"),
                ],
            ),
            item(2, type="page", comments=[comment(5)]),
        ),
        Wishes(),
    )
    assert list(Comment.objects.order_by("pk").values_list("text", "state")) == [
        ("A bold\nline", "published"),
        ("Thank you.", "refused"),
    ]
    assert sum(number for (what, _why), number in account.not_kept.items() if what == "comment") == 3


def test_a_trial_writes_nothing(home: HomePage, tmp_path: Path) -> None:
    account = move_in(
        written(tmp_path, author(), category("war", "War"), item(1), item(2, type="page")), Wishes(dry_run=True)
    )
    assert account.became == {"articles": {"added": 1}, "pages": {"added": 1}}
    assert (ArticlePage.objects.count(), Contributor.objects.count()) == (0, 0)
    assert timedelta(0) <= timedelta(seconds=account.seconds)


def test_what_took_no_more_comments_takes_none_here_unless_an_editor_opened_it(home: HomePage, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        item(1, slug="open", comments=[comment(1)]),
        item(2, slug="closed", comment_status="closed", comments=[comment(2)]),
        item(3, slug="page", type="page", comment_status="closed"),
    )
    account = move_in(path, Wishes())
    closed = ArticlePage.objects.get(slug="closed")
    assert account.became["discussions"] == {"closed": 1}
    assert list(Discussion.objects.values_list("article", "opening")) == [(closed.pk, Opening.CLOSED)]
    assert Comment.objects.public().count() == 2, "what was said stays"
    set_discussion(closed, by=None, opening=Opening.OPEN)
    assert "discussions" not in move_in(path, Wishes()).became
    assert Discussion.objects.get().opening == Opening.OPEN


def test_a_comment_that_nothing_dates_is_told_and_stops_nothing(home: HomePage, tmp_path: Path) -> None:
    never = "0000-00-00 00:00:00"
    undated = comment(1).replace("2022-03-05 12:00:00", never).replace("2022-03-05 10:00:00", never)
    draft = item(1, status="draft", date=never, gmt=never, comments=[undated, comment(2)])
    path = written(tmp_path, draft.replace("Sat, 05 Mar 2022 10:00:00 +0000", ""))
    account = move_in(path, Wishes())
    assert (ArticlePage.objects.count(), Comment.objects.count()) == (1, 1)
    assert sum(number for (what, _why), number in account.not_kept.items() if what == "comment") == 1
