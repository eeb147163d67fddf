"""What readers must not see stands in no public page, export or answer; the desk, as the control, shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.evidence.ground import CANARIES, Ground, lay
from tocsin.claims import services as ledger
from tocsin.claims.models import Assertion, ProtectedName, Speaker
from tocsin.claims.statuses import Audience
from tocsin.evidence.exports.views import FILES

pytestmark = pytest.mark.django_db


def addresses(ground: Ground) -> Iterator[str]:
    yield from [
        "/",
        ground.article.address,
        "/claims/",
        "/claims/?q=CANARY",
        "/claims/map/",
        "/claims/timeline/",
        "/figures/",
    ]
    yield from ["/data/", "/api/v1/claims/", "/api/v1/claims/?q=CANARY", "/api/v1/series/", "/sitemap.xml", "/rss.xml"]
    yield from [f"/claims/{pk}/" for pk in range(1, 10)]
    yield from [f"/api/v1/claims/{pk}/" for pk in range(1, 10)]
    yield from [f"/speakers/{pk}/" for pk in range(1, 10)]
    yield from [f"/places/{pk}/" for pk in range(1, 5)]
    yield f"/figures/{ground.series.slug}/"
    for scope in ("site", f"article-{ground.article.pk}", f"claim-{ground.claim.pk}", f"series-{ground.series.slug}"):
        yield from [f"/data/{scope}/{file}" for file in FILES]


def content(client: Client, address: str) -> tuple[int, bytes]:
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if address.endswith(".zip") and response.status_code == 200:
        import io
        import zipfile

        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            body = b"".join(archive.read(name) for name in archive.namelist())
    return response.status_code, body


def test_no_canary_sings(client: Client) -> None:
    ground = lay()
    ProtectedName.objects.create(text="CANARYprotected", why="CANARYwhy")
    answered = 0
    for address in addresses(ground):
        status, body = content(client, address)
        answered += status == 200
        found = [what for what, canary in CANARIES.items() if canary.encode() in body]
        if "?q=" in address:
            body = body.replace(b"CANARY", b"", 1)  # the words asked for stand in the form again
            found = [what for what, canary in CANARIES.items() if canary.encode() in body]
        assert found == [], address
    assert answered > 40


def test_the_canaries_are_in_the_ledger() -> None:
    """The control: they would be seen if what keeps them back were gone."""
    ground = lay()
    voices = {one.speaker.name for one in Assertion.objects.filter(claim=ground.claim).exclude(speaker=None)}
    assert {"CANARYprivate", "CANARYwithheld", "CANARYbehind"} <= voices


def test_an_assertion_that_is_opened_is_shown(client: Client) -> None:
    """The control on the page itself."""
    ground = lay()
    Assertion.objects.filter(is_private=True).update(is_private=False)
    assert b"CANARYprivate" in client.get(f"/claims/{ground.claim.pk}/").content
    Speaker.objects.filter(naming="withheld").update(naming="named")
    assert b"CANARYwithheld" in client.get(f"/claims/{ground.claim.pk}/").content


def test_readers_can_recompute_the_status_they_are_shown() -> None:
    """It rests on what they may see: with all that is private gone, it is the same."""
    ground = lay()
    shown = ground.claim.standings.get(audience=Audience.READERS)
    Assertion.objects.filter(is_private=True).update(claim=ground.figure)
    Assertion.objects.filter(source__confidentiality="restricted").update(claim=ground.figure)
    ledger.recompute([ground.claim.pk])
    again = ground.claim.standings.get(audience=Audience.NEWSROOM)
    assert (shown.status, shown.tally) == (again.status, again.tally)


def test_a_withheld_speaker_has_no_page(client: Client) -> None:
    lay()
    for speaker in Speaker.objects.exclude(naming__in=["named", "pseudonym"]):
        assert client.get(f"/speakers/{speaker.pk}/").status_code == 404


def test_a_pseudonym_has_a_page_without_the_name(client: Client) -> None:
    lay()
    speaker = Speaker.objects.get(naming="pseudonym")
    page = client.get(f"/speakers/{speaker.pk}/").content.decode()
    assert "Olena" in page
    assert "CANARYbehind" not in page


def test_a_claims_page_costs_at_most_twenty_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    ground = lay()
    for number in range(12):
        make.assertion(ground.claim, speaker=make.speaker(f"Person {number}", side=make.party(f"Party {number}")))
    client.get(f"/claims/{ground.claim.pk}/")
    with django_assert_max_num_queries(20):
        assert client.get(f"/claims/{ground.claim.pk}/").status_code == 200
    with django_assert_max_num_queries(20):
        assert client.get(f"/claims/{ground.figure.pk}/").status_code == 200
