"""The desk's screens for sources and publications."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import make
from tocsin.sources.models import Publication, Source
from tocsin.sources.statuses import ReferenceStatus

LIST = "wagtailsnippets_sources_source:list"


def given(**fields: object) -> dict[str, object]:
    return {"title": "Report", "publication_name": "", "type": "post", "address": "https://example.org", **fields}


def listed(client: Client, **asked: str | int) -> list[str]:
    response = client.get(reverse(LIST), asked)
    assert response.status_code == 200
    return [source.title for source in response.context["object_list"]]


def test_sources_are_listed_last_first_and_filtered_by_status(desk: Client) -> None:
    make.source("Found")
    make.source("Lost", address="")
    assert listed(desk) == ["Lost", "Found"]
    assert listed(desk, status="lost") == ["Lost"]


@pytest.mark.parametrize("query", ['"', "'", "%", "\\", "\0", "(", "*", "a" * 5000, "OR AND", "\ud7ff"])
def test_the_list_survives_any_search(desk: Client, query: str) -> None:
    make.source("Found")
    listed(desk, q=query)


def test_words_are_found_in_titles_and_publications(desk: Client) -> None:
    make.source("Found", publication="Suspilne")
    make.source("Other")
    assert listed(desk, q="suspil") == ["Found"]


def test_a_long_list_costs_as_many_queries_as_a_short_one(desk: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            listed(desk)
        return len(queries)

    make.source("First", publication="OCHA")
    cost()
    short = cost()
    for number in range(20):
        make.source(f"Report {number}", publication=f"Agency {number}")
    assert cost() == short


def test_saving_a_source_computes_its_status(desk: Client) -> None:
    desk.post(reverse("wagtailsnippets_sources_source:add"), given(address="", publication_name="OCHA"))
    source = Source.objects.get()
    assert (source.status, str(source.publication)) == (ReferenceStatus.LOST, "OCHA")
    desk.post(reverse("wagtailsnippets_sources_source:edit", args=[source.pk]), given(publication_name="OCHA"))
    source.refresh_from_db()
    assert (source.status, Publication.objects.count()) == (ReferenceStatus.RECOVERED, 1)


def test_what_never_had_an_address_has_none(desk: Client) -> None:
    response = desk.post(reverse("wagtailsnippets_sources_source:add"), given(offline="on"))
    assert "It has an address. Untick this, or remove the address." in response.content.decode()
    assert not Source.objects.exists()


@pytest.mark.parametrize("bulk", [False, True])
def test_deleting_what_is_cited_is_refused_with_the_reason(desk: Client, bulk: bool) -> None:
    cited = make.source("Cited")
    make.article(body=[make.paragraph(f"Open.{make.marker(cited)}")])
    url = reverse("wagtailsnippets_sources_source:delete", args=[cited.pk])
    if bulk:
        url = f"{reverse('wagtail_bulk_action', args=['sources', 'source', 'delete'])}?id={cited.pk}"
    response = desk.post(url, follow=True)
    assert "“Cited” is cited in 1 article. Remove the reference there first." in response.content.decode()
    assert Source.objects.exists()


def test_deleting_what_nothing_cites_works(desk: Client) -> None:
    idle = make.source()
    desk.post(reverse("wagtailsnippets_sources_source:delete", args=[idle.pk]))
    assert not Source.objects.exists()


def test_where_a_source_is_used_is_shown(desk: Client) -> None:
    cited = make.source("Cited")
    make.article("Bridge open", body=[make.paragraph(f"Open.{make.marker(cited)}")])
    page = desk.get(reverse("wagtailsnippets_sources_source:usage", args=[cited.pk])).content.decode()
    assert "Bridge open" in page


@pytest.mark.parametrize("screen", ["inspect", "edit", "history", "usage"])
def test_every_screen_of_a_source_opens(desk: Client, screen: str) -> None:
    source = make.source("Situation report")
    response = desk.get(reverse(f"wagtailsnippets_sources_source:{screen}", args=[source.pk]))
    assert "Situation report" in response.content.decode()


def test_publications_are_listed(desk: Client) -> None:
    make.source(publication="OCHA")
    response = desk.get(reverse("wagtailsnippets_sources_publication:list"))
    assert [(one.name, one.source_count) for one in response.context["object_list"]] == [("OCHA", 1)]
