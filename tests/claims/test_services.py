"""Writing to the ledger: what it refuses, what it recomputes, what it keeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from tests import make
from tocsin.claims import queries, services
from tocsin.claims.errors import AlreadyWithdrawn, ChangedMeanwhile, ClaimRefused
from tocsin.claims.models import Assertion, Claim, Decision, Figure, ProtectedName
from tocsin.claims.statuses import Audience, Currency, Status
from tocsin.lib import clock

pytestmark = pytest.mark.django_db


def standing(claim: Claim, audience: Audience = Audience.READERS) -> str:
    return claim.standings.get(audience=audience).status


def reason(claim: Claim, audience: Audience = Audience.READERS) -> str:
    return claim.standings.get(audience=audience).reason


def test_a_new_claim_is_unsourced() -> None:
    claim = make.claim()
    assert (standing(claim), reason(claim)) == (Status.UNSOURCED, "Unsourced: nobody on record says so")


def test_sensitivity_is_required() -> None:
    with pytest.raises(ValidationError) as refusal:
        make.claim(sensitivity=[])
    assert list(refusal.value.message_dict) == ["sensitivity"]
    assert Claim.objects.count() == 0


def test_an_assertion_moves_the_status_and_a_repeat_does_not() -> None:
    claim = make.claim()
    first = make.assertion(claim)
    assert standing(claim) == Status.REPORTED
    publications = [make.source(f"Report {n}", publication=f"Paper {n}") for n in range(7)]
    for source in publications:
        make.assertion(claim, source=source, repeats=first)
    assert (standing(claim), reason(claim)) == (Status.REPORTED, "Reported: 8 publishers, 1 origin")


def test_a_repeat_of_a_repeat_repeats_the_first() -> None:
    first = make.assertion()
    second = make.assertion(first.claim, repeats=first)
    assert make.assertion(first.claim, repeats=second).repeats == first


def test_a_repeat_of_another_claim_is_refused() -> None:
    with pytest.raises(ClaimRefused, match="same claim"):
        make.assertion(make.claim(), repeats=make.assertion())
    assert Assertion.objects.count() == 1


def test_an_assertion_needs_who_says_it() -> None:
    with pytest.raises(ClaimRefused, match="choose a speaker"):
        make.assertion(make.claim(), speaker=None)


def test_a_party_speaks_with_its_side() -> None:
    claim = make.claim()
    for name in ("Ukraine", "Russia"):
        make.assertion(claim, speaker=make.speaker(f"{name}'s delegation", side=make.party(name)), interest="for")
    assert (standing(claim), reason(claim)) == (Status.CORROBORATED, "Corroborated: opposing parties agree")


def test_withdrawing_the_only_support_makes_a_claim_withdrawn() -> None:
    one = make.assertion()
    services.withdraw(one, by=make.user(), reason="The mayor corrected himself.")
    assert standing(one.claim) == Status.WITHDRAWN


def test_the_second_to_withdraw_is_refused() -> None:
    one = make.assertion()
    services.withdraw(one, by=None, reason="A mistake.")
    with pytest.raises(AlreadyWithdrawn):
        services.withdraw(one, by=None, reason="A mistake.")
    assert Decision.objects.filter(verb="withdraw").count() == 1


def test_a_withdrawal_needs_a_reason() -> None:
    one = make.assertion()
    with pytest.raises(ClaimRefused):
        services.withdraw(one, by=None, reason=" ")
    assert standing(one.claim) == Status.REPORTED


def test_private_evidence_moves_the_newsrooms_status_alone() -> None:
    claim = make.claim()
    make.assertion(claim)
    make.assertion(claim, is_private=True)
    assert (standing(claim), standing(claim, Audience.NEWSROOM)) == (Status.REPORTED, Status.CORROBORATED)


def test_what_rests_on_a_source_kept_back_is_not_for_readers() -> None:
    claim = make.claim()
    source = make.source()
    make.assertion(claim, source=source)
    assert standing(claim) == Status.REPORTED
    source.confidentiality = "restricted"
    source.save()
    assert (standing(claim), standing(claim, Audience.NEWSROOM)) == (Status.UNSOURCED, Status.REPORTED)


def test_a_source_that_is_lost_is_flagged() -> None:
    claim = make.claim()
    make.assertion(claim, source=make.source(address=""))
    assert claim.standings.get(audience="readers").flags == ["reference_lost"]


def test_who_saves_an_older_version_overwrites_nothing() -> None:
    claim = make.claim()
    services.change(claim, version=1, by=None, text="Kherson is held.")
    with pytest.raises(ChangedMeanwhile):
        services.change(claim, version=1, by=None, text="Kherson is free.")
    claim.refresh_from_db()
    assert (claim.text, claim.version) == ("Kherson is held.", 2)


def test_a_change_is_logged_with_old_and_new() -> None:
    claim, user = make.claim(), make.user()
    services.change(claim, version=1, by=user, reason="Clearer.", text="Kherson is held.")
    entry = Decision.objects.get(verb="change")
    assert (entry.before, entry.after, entry.by, entry.reason) == (
        {"text": "Russian forces hold Kherson."},
        {"text": "Kherson is held."},
        user,
        "Clearer.",
    )


def test_changing_the_type_changes_the_record_of_it() -> None:
    claim = make.claim(subtype={"status": "held"})
    services.change(claim, version=1, by=None, type="event", subtype={"event_type": "battle"})
    claim = Claim.objects.get()
    assert (claim.subtype.event_type, hasattr(claim, "control")) == ("battle", False)


def test_a_merged_claim_gives_its_assertions() -> None:
    one, other = make.claim("Kherson fell."), make.claim("Kherson was taken.")
    make.assertion(one)
    make.assertion(other)
    services.merge(one, other, by=None)
    assert (standing(other), list(Claim.objects.kept())) == (Status.CORROBORATED, [other])


def test_merging_with_itself_is_refused() -> None:
    one = make.claim()
    with pytest.raises(ClaimRefused):
        services.merge(one, one, by=None)


def test_a_part_split_off_keeps_who_said_it() -> None:
    claim = make.claim("Russia blew up the tower.", type="event")
    make.assertion(claim, interest="for")
    part = services.split(claim, text="The tower was destroyed.", by=None)
    assert (standing(part), part.relations.get().other) == (Status.REPORTED, claim)


def test_an_override_shows_until_its_day_and_is_computed_again_when_due(monkeypatch: pytest.MonkeyPatch) -> None:
    claim, editor = make.claim(), make.user()
    services.override(
        claim,
        status="refuted",
        reason="The ministry took it back on air.",
        until=clock.now() + timedelta(days=2),
        by=editor,
    )
    row = claim.standings.get(audience="readers")
    assert (row.status, row.computed, row.flags) == ("refuted", "unsourced", ["editor_override"])
    assert services.run_due() == 0
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert (services.run_due(), standing(claim)) == (1, Status.UNSOURCED)
    assert services.run_due() == 0


def test_an_override_needs_a_reason_and_an_end_to_come() -> None:
    claim, editor = make.claim(), make.user()
    for wrong in ({"reason": "", "until": clock.now() + timedelta(days=1)}, {"reason": "So.", "until": clock.now()}):
        with pytest.raises(ClaimRefused):
            services.override(claim, status="refuted", by=editor, **wrong)
    assert standing(claim) == Status.UNSOURCED


def figure(low: int | None, as_of: str, series: object = None, **fields: object) -> Claim:
    record = {"low": low, "as_of": as_of, "quantifier": "MORE_THAN", "definition": "civilians killed", **fields}
    claim = make.claim(f"More than {low}", type="figure", subtype={**record, "series": series})
    make.assertion(claim)
    return claim


def test_a_later_figure_supersedes_the_earlier() -> None:
    series = services.series_for(name="Refugees", indicator="refugees", kind="stock")
    first = figure(1_000_000, "2022-03-02", series)
    assert first.standings.get(audience="readers").currency == Currency.CURRENT
    make_later = figure(1_200_000, "2022-03-04", series)
    services.recompute([first.pk])
    rows = [one.standings.get(audience="newsroom") for one in (first, make_later)]
    assert [(row.status, row.currency) for row in rows] == [("reported", "superseded"), ("reported", "current")]


def test_one_key_is_one_series() -> None:
    fields = {"name": "Refugees", "indicator": "refugees", "kind": "stock"}
    one = services.series_for(**fields)
    assert services.series_for(**fields) == one
    assert services.series_for(**{**fields, "phase": 2}).slug == "refugees-2"


def test_stock_and_flow_do_not_add_up() -> None:
    stock = services.series_for(name="Refugees", indicator="refugees", kind="stock")
    flow = services.series_for(name="Arrivals", indicator="arrivals", kind="flow")
    one, other = (figure(10, "2022-03-02", series).figure for series in (stock, flow))
    with pytest.raises(ClaimRefused, match="Stock and flow"):
        services.total([one, other], disjoint=True)
    with pytest.raises(ClaimRefused, match="twice"):
        services.total([one, one])
    assert services.total([one, one], disjoint=True).low == 20


def test_a_flow_is_refused_in_a_series_of_stock() -> None:
    series = services.series_for(name="Refugees", indicator="refugees", kind="stock")
    with pytest.raises(ClaimRefused, match="never put into one line"):
        services.add_figure(figure(1, "2022-03-01", kind="flow").figure, series)


def test_deaths_need_to_say_whom_they_count() -> None:
    with pytest.raises(ClaimRefused, match="whom"):
        figure(5, "2022-03-01", definition="", category="DEATHS")
    assert Figure.objects.count() == 0


def test_a_correction_withdraws_the_old_figure() -> None:
    old, new = figure(2130, "2022-03-02"), figure(2310, "2022-03-02")
    services.correct_figure(old, new, reason="Digits were transposed.")
    assert (standing(old), standing(new)) == (Status.WITHDRAWN, Status.REPORTED)


def test_the_status_of_a_past_day() -> None:
    claim = make.claim()
    make.assertion(claim, public_at=datetime(2022, 3, 2, tzinfo=UTC))
    make.assertion(claim, stance="deny", public_at=datetime(2022, 3, 4, tzinfo=UTC))
    days = [
        queries.status_on(claim, datetime(2022, 3, day, 12, tzinfo=UTC), Audience.READERS).status for day in (1, 3, 5)
    ]
    assert days == [Status.UNSOURCED, Status.REPORTED, Status.CONTESTED]
    turns = queries.history(claim, Audience.READERS, clock.now())
    assert [(turn.at.day, turn.verdict.status) for turn in turns] == [(2, "reported"), (4, "contested")]


@pytest.mark.parametrize("text", ["Olena Petrenko said so", "said OLÉNA  PETRENKO.", "call +380 44 123-45-67 now"])
def test_a_protected_name_is_found(text: str) -> None:
    for name in ("Olena Petrenko", "380441234567"):
        ProtectedName.objects.create(text=name, why="Witness.")
    assert len(services.protected_in([text])) == 1
    assert services.protected_in(["Helena Petrenkova, 38044"]) == []


def test_incremental_equals_full() -> None:
    claims = [make.claim(f"Claim {n}") for n in range(6)]
    for number, claim in enumerate(claims):
        for stance in ("support", "deny", "query")[: number % 4]:
            make.assertion(claim, stance=stance, is_private=number % 2 == 0)

    def standings() -> list[tuple[object, ...]]:
        rows = Claim.objects.order_by("pk", "standings__audience")
        return list(rows.values_list("pk", "standings__audience", "standings__status", "standings__tally"))

    kept = standings()
    for claim in claims:
        claim.standings.all().delete()
    services.recompute_all()
    assert kept == standings()
