"""Whatever is done in whatever order: what was held or refused is published by a moderator's decision alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.claims.models import ProtectedName
from tocsin.claims.services import protected_in
from tocsin.comments import services
from tocsin.comments.errors import CommentRefused
from tocsin.comments.models import Ban, Comment, DiscussionSettings
from tocsin.comments.services import Imported
from tocsin.comments.statuses import Complaint, Kind, State
from tocsin.lib import clock

TEXTS = [
    "I saw it myself.",
    "Buy pills at https://a.example and https://b.example",
    "Call Marta Oliinyk.",
    "A casino for you",
    "Write to witness@example.org or +380 44 234 5678",
]
WRITERS = ["", "the first writer's key", "the second writer's key"]
PICK = st.integers(0, 2)


def may_pass(text: str) -> bool:
    """Tell whether the rules let *text* through where not all is held: two of them, while they name nobody protected."""
    return text in {TEXTS[0], TEXTS[2]} and not protected_in([text])


class Newsroom(RuleBasedStateMachine):
    """Writers, moderators, the importer and time, each doing what they can."""

    article: ArticlePage
    moderator: User

    def __init__(self) -> None:
        super().__init__()
        self.undoing = transaction.atomic()
        self.undoing.__enter__()
        self.secrets: list[str] = []
        self.batches: list[Any] = []
        self.passed: set[tuple[int, str]] = set()
        """What a moderator published, or the rules let through when it came: a comment with its very words."""
        self.number = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undoing.__exit__(None, None, None)

    def some(self, pick: int) -> list[Comment]:
        """One of the latest, so that much is done to the same few."""
        rows = list(Comment.objects.order_by("-pk")[:3])
        return [rows[pick % len(rows)]] if rows else []

    @rule(
        text=st.sampled_from(TEXTS), writer=st.sampled_from(WRITERS), kind=st.sampled_from(Kind), pick=st.none() | PICK
    )
    def submit(self, text: str, writer: str, kind: Kind, pick: int | None) -> None:
        self.number += 1
        parent = next(iter(self.some(pick)), None) if pick is not None else None
        try:
            made = services.submit(
                self.article, text=f"{text} {self.number}", writer_key=writer, kind=kind, parent=parent
            )
        except CommentRefused:
            return
        self.secrets.append(made.secret)
        site = DiscussionSettings.current()
        if made.comment.state == State.PUBLISHED:
            assert not site.hold_all
            assert may_pass(text)
            self.passed.add((made.comment.pk, made.comment.text))

    @rule(pick=PICK, stale=st.booleans(), reason=st.sampled_from(["", "Known to all."]), replies=st.booleans())
    def publish(self, pick: int, stale: bool, reason: str, replies: bool) -> None:
        some = self.some(pick)
        seen = {one.pk: one.version - stale for one in some}
        batch = services.publish(some, by=self.moderator, seen=seen, reason=reason, with_replies=replies)
        assert not (stale and some and some[0].pk in batch.changed)
        self.batches.append(batch.id)
        for one in Comment.objects.filter(pk__in=batch.changed):
            self.passed.add((one.pk, one.text))

    @rule(
        pick=PICK,
        act=st.sampled_from([services.hold, services.refuse, services.spam]),
        replies=st.booleans(),
    )
    def move(self, pick: int, act: Any, replies: bool) -> None:
        self.batches.append(act(self.some(pick), by=self.moderator, with_replies=replies).id)

    @rule(pick=PICK)
    def settle(self, pick: int) -> None:
        self.batches.append(services.settle(self.some(pick), by=self.moderator).id)

    @rule(pick=PICK)
    def delete(self, pick: int) -> None:
        self.batches.append(services.delete(self.some(pick), by=self.moderator).id)

    @precondition(lambda self: self.batches)
    @rule(pick=PICK)
    def undo(self, pick: int) -> None:
        self.batches.append(services.undo(self.batches[-3:][pick % len(self.batches[-3:])], by=self.moderator).id)

    @precondition(lambda self: self.secrets)
    @rule(pick=PICK, text=st.sampled_from(TEXTS))
    def edit(self, pick: int, text: str) -> None:
        secret = self.secrets[-3:][pick % len(self.secrets[-3:])]
        self.number += 1
        try:
            was = services.own(secret).state
            edited = services.edit_own(secret, text=f"{text} {self.number}")
        except CommentRefused:
            return
        if edited.state == State.PUBLISHED:
            assert was == State.PUBLISHED
            assert may_pass(text)
            assert not DiscussionSettings.current().hold_all
            self.passed.add((edited.pk, edited.text))

    @precondition(lambda self: self.secrets)
    @rule(pick=PICK, everything=st.booleans())
    def erase(self, pick: int, everything: bool) -> None:
        try:
            services.erase_own(self.secrets[pick % len(self.secrets)], everything=everything)
        except CommentRefused:
            return

    @rule(pick=PICK, writer=st.sampled_from(WRITERS))
    def report(self, pick: int, writer: str) -> None:
        for one in self.some(pick):
            try:
                services.report(one, complaint=Complaint.OTHER, writer_key=writer)
            except CommentRefused:
                return

    @rule(pick=PICK)
    def ban(self, pick: int) -> None:
        for one in self.some(pick):
            if one.token:
                services.ban(one.token, by=self.moderator, reason="Threats.", refuse_waiting=True)

    @rule()
    def lift(self) -> None:
        for ban in Ban.objects.in_force():
            services.lift(ban, by=self.moderator)

    @rule(hold_all=st.booleans(), reports=st.integers(0, 1), slow=st.booleans(), closed=st.booleans())
    def change_settings(self, hold_all: bool, reports: int, slow: bool, closed: bool) -> None:
        make.discussion_settings(
            hold_all=hold_all, hold_first=False, hold_alike=False, flood_seconds=0, refuse_words="casino",
            hold_after_reports=reports, slow_mode=slow, closed_everywhere=closed,
        )  # fmt: skip

    @rule(name=st.sampled_from(["Marta Oliinyk", "myself"]))
    def protect(self, name: str) -> None:
        ProtectedName.objects.get_or_create(text=name, defaults={"why": "At risk."})

    @rule(number=st.integers(0, 3), state=st.sampled_from([State.HELD, State.PUBLISHED, State.REFUSED, State.SPAM]))
    def import_one(self, number: int, state: State) -> None:
        known = Comment.objects.filter(origin=f"wordpress:{number}").exists()
        one = Imported(f"wordpress:{number}", "Ivan", f"From elsewhere {number}", clock.now(), state)
        services.take_over_many(self.article, [one])
        if not known and state == State.PUBLISHED:
            self.passed.update(Comment.objects.filter(origin=one.origin).values_list("pk", "text"))

    @rule(days=st.integers(0, 400))
    def let_time_pass(self, days: int) -> None:
        services.forget_due(clock.now() + timedelta(days=days))

    @invariant()
    def nothing_is_public_that_nobody_let_through(self) -> None:
        public = set(Comment.objects.filter(state=State.PUBLISHED).values_list("pk", "text"))
        assert public <= self.passed
        assert not Comment.objects.filter(state=State.PUBLISHED, kind=Kind.CORRECTION).exists()


@pytest.mark.django_db
def test_nothing_is_published_by_itself(home: object) -> None:
    Newsroom.article = make.article()
    Newsroom.moderator = make.user(role="Editors")
    make.discussion_settings(hold_first=False, hold_alike=False, flood_seconds=0, refuse_words="casino")
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Newsroom,
        settings=settings(
            max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
