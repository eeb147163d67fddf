"""What holds however an article is published: dates, addresses, embargo, schedules, refusals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from tests import make
from tocsin.articles.errors import ArticleRefused
from tocsin.articles.models import ArticlePage, HomePage
from tocsin.articles.services import corrections, publishing
from tocsin.articles.statuses import CorrectionKind

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _forget_failures() -> None:
    publishing._failed.clear()


def change(article: ArticlePage, **fields: object) -> ArticlePage:
    """Another version of *article*, published as an editor would."""
    current = ArticlePage.objects.get(pk=article.pk)
    for name, value in fields.items():
        setattr(current, name, value)
    current.save_revision().publish()
    return publishing.as_kept(article)


def test_the_first_publication_dates_an_article_for_good(home: HomePage) -> None:
    with time_machine.travel(NOON, tick=False):
        article = publishing.publish(make.article(live=False, slug="bridge"))
    with time_machine.travel(NOON + timedelta(days=3), tick=False):
        again = change(article, title="Bridge open")
    assert (again.published_at, again.published_address) == (NOON, "/2026/03/05/bridge/")


def test_an_emptied_date_is_again_the_day_of_first_publication(home: HomePage) -> None:
    with time_machine.travel(NOON, tick=False):
        article = make.article(slug="bridge", published_at=datetime(2022, 3, 5, tzinfo=UTC))
    with time_machine.travel(NOON + timedelta(days=3), tick=False):
        assert change(article, published_at=None).published_at == NOON


def test_an_old_address_leads_straight_to_the_last_one(home: HomePage, client: Client) -> None:
    article = make.article(slug="one", published_at=NOON)
    article = change(article, slug="two")
    article = change(article, slug="three", published_at=NOON - timedelta(days=1))
    for old in ("/2026/03/05/one/", "/2026/03/05/two/"):
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, "/2026/03/04/three/")
    assert client.get("/2026/03/04/three/").status_code == 200


def test_a_redirect_gives_way_to_what_is_published_at_its_address(home: HomePage, client: Client) -> None:
    change(make.article(slug="one", published_at=NOON), slug="two")
    assert client.get("/2026/03/05/one/").status_code == 301, "it leads on while nothing stands there"
    newer = make.article(slug="one", published_at=NOON)
    assert client.get("/2026/03/05/one/").status_code == 200
    change(newer, slug="elsewhere")
    assert client.get("/2026/03/05/one/")["Location"] == "/2026/03/05/elsewhere/"


def test_going_back_to_an_address_leaves_no_circle(home: HomePage, client: Client) -> None:
    article = make.article(slug="one", published_at=NOON)
    article = change(article, slug="two")
    change(article, slug="one")
    assert client.get("/2026/03/05/one/").status_code == 200
    assert client.get("/2026/03/05/two/")["Location"] == "/2026/03/05/one/"
    assert Redirect.objects.count() == 1


def test_a_draft_s_changed_address_is_not_told(home: HomePage, client: Client) -> None:
    draft = make.article(live=False, slug="secret-one")
    draft.slug = "secret-two"
    draft.save()
    assert Redirect.objects.count() == 0


def test_publishing_under_embargo_makes_a_schedule_for_its_end(home: HomePage, client: Client) -> None:
    with time_machine.travel(NOON, tick=False):
        article = publishing.publish(make.article(live=False, slug="offer", embargo_until=NOON + timedelta(hours=2)))
        assert (article.live, article.go_live_at) == (False, NOON + timedelta(hours=2))
        assert publishing.run_due() == 0
    with time_machine.travel(NOON + timedelta(hours=2, seconds=1), tick=False):
        assert publishing.run_due() == 1
        assert client.get("/2026/03/05/offer/").status_code == 200


def test_a_schedule_later_than_the_embargo_is_kept(home: HomePage) -> None:
    with time_machine.travel(NOON, tick=False):
        article = make.article(live=False, embargo_until=NOON + timedelta(hours=2))
        publishing.schedule(article, NOON + timedelta(hours=5))
        article.refresh_from_db()
    assert article.go_live_at == NOON + timedelta(hours=5)


def test_wagtail_s_own_way_of_publishing_respects_the_embargo(home: HomePage) -> None:
    article = make.article(live=False)
    article.embargo_until = datetime.now(UTC) + timedelta(hours=1)
    article.save_revision().publish()
    assert not ArticlePage.objects.get(pk=article.pk).live


def test_an_embargo_set_from_outside_hides_even_what_is_live(home: HomePage, client: Client) -> None:
    article = make.article(slug="offer", published_at=NOON)
    assert client.get("/2026/03/05/offer/").status_code == 200
    ArticlePage.objects.filter(pk=article.pk).update(embargo_until=datetime.now(UTC) + timedelta(hours=1))
    assert client.get("/2026/03/05/offer/").status_code == 404


def test_a_time_that_is_over_cannot_be_scheduled(home: HomePage) -> None:
    with pytest.raises(ArticleRefused, match="That time is over"):
        publishing.schedule(make.article(live=False), datetime(2020, 1, 1, tzinfo=UTC))


def test_expired_articles_leave_the_site(home: HomePage, client: Client) -> None:
    with time_machine.travel(NOON, tick=False):
        article = change(make.article(slug="offer", published_at=NOON), expire_at=NOON + timedelta(hours=1))
    with time_machine.travel(NOON + timedelta(hours=1, seconds=1), tick=False):
        assert publishing.run_due() == 1
    article.refresh_from_db()
    assert (article.live, article.expired) == (False, True)
    assert client.get("/2026/03/05/offer/").status_code == 404


def test_one_broken_schedule_does_not_hold_up_the_others(home: HomePage, caplog: pytest.LogCaptureFixture) -> None:
    with time_machine.travel(NOON, tick=False):
        broken, sound = make.article(live=False, slug="broken"), make.article(live=False, slug="sound")
        for article in (broken, sound):
            publishing.schedule(article, NOON + timedelta(minutes=1))
        revision = ArticlePage.objects.get(pk=broken.pk).scheduled_revision
        revision.content["body"] = (
            f'[{{"type": "paragraph", "value": "{make.marker().replace(chr(34), chr(92) + chr(34))}"}}]'
        )
        revision.save(update_fields=["content"])
    with time_machine.travel(NOON + timedelta(minutes=2), tick=False):
        assert publishing.run_due() == 1
        assert publishing.run_due() == 0, "what failed is left alone for a minute"
    assert ArticlePage.objects.get(pk=sound.pk).live
    assert not ArticlePage.objects.get(pk=broken.pk).live
    assert caplog.text.count("tried again in a minute") == 1


def test_an_unpublished_article_that_returns_elsewhere_is_found_from_its_old_address(
    home: HomePage, client: Client
) -> None:
    article = publishing.unpublish(make.article(slug="one", published_at=NOON))
    assert client.get("/2026/03/05/one/").status_code == 404
    article.slug = "two"
    publishing.publish(article)
    assert client.get("/2026/03/05/one/")["Location"] == "/2026/03/05/two/"


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"description": ""}, True),
        ({"description": "A bridge"}, False),
        ({"description": "", "is_decorative": True}, False),
    ],
)
def test_a_lead_picture_needs_words_or_to_be_decorative(home: HomePage, fields: dict, refused: bool) -> None:
    draft = make.article(live=False, lead_picture=make.picture("IMG_2041", **fields))
    if not refused:
        assert publishing.publish(draft).live
        return
    with pytest.raises(ArticleRefused, match="“IMG_2041” has no alternative text"):
        publishing.publish(draft)
    assert not ArticlePage.objects.get(pk=draft.pk).live


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ({"alt_text": "", "decorative": False}, True),
        ({"alt_text": "A bridge", "decorative": False}, False),
        ({"alt_text": "", "decorative": True}, False),
    ],
)
def test_a_picture_in_the_body_needs_words_here(home: HomePage, words: dict, refused: bool) -> None:
    picture = {"image": make.picture("IMG_2041").pk, **words}
    block = {"type": "picture", "value": {"picture": picture, "caption": "", "credit": ""}}
    draft = make.article(live=False, body=[block])
    if not refused:
        assert publishing.publish(draft).live
        return
    with pytest.raises(ArticleRefused, match="IMG_2041"):
        draft.save_revision().publish()


def test_a_marker_without_a_source_on_record_is_refused(home: HomePage) -> None:
    gone = make.source()
    html = f"The bridge is open.{make.marker(gone)}"
    gone.delete()
    draft = make.article(live=False, body=[make.paragraph(html)])
    with pytest.raises(ArticleRefused, match=r"“The bridge is open\.” points at no source"):
        publishing.publish(draft)


def test_what_is_not_ready_cannot_be_scheduled_either(home: HomePage) -> None:
    draft = make.article(live=False, body=[make.paragraph(f"Open.{make.marker()}")])
    draft.go_live_at = datetime.now(UTC) + timedelta(hours=1)
    revision = draft.save_revision()
    with pytest.raises(ArticleRefused, match="points at no source"):
        revision.publish()


def test_a_copy_begins_a_life_of_its_own(home: HomePage, client: Client) -> None:
    original = make.article(slug="one", published_at=NOON)
    corrections.announce(original, "The bridge is in Irpin.")
    copy = publishing.as_kept(original).copy(update_attrs={"slug": "two"}, keep_live=False)
    assert (copy.published_at, copy.published_address, copy.corrections.count()) == (None, "", 0)
    publishing.publish(ArticlePage.objects.get(pk=copy.pk))
    assert Redirect.objects.count() == 0
    publishing.unpublish(original)
    assert client.get("/2026/03/05/one/").status_code == 404


def test_a_correction_is_announced_with_what_is_published(home: HomePage) -> None:
    editor = make.user()
    article = make.article()
    article.title = "Bridge at Irpin open"
    article.save_revision()
    correction = corrections.announce(
        article, " It is in Irpin. ", kind=CorrectionKind.CLARIFICATION, by=editor, at=NOON
    )
    assert (correction.text, correction.kind, correction.corrected_at) == ("It is in Irpin.", "clarification", NOON)
    current = publishing.as_kept(article)
    assert (list(current.corrections.all()), current.live) == ([correction], True)
    assert current.get_latest_revision().user == editor


def test_only_what_readers_have_seen_is_corrected_and_with_words(home: HomePage) -> None:
    with pytest.raises(ArticleRefused, match="Only what readers have seen"):
        corrections.announce(make.article(live=False), "It is in Irpin.")
    with pytest.raises(ArticleRefused, match="in one sentence"):
        corrections.announce(make.article(), "  ")
