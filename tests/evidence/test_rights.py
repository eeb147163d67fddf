"""What a member of staff may change and see in the ledger: their own articles' claims, and nothing that is kept back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.evidence.ground import Ground, lay
from tests.evidence.test_desk import BODY, WORDS, address, claim_fields, place
from tocsin.articles.models import ArticlePage, Span
from tocsin.articles.services import spanning
from tocsin.claims import services as ledger
from tocsin.claims.models import Claim, ProtectedName
from tocsin.sources.models import Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(home: Any) -> Ground:
    return lay()


@pytest.fixture
def own(client: Client, ground: Ground) -> ArticlePage:
    """A draft of an author who has signed in, beside an article of others."""
    author = make.user("author", role="Authors")
    client.force_login(author)
    return make.article("Mine", body=BODY, live=False, owner=author)


def stated(article: ArticlePage, claim: Claim) -> Span:
    start = spanning.anchored_text(article).text.index(WORDS)
    return spanning.add_span(article, claim, start=start, end=start + len(WORDS))


ACTS: list[dict[str, Any]] = [
    {"do": "save", "version": 1, **claim_fields(text="CHANGED")},
    {"do": "assert", "stance": "deny", "speaker": "Me", "origin": "root", "interest": "none"},
    {"do": "split", "part": "A part"},
    {"do": "withdraw", "reason": "So."},
    {"do": "appraise", "origin": "root", "interest": "none", "reason": "So."},
    {"do": "merge"},
    {"do": "override", "status": "refuted", "reason": "So.", "until": "2099-01-01"},
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act["do"])
def test_an_author_does_not_change_a_claim_of_others_from_their_own_draft(
    client: Client, ground: Ground, own: ArticlePage, act: dict[str, Any]
) -> None:
    before = list(Claim.objects.order_by("pk").values_list("text", "merged_into", "standings__status"))
    voice = ground.claim.assertions.public().first()
    given = {**act, "claim": ground.claim.pk, "assertion": voice.pk, "into": ground.figure.pk}
    assert client.post(address(own), given).status_code in {302, 403}
    assert list(Claim.objects.order_by("pk").values_list("text", "merged_into", "standings__status")) == before
    assert not ground.claim.overrides.exists()


def test_an_author_changes_the_claim_of_their_own_draft(client: Client, own: ArticlePage) -> None:
    """The control."""
    claim = make.claim(WORDS)
    stated(own, claim)
    given = {"do": "save", "claim": claim.pk, "version": 1, **claim_fields(text="CHANGED")}
    assert client.post(address(own), given).status_code == 302
    claim.refresh_from_db()
    assert claim.text == "CHANGED"


def test_an_author_neither_opens_a_claim_nor_calls_evidence_verified(client: Client, own: ArticlePage) -> None:
    given = {"do": "new", **place(own, WORDS), **claim_fields(text=WORDS, is_open="on")}
    client.post(address(own), given)
    claim = Claim.objects.latest("pk")
    client.post(
        address(own),
        {
            "do": "assert",
            "claim": claim.pk,
            "stance": "support",
            "speaker": "Me",
            "origin": "root",
            "interest": "none",
            "verified": "on",
        },
    )
    assert (claim.is_open, claim.is_public, claim.standings.get(audience="newsroom").status) == (
        False,
        False,
        "reported",
    )


def test_withheld_names_and_sources_kept_back_are_not_for_authors(
    client: Client, ground: Ground, own: ArticlePage
) -> None:
    stated(own, ground.claim)
    seen = ""
    for query in (f"?claim={ground.claim.pk}", "?show=checks", ""):
        seen += client.get(address(own) + query).content.decode()
    kept_back = Source.objects.get(title="CANARYrestricted")
    for path in (
        "/desk/sources/",
        "/desk/speakers/",
        "/desk/source-chooser/",
        f"/desk/source-brief/?ids={kept_back.pk}",
    ):
        seen += client.get(path, follow=True).content.decode()
    assert [one for one in ("CANARYwithheld", "CANARYbehind", "CANARYprivate", "CANARYrestricted") if one in seen] == []


def test_editors_see_them(desk: Client, ground: Ground) -> None:
    """The control."""
    seen = desk.get(address(ground.article) + f"?claim={ground.claim.pk}").content.decode()
    seen += desk.get("/desk/sources/").content.decode()
    assert all(one in seen for one in ("CANARYwithheld", "CANARYprivate", "CANARYrestricted"))


def test_a_repeat_does_not_tell_of_a_root_that_is_kept_back(client: Client, ground: Ground) -> None:
    root = ground.claim.assertions.get(source__title="CANARYrestricted")
    make.assertion(ground.claim, speaker=make.speaker("Relay"), repeats=root)
    page = client.get(f"/claims/{ground.claim.pk}/").content.decode()
    assert "Relay" in page
    assert "CANARYrestricted" not in page


def test_a_source_kept_back_after_publication_leaves_the_article(client: Client, ground: Ground) -> None:
    source = make.source("CANARYlater")
    article = make.article(body=[make.paragraph(f"It fell{make.marker(source)}.")])
    assert "CANARYlater" in client.get(article.address).content.decode()
    source.confidentiality = "restricted"
    source.save()
    assert "CANARYlater" not in client.get(article.address).content.decode()


def test_no_way_opens_a_claim_whose_evidence_names_somebody_protected(desk: Client, ground: Ground) -> None:
    ProtectedName.objects.create(text="Olena Petrenko", why="Witness.")
    hidden = make.claim("Somebody saw it.", type="event")
    make.assertion(hidden, speaker=make.speaker("Olena Petrenko"))
    article = make.article("Draft", body=BODY, live=False)
    stated(article, hidden)
    given = {
        "do": "save",
        "claim": hidden.pk,
        "version": 1,
        **claim_fields(text="Somebody saw it.", type="event", is_open="on"),
    }
    assert desk.post(address(article), given).status_code == 409
    assert desk.post(address(article), {"do": "merge", "claim": ground.claim.pk, "into": hidden.pk}).status_code == 409
    hidden.refresh_from_db()
    assert (hidden.is_open, hidden.is_public) == (False, False)


@pytest.mark.parametrize(
    "given",
    [
        {"do": "withdraw", "claim": "x"},
        {"do": "untie", "span": "abc"},
        {"do": "link", "to": "9" * 40},
        {"do": "nothing"},
    ],
)
def test_odd_posts_are_not_found(desk: Client, ground: Ground, given: dict[str, str]) -> None:
    assert desk.post(address(ground.article), given).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/claims/timeline/?page=x", "/claims/{pk}/?on=9999-12-31", "/claims/{pk}/?on=x", "/claims/?status=x&type=y&q=%00"],
)
def test_odd_addresses_answer(client: Client, ground: Ground, path: str) -> None:
    assert client.get(path.format(pk=ground.claim.pk)).status_code == 200


def test_dates_beyond_a_calendar_are_refused(desk: Client, ground: Ground) -> None:
    given = {"do": "new", **place(ground.article, "Russian forces"), **claim_fields(date="9999-12-31")}
    response = desk.post(address(ground.article), given)
    assert response.status_code == 422
    assert "too far away" in response.content.decode()


def test_a_figure_taken_back_supersedes_only_until_then() -> None:
    from datetime import UTC, datetime

    from tocsin.claims import queries
    from tocsin.claims.statuses import Audience

    series = ledger.series_for(name="Refugees", indicator="refugees", kind="stock")

    def figure(day: int, **fields: Any) -> Claim:
        record = {"low": day, "as_of": f"2022-03-0{day}", "definition": "people", "series": series}
        claim = make.claim(f"Refugees {day}", **{"type": "figure", "subtype": record, **fields})
        make.assertion(claim, public_at=datetime(2022, 3, day, tzinfo=UTC))
        return claim

    first, later = figure(1), figure(4)
    make.claim(
        "Refugees may be 9",
        type="forecast",
        figure={"low": 9, "as_of": "2022-03-09", "definition": "people", "series": series},
    )
    ledger.withdraw(later.assertions.get(), by=None, reason="Wrong.", at=datetime(2022, 3, 6, tzinfo=UTC))
    ledger.recompute([first.pk])
    days = [
        queries.status_on(first, datetime(2022, 3, day, 12, tzinfo=UTC), Audience.NEWSROOM).currency
        for day in (3, 5, 7)
    ]
    assert days == ["current", "superseded", "current"]


def test_one_speaker_is_one_voice() -> None:
    claim = make.claim()
    mayor = make.speaker("Mayor")
    make.assertion(claim, speaker=mayor)
    make.assertion(claim, speaker=mayor, origin="unknown")
    for number in range(3):
        make.assertion(claim, speaker=make.speaker(f"Outlet {number}"), origin="unknown")
    row = claim.standings.get(audience="newsroom")
    assert (row.status, row.why) == ("reported", "4 publishers, 1 origin")
    make.assertion(claim, speaker=mayor, stance="deny", origin="unknown")
    assert claim.standings.get(audience="newsroom").tally["denying"] == 1


def test_spans_of_one_claim_pass_each_other_in_an_edit() -> None:
    article = make.article(body=[make.paragraph("aaaa bbbb aaaa bbbb aaaa end.")], live=False)
    claim = make.claim()
    text = spanning.anchored_text(article).text
    for at in (i for i in range(len(text)) if text.startswith("aaaa", i)):
        spanning.add_span(article, claim, start=at, end=at + 4)
    newest = article.get_latest_revision_as_object()
    newest.body[0].value.source = newest.body[0].value.source.replace("aaaa bbbb", "xxxx yyyy aaaa bbbb", 1)
    newest.save_revision()
    assert Span.objects.count() == 3


def test_moving_a_span_is_refused_on_a_stale_desk(desk: Client, ground: Ground) -> None:
    span = Span.objects.filter(article=ground.article).first()
    given = {"do": "move", "span": span.pk, "start": 0, "end": 4, "exact": "Other"}
    assert desk.post(address(ground.article), given).status_code == 409
    assert desk.post(address(ground.article), {**given, "start": 5000, "end": 5005, "exact": ""}).status_code == 409
    was = span.exact
    span.refresh_from_db()
    assert span.exact == was


def test_an_import_refuses_a_cell_that_is_neither_yes_nor_no() -> None:
    from tocsin.claims.errors import ImportRefused
    from tocsin.importers.ledger.read import read
    from tocsin.importers.ledger.services import Wishes, bring_in

    table = b"text,type,sensitivity,speaker,private\nIt fell.,event,not_sensitive,A nurse,x\n"
    with pytest.raises(ImportRefused, match="neither yes nor no"):
        bring_in(read(table), Wishes("table"))
    assert Claim.objects.count() == 0


def test_exports_give_no_spot_for_a_distance(client: Client, ground: Ground) -> None:
    import csv
    import io

    data = b"".join(client.get("/data/claims.hxl.csv").streaming_content).decode()
    rows = {row["Statement"]: row for row in csv.DictReader(io.StringIO(data))}
    assert (rows["A bridge is said to be mined."]["Latitude"], rows["Russian forces hold Kherson."]["Latitude"]) == (
        "",
        "46.6",
    )


def test_a_stream_is_not_made_again_for_who_has_it(client: Client, ground: Ground) -> None:
    first = client.get("/data/claims.csv")
    assert client.get("/data/claims.csv", headers={"If-None-Match": first["ETag"]}).status_code == 304
    make.assertion(ground.claim)
    assert client.get("/data/claims.csv", headers={"If-None-Match": first["ETag"]}).status_code == 200
