"""A source's status follows from its addresses; what is cited stays."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tocsin.articles.models import HomePage
from tocsin.sources import services
from tocsin.sources.errors import SourceRefused
from tocsin.sources.models import Publication, Source
from tocsin.sources.statuses import ReferenceStatus

addresses = st.sampled_from(["", "https://example.org/a"])


@given(addresses, addresses, st.booleans(), st.sampled_from(["", *ReferenceStatus.values]))
def test_a_source_is_lost_exactly_when_no_reader_arrives(address: str, lost: str, offline: bool, was: str) -> None:
    status = services.status_for(address=address, lost_address=lost, offline=offline, was=was)
    never_had_one = offline and not lost
    assert (status == ReferenceStatus.LOST) == (not address and not never_had_one)
    assert status != ReferenceStatus.RECOVERED or address


def test_a_lost_source_that_gets_an_address_is_recovered_and_stays_so(db: None) -> None:
    source = make.source(address="")
    assert source.status == ReferenceStatus.LOST
    source.address = "https://example.org/found"
    assert services.save_source(source).status == ReferenceStatus.RECOVERED
    source.note = "Found by a reader."
    assert services.save_source(source).status == ReferenceStatus.RECOVERED
    source.address = ""
    assert services.save_source(source).status == ReferenceStatus.LOST


def test_a_book_is_not_lost(db: None) -> None:
    assert make.source("A book", address="", offline=True).status == ReferenceStatus.RESOLVED


def test_publications_are_recorded_once(db: None) -> None:
    make.source(publication="OCHA")
    make.source(publication=" OCHA ")
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("fields", [{"address": "javascript:alert(1)"}, {"published_on": "2022-13"}, {"title": ""}])
def test_what_cannot_be_kept_is_refused_by_field(db: None, fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as refusal:
        make.source(**fields)
    assert list(refusal.value.message_dict) == list(fields)
    assert not Source.objects.exists()


def test_a_cited_source_cannot_be_deleted_and_an_idle_one_can(home: HomePage) -> None:
    cited, drafted, idle = make.source("Cited"), make.source("Drafted"), make.source("Idle")
    make.article(body=[make.paragraph(f"Open.{make.marker(cited)}")])
    make.article(live=False, body=[make.paragraph(f"Open.{make.marker(drafted)}")]).save_revision()
    for source in (cited, drafted):
        with pytest.raises(SourceRefused, match=r"is cited in 1 article\. Remove the reference there first"):
            services.delete_source(source)
    services.delete_source(idle)
    assert sorted(Source.objects.values_list("title", flat=True)) == ["Cited", "Drafted"]


def test_what_only_the_published_version_cites_cannot_be_deleted(home: HomePage) -> None:
    cited = make.source()
    article = make.article(body=[make.paragraph(f"Open.{make.marker(cited)}")])
    article.body = []
    article.save_revision()
    with pytest.raises(SourceRefused):
        services.delete_source(cited)
