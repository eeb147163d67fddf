"""Writing and publishing an article on the desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset

from tests import make
from tests.articles.desk_form import article_form, newest
from tocsin.articles.models import ArticlePage, CitedSource, HomePage

PUBLISH: dict[str, Any] = {"action-publish": "1"}


@pytest.fixture
def draft(home: HomePage) -> ArticlePage:
    return make.article(live=False)


def edit(article: ArticlePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[article.pk])


def said(response: Any) -> str:
    return str(response.content.decode()).replace("&#x27;", "'").replace("&quot;", '"')


def test_a_new_article_opens_and_is_kept(desk: Client, home: HomePage) -> None:
    url = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", home.pk])
    assert "None yet. Behind a statement type /" in said(desk.get(url))
    desk.post(url, article_form(paragraphs=["<p>The bridge is open.</p>"]))
    assert [article.title for article in ArticlePage.objects.all()] == ["Bridge open"]


def test_the_editor_lists_what_the_article_cites_and_what_is_lost(desk: Client, draft: ArticlePage) -> None:
    lost, found = make.source("The lost one", address=""), make.source("The found one")
    html = f"<p>Open.{make.marker(found)} So he said.{make.marker(lost)}</p>"
    desk.post(edit(draft), article_form(paragraphs=[html]))
    assert list(CitedSource.objects.values_list("number", "source__title")) == [
        (1, "The found one"),
        (2, "The lost one"),
    ]
    page = said(desk.get(edit(draft)))
    assert page.index("The found one") < page.index("The lost one")
    assert page.count('class="is-lost"') == 1


def test_publishing_with_a_lost_reference_works_and_warns(desk: Client, draft: ArticlePage) -> None:
    lost = make.source("The lost one", address="")
    html = f"<p>So he said.{make.marker(lost)}</p>"
    page = said(desk.post(edit(draft), article_form(paragraphs=[html], **PUBLISH), follow=True))
    assert newest(draft).live
    assert "Published with lost references, marked as such for readers: [1] The lost one." in page


def test_publishing_without_one_does_not_warn(desk: Client, draft: ArticlePage) -> None:
    html = f"<p>So he said.{make.marker(make.source())}</p>"
    page = said(desk.post(edit(draft), article_form(paragraphs=[html], **PUBLISH), follow=True))
    assert newest(draft).live
    assert "Published with lost references" not in page


def test_a_marker_without_a_source_is_kept_in_a_draft_and_refused_to_readers(desk: Client, draft: ArticlePage) -> None:
    form: dict[str, Any] = {"paragraphs": [f"<p>So he said.{make.marker()}</p>"]}
    assert desk.post(edit(draft), article_form(**form)).status_code == 302
    refused = desk.post(edit(draft), article_form(**form, **PUBLISH)).context["form"].errors["body"]
    assert "A reference in “So he said.” points at no source that is on record." in str(refused)
    assert not newest(draft).live


def test_a_lead_picture_without_words_is_refused_beside_its_field(desk: Client, draft: ArticlePage) -> None:
    picture = make.picture("IMG_2041", description="")
    page = said(desk.post(edit(draft), article_form(lead_picture=picture.pk, **PUBLISH)))
    assert "The picture “IMG_2041” has no alternative text." in page
    desk.post(edit(draft), article_form(lead_picture=picture.pk, lead_alt="A bridge", **PUBLISH))
    assert newest(draft).live


def test_an_embargo_becomes_the_planned_time_and_goes_with_it(desk: Client, draft: ArticlePage) -> None:
    until = (datetime.now(UTC) + timedelta(days=2)).replace(second=0, microsecond=0)
    page = said(desk.post(edit(draft), article_form(embargo_until=f"{until:%Y-%m-%d %H:%M}", **PUBLISH), follow=True))
    assert "has been scheduled for publishing" in page
    scheduled = newest(draft)
    assert (scheduled.live, scheduled.go_live_at, scheduled.approved_schedule) == (False, until, True)


def test_bulk_publishing_what_is_not_ready_is_refused_with_the_reason(desk: Client, draft: ArticlePage) -> None:
    desk.post(edit(draft), article_form(paragraphs=[f"<p>So he said.{make.marker()}</p>"]))
    url = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'publish'])}?id={draft.pk}"
    page = said(desk.post(url, follow=True))
    assert "points at no source that is on record" in page
    assert not newest(draft).live


def test_bulk_publishing_what_is_ready_works(desk: Client, draft: ArticlePage) -> None:
    url = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'publish'])}?id={draft.pk}"
    desk.post(url)
    assert newest(draft).live
    assert newest(draft).published_at is not None


def test_what_is_submitted_goes_to_the_editors_and_their_approval_publishes(client: Client, draft: ArticlePage) -> None:
    editors = Group.objects.get(name="Editors")
    writer, reviewer = make.user("writer", superuser=True), make.user("reviewer", superuser=True)
    reviewer.groups.add(editors)
    client.force_login(writer)
    client.post(edit(draft), article_form(paragraphs=["<p>Open.</p>"], **{"action-submit": "1"}))
    assert newest(draft).current_workflow_state.workflow.name == "Second pair of eyes"
    client.force_login(reviewer)
    form = article_form(
        paragraphs=["<p>Open.</p>"], **{"action-workflow-action": "1", "workflow-action-name": "approve"}
    )
    client.post(edit(draft), form)
    assert newest(draft).live


def test_a_correction_typed_in_its_tab_is_published_with_its_date(desk: Client, draft: ArticlePage) -> None:
    row = {"kind": "correction", "text": "The bridge is in Irpin, not Bucha.", "corrected_at": "2022-03-06 10:00"}
    desk.post(edit(draft), article_form(corrections=inline_formset([row]), **PUBLISH))
    (correction,) = newest(draft).corrections.all()
    assert (correction.text, correction.corrected_at) == (row["text"], datetime(2022, 3, 6, 10, tzinfo=UTC))


def test_a_draft_can_be_previewed_with_its_numbers(desk: Client, draft: ArticlePage) -> None:
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[draft.pk])
    embargo = f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d %H:%M}"
    html = f"<p>The bridge is open.{make.marker(make.source())}</p>"
    assert desk.post(url, article_form(paragraphs=[html], embargo_until=embargo)).json()["is_valid"]
    page = said(desk.get(url))
    assert "The bridge is open." in page
    assert ">[1]</a></sup>" in page


def test_versions_are_compared_in_readable_words(desk: Client, draft: ArticlePage) -> None:
    first, second = make.source("First"), make.source("Second")
    desk.post(edit(draft), article_form(paragraphs=[f"<p>Open since March.{make.marker(first)}</p>"]))
    desk.post(edit(draft), article_form(paragraphs=[f"<p>Open since April.{make.marker(first, second)}</p>"]))
    old, new = draft.revisions.order_by("pk")
    page = said(desk.get(reverse("wagtailadmin_pages:revisions_compare", args=[draft.pk, old.pk, new.pk])))
    assert 'Open since <span class="deletion">March</span><span class="addition">April</span>. [First' in page
    assert '[First<span class="deletion">]</span><span class="addition">; Second]</span>' in page


def test_staff_only_and_password_articles_are_asked_for_at_their_addresses(client: Client, home: HomePage) -> None:
    article = make.article(slug="offer", published_at=datetime(2022, 3, 5, tzinfo=UTC))
    assert client.get("/2022/03/05/offer/").status_code == 200
    restriction = PageViewRestriction.objects.create(page=Page.objects.get(pk=article.pk), restriction_type="login")
    assert client.get("/2022/03/05/offer/").status_code == 302
    restriction.restriction_type, restriction.password = "password", "open sesame"
    restriction.save()
    asked = client.get("/2022/03/05/offer/")
    assert b'name="password"' in asked.content
    action = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, article.pk])
    given = client.post(action, {"password": "open sesame", "return_url": "/2022/03/05/offer/"}, follow=True)
    assert given.redirect_chain[-1][0].endswith("/2022/03/05/offer/")
    assert "Bridge at Irpin repaired" in said(given)
