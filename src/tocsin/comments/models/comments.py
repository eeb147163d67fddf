from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments.statuses import Complaint, Kind, State
from tocsin.lib import clock

LONGEST_NAME = 245


def on_one(name: str) -> models.CheckConstraint:
    """Say that a row stands under an article or a claim, and never under both."""
    article, claim = Q(article__isnull=False, claim__isnull=True), Q(article__isnull=True, claim__isnull=False)
    return models.CheckConstraint(condition=article | claim, name=name)


class CommentQuerySet(models.QuerySet["Comment"]):
    def public(self) -> Self:
        """What every reader may see. Every public list, feed and export starts here."""
        articles = ArticlePage.objects.published().values("pk")
        claims = Claim.objects.public().values("pk")
        return self.filter(kind=Kind.COMMENT, state=State.PUBLISHED).filter(
            Q(article__in=articles) | Q(claim__in=claims)
        )

    def waiting(self) -> Self:
        """What a moderator has to decide: held, or published and reported since. Reports of errors are among them."""
        reported = Exists(Report.objects.filter(comment=OuterRef("pk"), settled_at=None))
        return self.filter(Q(state=State.HELD) | Q(reported, state=State.PUBLISHED))

    def of(self, target: ArticlePage | Claim) -> Self:
        """Those under *target*."""
        return self.filter(claim=target) if isinstance(target, Claim) else self.filter(article=target)

    def by(self, token: str) -> Self:
        """Those of one writer; of a writer without a token there is nothing to know."""
        return self.filter(token=token) if token else self.none()


class Comment(models.Model):
    """What a reader wrote under an article or a claim, or a report of an error to the editors.

    It holds no address, browser or place of its writer. An e-mail address, if one was given, is sealed: this
    database cannot read it.
    """

    article = models.ForeignKey(
        ArticlePage, models.CASCADE, null=True, blank=True, related_name="comments", verbose_name=_("article")
    )
    claim = models.ForeignKey(
        Claim, models.CASCADE, null=True, blank=True, related_name="comments", verbose_name=_("claim")
    )
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="replies", verbose_name=_("answers")
    )
    root = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="thread", editable=False)
    """The comment at the top of its thread; nothing where it is that itself."""
    depth = models.PositiveSmallIntegerField(default=1, editable=False)
    """1 at the top of a thread."""
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.COMMENT)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    text = models.TextField(_("comment"))
    """As it was typed; ``screening.markup`` renders it."""
    passage = models.TextField(_("passage"), blank=True)
    """The words of the article that a report of an error is about."""
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.HELD)
    reasons = models.JSONField(_("why"), default=list, blank=True)
    """``[{"code": Why, "detail": text}]``: why it was held, refused or taken for spam."""
    by_staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("staff")
    )
    """Who wrote it, where a member of the newsroom did, signed in."""

    token = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    """The keyed hash of a random key in the writer's browser, if they let it keep one."""
    link_hash = models.CharField(max_length=71, null=True, unique=True, editable=False)
    """The hash of the secret in the writer's private link."""
    sealed_email = models.BinaryField(null=True, editable=False)
    """Only the worker can open it (``sealing``)."""
    wants_reply = models.BooleanField(default=False, editable=False)
    wants_publication = models.BooleanField(default=False, editable=False)

    written_at = models.DateTimeField(_("written"), default=clock.now)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    """Counts the writer's edits; a moderator who looked at an older one does not publish the newer."""
    digest = models.CharField(max_length=71, blank=True, editable=False, db_index=True)
    """The hash of its words, by which the same words are known again."""
    fingerprint = models.JSONField(default=list, editable=False)
    """By which much the same words are known again (``screening.likeness``)."""
    taught = models.CharField(max_length=9, blank=True, editable=False)
    """The state as which the spam filter was taught it; nothing where it was not."""
    origin = models.CharField(max_length=200, null=True, unique=True, editable=False)
    """Where it was imported from, as ``wordpress:<site>:<id>``."""

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["written_at", "pk"]
        indexes = [
            models.Index(fields=["article", "state", "root", "written_at"], name="comments_of_an_article"),
            models.Index(fields=["claim", "state", "root", "written_at"], name="comments_of_a_claim"),
            models.Index(fields=["state", "written_at"], name="comments_by_state"),
            models.Index(fields=["published_at"], name="comments_by_publication"),
        ]
        constraints = [
            on_one("a_comment_is_on_one_thing"),
            models.CheckConstraint(
                condition=Q(kind=Kind.COMMENT) | ~Q(state=State.PUBLISHED), name="a_correction_is_never_public"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ERASED)
                | Q(name="", text="", passage="", token="", digest="", link_hash=None, sealed_email=None),
                name="an_erased_comment_is_empty",
            ),
        ]
        permissions = [("moderate_comments", "Can decide on readers' comments")]

    def __str__(self) -> str:
        return f"{self.name or _('Anonymous')}: {self.text[:60]}"

    @property
    def target(self) -> ArticlePage | Claim:
        """The article or the claim it stands under."""
        found = self.article or self.claim
        assert found is not None, "the database sees to it"  # noqa: S101
        return found

    @property
    def is_erased(self) -> bool:
        return self.state == State.ERASED


class Report(models.Model):
    """That a reader reports a comment. It stands until a moderator settles it by a decision on the comment."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports", verbose_name=_("comment"))
    complaint = models.CharField(_("why"), max_length=8, choices=Complaint, default=Complaint.OTHER)
    reason = models.CharField(_("in their words"), max_length=500, blank=True)
    token = models.CharField(max_length=64, blank=True, editable=False)
    made_at = models.DateTimeField(_("made"), default=clock.now)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "token"], condition=~Q(token=""), name="a_reader_reports_a_comment_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_complaint_display()}: {self.reason}"


class Notice(models.Model):
    """That the writer of a comment was told of its publication (*about* is itself) or of a reply: once, or never."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="notices")
    about = models.ForeignKey(Comment, models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("notice")
        constraints = [models.UniqueConstraint(fields=["comment", "about"], name="one_notice_for_one_event")]

    def __str__(self) -> str:
        return f"{self.comment_id} of {self.about_id}"
