"""The evidence desk by keyboard, and the reader's cards with and without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import make
from tests.e2e.conftest import Watch
from tests.evidence.ground import lay
from tests.evidence.test_desk import BODY, WORDS
from tocsin.articles.models import ArticlePage, Span
from tocsin.claims.models import Assertion, Claim


@pytest.fixture
def article(newsroom: str) -> ArticlePage:
    return make.article("Kherson", body=BODY, live=False)


def opened(page: Page, article: ArticlePage, query: str = "") -> None:
    page.goto(f"/desk/articles/{article.pk}/evidence/{query}")
    expect(page.locator("#evidence-text")).to_be_visible()


def test_an_editor_records_attributes_and_splits_by_keyboard_alone(
    desk: Page, article: ArticlePage, watch: Watch
) -> None:
    make.source("Statement", text="We hold the city.")
    opened(desk, article)
    desk.keyboard.press("u")
    desk.keyboard.press("u")  # past the headline
    desk.keyboard.press("Enter")
    expect(desk.locator("#chosen-words")).to_have_text(WORDS)
    desk.get_by_label("Claim", exact=True).first.focus()
    desk.locator("#id_type").focus()
    desk.keyboard.type("Contr")
    desk.get_by_label("Not sensitive").focus()
    desk.keyboard.press("Space")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#claim-heading")).to_have_text(WORDS)
    desk.keyboard.press("Escape")
    expect(desk.locator(".run--chosen")).to_be_focused()
    desk.keyboard.press("a")
    expect(desk.locator("#id_stance")).to_be_focused()
    desk.locator("#id_speaker").focus()
    desk.keyboard.type("Ministry")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".voice")).to_contain_text("Ministry")
    expect(desk.locator(".standing .status")).to_have_text("Reported")
    desk.keyboard.press("Escape")
    desk.keyboard.press("s")
    expect(desk.locator("#part")).to_be_focused()
    desk.keyboard.press("Control+A")
    desk.keyboard.type("Russian forces")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#claim-heading")).to_have_text("Russian forces")
    assert sorted(Span.objects.values_list("exact", flat=True)) == ["Russian forces", WORDS]
    assert Assertion.objects.count() == 2
    assert (watch.foreign, watch.errors) == ([], [])


def test_a_quotation_is_picked_in_the_sources_text_by_keyboard(desk: Page, article: ArticlePage) -> None:
    from tocsin.articles.services import spanning

    source = make.source("Statement", text="It rained. We hold the city. Then they left.")
    claim = make.claim(WORDS)
    start = spanning.anchored_text(article).text.index(WORDS)
    spanning.add_span(article, claim, start=start, end=start + len(WORDS))
    opened(desk, article, f"?claim={claim.pk}")
    desk.locator("#id_source").select_option(str(source.pk))
    desk.get_by_role("button", name="We hold the city.").press("Enter")
    expect(desk.locator("#id_quote")).to_have_value("We hold the city.")
    expect(desk.locator("#id_quote")).to_be_focused()
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".voice q")).to_have_text("We hold the city.")
    assert Assertion.objects.get().citation.is_found


def test_chosen_words_are_made_shorter_by_keyboard(desk: Page, article: ArticlePage) -> None:
    opened(desk, article)
    desk.keyboard.press("u")
    desk.keyboard.press("u")
    desk.keyboard.press("Enter")
    expect(desk.locator("#chosen-words")).to_have_text(WORDS)
    desk.keyboard.press("Escape")
    desk.keyboard.press("[")
    expect(desk.locator("#chosen-words")).to_have_text("Russian forces hold Kherson")
    desk.keyboard.press("[")
    expect(desk.locator("#chosen-words")).to_have_text("Russian forces hold")
    desk.keyboard.press("}")
    expect(desk.locator("#chosen-words")).to_have_text("forces hold")


def test_words_are_chosen_with_the_mouse_and_linked(desk: Page, article: ArticlePage) -> None:
    claim = make.claim("The bridge is closed to traffic.", type="access")
    opened(desk, article)
    desk.locator(".run", has_text="The bridge is closed.").first.select_text()
    desk.locator("#evidence-text").dispatch_event("mouseup")
    expect(desk.locator("#chosen-words")).to_have_text("The bridge is closed.")
    desk.get_by_role("button", name="Link").first.click()
    expect(desk.locator("#claim-heading")).to_have_text(claim.text)
    assert Span.objects.get().exact == "The bridge is closed."


def test_a_field_is_saved_as_one_goes_and_two_editors_collide_safely(
    desk: Page, article: ArticlePage, visit: Any
) -> None:
    from tocsin.articles.services import spanning

    start = spanning.anchored_text(article).text.index(WORDS)
    claim = make.claim(WORDS)
    spanning.add_span(article, claim, start=start, end=start + len(WORDS))
    opened(desk, article, f"?claim={claim.pk}")
    desk.locator("#do-save summary").first.click()
    desk.locator("#do-save #id_text").fill("Held since March.")
    desk.locator("#do-save #id_text").blur()
    expect(desk.locator("#evidence-said")).to_have_text("Saved.")
    claim.refresh_from_db()
    assert (claim.text, claim.version) == ("Held since March.", 2)
    Claim.objects.filter(pk=claim.pk).update(text="Somebody else's.", version=7)
    desk.locator("#do-save #id_text").fill("Mine.")
    desk.locator("#do-save #id_text").blur()
    expect(desk.locator("#evidence-said")).to_contain_text("Somebody changed this meanwhile")
    claim.refresh_from_db()
    assert claim.text == "Somebody else's."


def test_the_desk_works_without_scripts(visit: Any, article: ArticlePage) -> None:
    make.user("olha", role="Editors")
    page: Page = visit(java_script_enabled=False)
    page.goto("/desk/login/")
    page.locator("input[name=username]").fill("olha")
    page.locator("input[name=password]").fill(make.PASSWORD)
    page.locator("button[type=submit]").first.click()
    opened(page, article)
    page.locator("a.run--open", has_text=WORDS).click()
    page.locator("#id_type").select_option("control")
    page.get_by_label("Not sensitive").check()
    page.get_by_role("button", name="Record the claim").click()
    expect(page.locator("#claim-heading")).to_have_text(WORDS)


@pytest.mark.parametrize("view", ["", "?show=checks", "?show=orphans", "claim", "new"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_accessible(desk: Page, violations: Any, view: str, scheme: str) -> None:
    ground = lay()
    queries = {"claim": f"?claim={ground.claim.pk}", "new": "?start=0&end=7"}
    desk.emulate_media(color_scheme=scheme)
    opened(desk, ground.article, queries.get(view, view))
    assert violations(desk) == []
    desk.goto("/desk/ledger/")
    assert violations(desk) == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_card_opens_says_who_and_closes(visit: Any, scripts: bool, watch: Watch) -> None:
    ground = lay()
    page: Page = visit(java_script_enabled=scripts)
    page.goto(ground.article.url)
    card = page.locator(f"#claim-{ground.claim.pk}")
    expect(card).not_to_be_visible()
    page.locator(f"[popovertarget=claim-{ground.claim.pk}]").first.click()
    expect(card).to_be_visible()
    expect(card).to_contain_text("Says so")
    expect(card).to_contain_text("Ministry of Defence")
    expect(card).to_contain_text("Denies it")
    expect(card).to_contain_text("Ihor Kolykhaiev")
    card.get_by_role("button", name="Close").click()
    expect(card).not_to_be_visible()
    page.get_by_label("Mark them in the text").uncheck()
    expect(page.locator(".claim__mark").first).not_to_be_visible()
    assert (watch.foreign, watch.refused) == ([], [])


def test_an_open_card_is_accessible(visit: Any, violations: Any) -> None:
    ground = lay()
    page: Page = visit()
    page.goto(ground.article.url)
    page.locator(f"[popovertarget=claim-{ground.claim.pk}]").first.press("Enter")
    expect(page.locator(f"#claim-{ground.claim.pk}")).to_be_visible()
    assert violations(page) == []
