"""Choosing the sources of a reference while writing."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tocsin.articles.models import Contributor
from tocsin.sources.models import Publication, Source
from tocsin.sources.statuses import ReferenceStatus


def titles(client: Client, **asked: str | int) -> list[str]:
    """The titles of the results the window shows."""
    response = client.get(reverse("source_chooser:choose_results"), {"multiple": 1, **asked})
    assert response.status_code == 200
    return [source.title for source in response.context["results"]]


def test_the_window_shows_what_was_recorded_last_first(desk: Client) -> None:
    for number in range(3):
        make.source(f"Report {number}")
    answer = json.loads(desk.get(reverse("source_chooser:choose"), {"multiple": 1, "chosen": ""}).content)
    assert answer["step"] == "choose"
    assert answer["html"].index("Report 2") < answer["html"].index("Report 1") < answer["html"].index("Report 0")
    assert titles(desk) == ["Report 2", "Report 1", "Report 0"]


def test_every_word_searched_for_is_found_somewhere_in_the_record(desk: Client) -> None:
    make.source("Bridges", author="Olha", publication="Suspilne")
    make.source("Bridges", author="Petro")
    assert titles(desk, q="bridges olha SUSPILNE") == ["Bridges"]
    assert titles(desk, q="bridges nobody") == []


@pytest.mark.parametrize("query", ['"', "'", "%", "_", "\\", "\0", "a\0b", "(", "*", "NEAR/", "х" * 5000, " ", "OR"])
def test_the_window_survives_any_search(desk: Client, query: str) -> None:
    make.source("Bridges")
    titles(desk, q=query)


def test_several_are_chosen_in_order_and_each_once(desk: Client) -> None:
    first, second = make.source("First"), make.source("Second", address="")
    url = reverse("source_chooser:chosen_multiple")
    answer = desk.get(f"{url}?multiple=1&id={second.pk}&id={first.pk}&id={second.pk}&id=x&id=999999").json()
    assert [(one["title"], one["lost"]) for one in answer["result"]] == [("Second", True), ("First", False)]


def test_a_new_source_joins_those_ticked_before(desk: Client) -> None:
    ticked = make.source("Ticked")
    given = {"title": "A letter", "publication_name": "Irpin council", "published_on": "2022-03", "type": "document"}
    answer = desk.post(f"{reverse('source_chooser:create')}?multiple=1", {**given, "chosen": f"{ticked.pk},x"}).json()
    assert [one["title"] for one in answer["result"]] == ["Ticked", "A letter (Irpin council)"]
    letter = Source.objects.get(title="A letter")
    assert (letter.status, str(letter.publication)) == (ReferenceStatus.LOST, "Irpin council")


def test_a_publication_named_with_its_country_is_the_one_on_record(desk: Client) -> None:
    known = Publication.objects.create(name="The Times", country="GB")
    Publication.objects.create(name="The Times", country="IN")
    given = {"title": "Leader", "publication_name": "The Times (GB)", "address": "https://example.org", "type": "post"}
    desk.post(f"{reverse('source_chooser:create')}?multiple=1", given)
    assert Source.objects.get().publication == known


def test_what_cannot_be_kept_is_shown_again_with_the_reason(desk: Client) -> None:
    given = {"title": "A letter", "published_on": "2022-13", "type": "document", "chosen": "7"}
    answer = desk.post(f"{reverse('source_chooser:create')}?multiple=1", given).json()
    assert answer["step"] == "reshow_creation_form"
    assert "is not a date" in answer["htmlFragment"]
    assert 'value="7"' in answer["htmlFragment"]
    assert not Source.objects.exists()


def test_the_editor_s_screen_learns_of_every_source_it_asks_for(desk: Client) -> None:
    known = make.source("Known", publication="OCHA")
    answer = desk.get(reverse("source_brief"), {"ids": f"{known.pk},999999,x,{'9' * 40}"}).json()
    assert answer["sources"] == [
        {"id": known.pk, "title": "Known (OCHA)", "status": "resolved", "status_name": "Resolved", "lost": False}
    ]


def test_only_staff_see_sources(client: Client, home: object) -> None:
    client.force_login(make.user())
    for name in ("source_chooser:choose", "source_brief"):
        assert client.get(reverse(name)).status_code == 302


@pytest.mark.parametrize("query", ["kova", "OLHA kov", '"', "\0", "%"])
def test_contributors_are_found_by_name(desk: Client, query: str) -> None:
    make.contributor("Olha Kovalenko")
    make.contributor("Reuters")
    url = reverse("wagtailsnippetchoosers_articles_contributor:choose_results")
    found = [one.name for one in desk.get(url, {"q": query}).context["results"]]
    assert found == (["Olha Kovalenko"] if "ko" in query.lower() else found)
    assert len(found) < 2 or query == "\0"


def test_a_contributor_is_added_while_writing_with_an_address_of_their_own(desk: Client) -> None:
    make.contributor("Ольга", slug="ольга")
    url = reverse("wagtailsnippetchoosers_articles_contributor:create")
    answer = desk.post(url, {"name": "Ольга", "kind": "person"}).json()
    assert answer["result"]["string"] == "Ольга"
    assert sorted(Contributor.objects.values_list("slug", flat=True)) == ["ольга", "ольга-2"]
