"""What stands before a comment is looked at: tickets, work, limits, origins. Nothing of them is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from time_machine import travel

from tests.comments.writing import proof_of
from tocsin.comments import limits, origins, tickets
from tocsin.comments.memory import Table
from tocsin.lib import clock

ASK = RequestFactory()


@pytest.fixture(autouse=True)
def _calm() -> Iterator[None]:
    limits.forget()
    tickets.forget()
    yield
    limits.forget()


# Tickets --------------------------------------------------------------------------------------------------------


def test_a_ticket_is_read_as_it_was_given_and_tells_nothing_of_whom() -> None:
    one, other = tickets.issue("article-12"), tickets.issue("article-12")
    read = tickets.read(one, "article-12")
    assert (read.about, read.bits, read.age < 2) == ("article-12", limits.LEAST_BITS, True)
    assert one != other
    assert len(one.rpartition(".")[2]) + len(":999999999999") < 56, "its hash takes one block"


def test_no_thousand_changed_or_spliced_tickets_pass() -> None:
    genuine = [tickets.issue("article-12") for _ in range(50)]
    passed = 0
    for at in range(1000):
        parts, others = genuine[at % 50].split("."), genuine[(at + 1) % 50].split(".")
        place = at % 4 if at % 2 else 4
        parts[place] = others[place] if parts[place] != others[place] else f"{parts[place]}0"
        try:
            tickets.read(".".join(parts), "article-12")
            passed += 1
        except tickets.NoTicket:
            pass
    assert passed == 0
    assert all(tickets.read(one, "article-12") for one in genuine), "the control passes"


@given(st.text(max_size=120))
def test_no_text_is_taken_for_a_ticket(text: str) -> None:
    with pytest.raises(tickets.NoTicket):
        tickets.read(text, "article-12")


def test_a_ticket_is_for_one_place_and_for_some_hours() -> None:
    ticket = tickets.issue("article-12")
    with pytest.raises(tickets.NoTicket):
        tickets.read(ticket, "article-13")
    with travel(clock.now() + timedelta(seconds=tickets.LASTS + 5)), pytest.raises(tickets.NoTicket):
        tickets.read(ticket, "article-12")


def test_of_a_thousand_uses_of_a_ticket_one_passes() -> None:
    ticket = tickets.read(tickets.issue("article-12"), "article-12")
    passed = 0
    for _ in range(1000):
        try:
            ticket.spend()
            passed += 1
        except tickets.NoTicket:
            pass
    assert passed == 1
    ticket.give_back()
    ticket.spend()


def test_work_is_proven_for_one_ticket_and_for_ten_minutes() -> None:
    text = tickets.issue("article-12")
    proof = proof_of(text)
    ticket = tickets.read(text, "article-12")
    assert ticket.is_proven(proof)
    assert not tickets.read(tickets.issue("article-12"), "article-12").is_proven(proof)
    assert not any(ticket.is_proven(wrong) for wrong in ("", "-1", "1e3", f"{proof} ", "٣", "9" * 16))
    with travel(clock.now() + timedelta(seconds=tickets.PROOF_LASTS + 5)):
        assert not ticket.is_proven(proof)


def test_the_more_is_written_the_more_work_is_due() -> None:
    ticket = tickets.read(tickets.issue("article-12"), "article-12")
    proof = proof_of(ticket.text)
    due = []
    for at in range(limits.PROVEN.site.burst):
        due.append(limits.bits_due())
        limits.take(ASK.post("/", REMOTE_ADDR=f"10.{at}.0.1"), limits.PROVEN)
    assert due == sorted(due)
    assert (due[0], due[-1]) == (limits.LEAST_BITS, limits.MOST_BITS)
    assert not ticket.is_proven(proof), "the work of calm hours is not enough under load"
    with travel(clock.now() + timedelta(minutes=5)):
        assert limits.bits_due() == limits.LEAST_BITS


# Limits ---------------------------------------------------------------------------------------------------------


def taken(limit: limits.Limit, addresses: list[str]) -> int:
    count = 0
    for address in addresses:
        try:
            limits.take(ASK.post("/", REMOTE_ADDR=address), limit)
            count += 1
        except limits.TooMany:
            pass
    return count


def test_a_network_is_a_24_or_a_48_and_is_told_when_to_come_back() -> None:
    assert taken(limits.UNPROVEN, [f"198.51.100.{at}" for at in range(50)]) == limits.UNPROVEN.network.burst
    limits.forget()
    assert taken(limits.UNPROVEN, [f"2001:db8:1:{at:x}::1" for at in range(50)]) == limits.UNPROVEN.network.burst
    with pytest.raises(limits.TooMany) as refusal:
        limits.take(ASK.post("/", REMOTE_ADDR="2001:db8:1:ff::2"), limits.UNPROVEN)
    assert 0 < refusal.value.retry_after <= limits.UNPROVEN.network.every
    with travel(clock.now() + timedelta(seconds=refusal.value.retry_after)):
        assert taken(limits.UNPROVEN, ["2001:db8:1:ff::2"] * 3) == 1


def test_the_site_has_a_limit_whatever_the_networks() -> None:
    assert taken(limits.UNPROVEN, [f"10.{at}.0.1" for at in range(200)]) == limits.UNPROVEN.site.burst
    assert taken(limits.PROVEN, ["203.0.113.5"]) == 1, "who proves work is counted apart"


def test_a_forged_address_changes_no_limit_unless_the_front_server_on_this_machine_says_so() -> None:
    def forged(peer: str) -> int:
        limits.forget()
        count = 0
        for at in range(10):
            request = ASK.post(
                "/", REMOTE_ADDR=peer, headers={"X-Real-IP": f"10.{at}.0.1", "X-Forwarded-For": "1.2.3.4"}
            )
            try:
                limits.take(request, limits.Limit("own", limits.Rate(2, 60), limits.Rate(100, 1)))
                count += 1
            except limits.TooMany:
                pass
        return count

    assert forged("198.51.100.7") == 2
    assert forged("127.0.0.1") == 10


def test_networks_are_known_by_another_hash_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_key", limits._Key())  # not one that was taken into another day before
    today = limits._hash("kind", "198.51.100.0/24")
    with travel(clock.now() + timedelta(days=1)):
        assert limits._hash("kind", "198.51.100.0/24") != today


# The memory -----------------------------------------------------------------------------------------------------


def test_the_table_keeps_its_size_and_gives_way_only_where_it_may() -> None:
    table = Table(rows=2)
    with table.locked():
        kept = sum(table.put(key, 100.0 + key, now=1.0, make_room=False) for key in range(1, 100))
        assert kept == 16
        assert [table.get(key) for key in (1, 99)] == [101.0, 0.0]
        assert table.put(99, 500.0, now=1.0, make_room=True)
        assert (table.get(99), table.get(1)) == (500.0, 0.0)
        assert table.put(50, 700.0, now=600.0, make_room=False), "what has passed gives way"


def test_processes_share_the_table_and_a_dead_one_leaves_it_unlocked() -> None:
    table = Table(rows=4)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with table.locked():
            table.put(7, 42.0, now=1.0, make_room=True)
            os.write(writer, b".")
            os._exit(0)
    os.read(reader, 1)
    os.waitpid(child, 0)
    os.close(reader)
    os.close(writer)
    with table.locked():
        assert table.get(7) == 42.0


# Origins --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "http://testserver.evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Referer": "http://testserver/2022/"}, True),
        ({"Referer": "https://evil.example/?http://testserver/"}, False),
        ({}, True),
    ],
)
def test_a_form_comes_from_here(headers: dict[str, str], passes: bool) -> None:
    request = ASK.post("/", headers=headers)
    if passes:
        origins.check(request)
    else:
        with pytest.raises(origins.Foreign):
            origins.check(request)


def test_who_is_signed_in_must_be_known_to_come_from_here() -> None:
    with pytest.raises(origins.Foreign):
        origins.check(ASK.post("/"), must_say=True)
    origins.check(ASK.post("/", headers={"Origin": "http://testserver"}), must_say=True)
