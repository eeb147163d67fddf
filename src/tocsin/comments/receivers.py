"""What follows when comments, articles, claims or the protect list change.

Articles and claims that readers no longer see take their comments with them: ``Comment.objects.public`` asks for both.
Those that are deleted, as by a takedown, delete theirs.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim, ProtectedName
from tocsin.claims.signals import claims_changed, claims_merged
from tocsin.comments import services, tasks
from tocsin.comments.models import Comment, Discussion
from tocsin.comments.services import announcing
from tocsin.comments.signals import comment_waits, comments_published


@receiver(comments_published, dispatch_uid="comments: tell writers")
def tell_writers(comments: Collection[int], **kwargs: Any) -> None:
    asked = Comment.objects.filter(pk__in=comments, sealed_email__isnull=False, wants_publication=True)
    answered = Comment.objects.filter(pk__in=comments, parent__sealed_email__isnull=False, parent__wants_reply=True)
    for pk in sorted({*asked.values_list("pk", flat=True), *answered.values_list("pk", flat=True)}):
        tasks.tell_of.enqueue(pk)


@receiver(comment_waits, dispatch_uid="comments: tell moderators")
def tell_moderators(**kwargs: Any) -> None:
    if services.moderators_want_to_know():
        tasks.tell_moderators.enqueue()


@receiver([page_published, page_unpublished], sender=ArticlePage, dispatch_uid="comments: an article comes or goes")
def follow_article(instance: ArticlePage, **kwargs: Any) -> None:
    """Its comments come and go with it."""
    if Comment.objects.filter(article=instance.pk).exists():
        announcing.discussions(Discussion, articles=[instance.pk])


@receiver(claims_changed, dispatch_uid="comments: claims come or go")
def follow_claims(claims: Collection[int], **kwargs: Any) -> None:
    found = set(Comment.objects.filter(claim__in=claims).values_list("claim_id", flat=True))
    if found:
        announcing.discussions(Discussion, claims=sorted(pk for pk in found if pk))


@receiver(claims_merged, dispatch_uid="comments: a claim is merged")
def follow_merger(claim: Claim, into: Claim, **kwargs: Any) -> None:
    """What readers said of a claim stands under the one it was merged into."""
    Comment.objects.filter(claim=claim).update(claim=into)
    Discussion.objects.filter(claim=claim).delete()
    announcing.discussions(Discussion, claims=[claim.pk, into.pk])


@receiver(post_save, sender=ProtectedName, dispatch_uid="comments: somebody is protected")
def hold_protected(instance: ProtectedName, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        services.hold_protected(instance.text)
