"""The claims of an article as its readers see them: those of the version they read, with what readers may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Prefetch
from django.utils.html import format_html
from django.utils.translation import gettext as _

from tocsin.articles.models import ArticlePage, PublishedSpan, Span
from tocsin.claims.models import Assertion, Claim, Standing
from tocsin.claims.statuses import Audience, Checkability, ClaimType, Flag, Stance, Status

Place = PublishedSpan | Span


@dataclass
class ShownClaim:
    """One claim of the article, the words that state it, and who says what of it."""

    claim: Claim
    spans: list[Place] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"claim-{self.claim.pk}"

    @cached_property
    def standing(self) -> Standing | None:
        return self.claim.standing(Audience.READERS)  # type: ignore[no-any-return]

    @property
    def status(self) -> str:
        return self.standing.status if self.standing else Status.UNSOURCED

    @property
    def status_name(self) -> str:
        if self.claim.checkability != Checkability.CHECKABLE and self.status == Status.UNSOURCED:
            return self.claim.get_checkability_display()
        return str(Status(self.status).label)

    @property
    def then(self) -> str:
        """The status readers were shown at publication, where it is another now."""
        was = next((one.status for one in self.spans if isinstance(one, PublishedSpan)), "")
        return str(Status(was).label) if was and was != self.status else ""

    @property
    def has_changed(self) -> bool:
        """Whether readers were shown something else at publication than what holds now."""
        shown = [one for one in self.spans if isinstance(one, PublishedSpan)]
        now = (self.standing.status, self.standing.currency) if self.standing else None
        return bool(shown and now and (shown[0].status, shown[0].currency) != now)

    @property
    def voices(self) -> list[Assertion]:
        return list(self.claim.shown_assertions)  # type: ignore[attr-defined]

    @cached_property
    def _left(self) -> set[int]:
        """Assertions whose speaker has since taken another position."""
        latest: dict[object, Assertion] = {}
        taken = [one for one in self.voices if one.stance != Stance.COMMENT and not one.withdrawn_at and one.speaker_id]
        for one in sorted(taken, key=lambda voice: (voice.public_at, voice.asserted_at, voice.recorded_at)):
            latest[one.speaker_id] = one
        return {one.pk for one in taken if latest[one.speaker_id].stance != one.stance}

    def _taking(self, stance: Stance) -> list[Assertion]:
        return [
            one for one in self.voices if one.stance == stance and not one.withdrawn_at and one.pk not in self._left
        ]

    @property
    def supporting(self) -> list[Assertion]:
        return self._taking(Stance.SUPPORT)

    @property
    def denying(self) -> list[Assertion]:
        return self._taking(Stance.DENY)

    @property
    def others(self) -> list[Assertion]:
        taken = [*self.supporting, *self.denying]
        return [one for one in self.voices if one not in taken]

    @property
    def reply_sought(self) -> str:
        """Of an accusation without an answer on record: how one was sought."""
        if self.claim.type != ClaimType.ACCUSATION or any(one.is_reply for one in self.voices):
            return ""
        record = getattr(self.claim, "accusation", None)
        return str(record.reply_sought) if record else ""


@dataclass
class Summary:
    """What an article rests on, as counts of its statements."""

    claims: list[ShownClaim]

    @property
    def statements(self) -> int:
        return len(self.claims)

    @cached_property
    def counts(self) -> list[tuple[str, str, int]]:
        """Each status that occurs: word, name, how many. What cannot be checked is counted apart."""
        checked = [one for one in self.claims if one.claim.checkability == Checkability.CHECKABLE or one.voices]
        found = Counter(one.status for one in checked)
        rows = [(value, str(label), found[value]) for value, label in Status.choices if found[value]]
        rest = len(self.claims) - len(checked)
        return [*rows, ("unchecked", _("Not checkable or settled"), rest)] if rest else rows

    @property
    def sourced(self) -> int:
        return sum(bool(one.voices) for one in self.claims)

    @property
    def unsourced(self) -> int:
        return next((count for value, _name, count in self.counts if value == Status.UNSOURCED), 0)

    @property
    def contested(self) -> int:
        return sum(one.status == Status.CONTESTED for one in self.claims)

    @property
    def stale(self) -> int:
        """Statements of which readers were shown another status, or which have been superseded or ended since."""
        return sum(one.has_changed for one in self.claims)

    @property
    def lost(self) -> int:
        return sum(bool(one.standing and Flag.REFERENCE_LOST in one.standing.flags) for one in self.claims)


def of(article: ArticlePage, *, draft: bool = False) -> list[ShownClaim]:
    """Return the claims *article* states, in the order of its words: of the live version, or of the newest *draft*."""
    if draft:
        spans: Sequence[Place] = list(Span.objects.anchored().filter(article_id=article.pk))
    else:
        spans = list(PublishedSpan.objects.filter(article_id=article.pk, revision_id=article.live_revision_id))
    if not spans:
        return []
    claims = with_voices(Claim.objects.kept(), public=not draft).in_bulk({span.claim_id for span in spans})
    found: dict[int, ShownClaim] = {}
    for span in spans:
        if span.claim_id in claims:
            found.setdefault(span.claim_id, ShownClaim(claims[span.claim_id])).spans.append(span)
    return list(found.values())


def with_voices(claims: Any, *, public: bool = True) -> Any:
    """*claims* with status and assertions for readers, in a fixed number of queries."""
    voices = Assertion.objects.public().with_evidence()
    claims = claims.public() if public else claims
    return (
        claims.with_standing(Audience.READERS)
        .select_related("accusation", "figure__series")
        .prefetch_related(Prefetch("assertions", voices, to_attr="shown_assertions"))
    )


def places_of(claims: Iterable[ShownClaim]) -> list[tuple[ShownClaim, Place]]:
    return [(one, span) for one in claims for span in one.spans]


def mark(one: ShownClaim) -> str:
    """The button at the end of a claim's words. It works without JavaScript (the popover attribute of HTML)."""
    return format_html(
        '<button type="button" class="claim__mark claim__mark--{}" popovertarget="{}" aria-label="{}"></button>',
        one.status,
        one.anchor,
        _("%(status)s: show who says so") % {"status": one.status_name},
    )
