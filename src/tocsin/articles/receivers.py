"""What follows when Wagtail keeps a version or makes an article live, whoever did it and by whichever way."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.models import Page, PageViewRestriction, Revision, Site, UploadedFile
from wagtail.signals import page_published, page_slug_changed, page_unpublished

from tocsin.articles import surroundings, tasks
from tocsin.articles.models import (
    ArticlePage,
    Menu,
    MenuItem,
    Newsroom,
    Picture,
    PlainPage,
    PublishedSpan,
    Section,
    Span,
)
from tocsin.articles.models.media import scrubbed_file
from tocsin.articles.services import citing, publishing, spanning
from tocsin.claims.models import Claim
from tocsin.claims.signals import claims_merged


def _is_of_an_article(revision: Revision, update_fields: Any) -> bool:
    if update_fields is not None and "content" not in update_fields:
        return False
    return bool(revision.content_type == ContentType.objects.get_for_model(ArticlePage))


@receiver(pre_save, sender=Revision, dispatch_uid="hold a version for its embargo")
def hold_for_embargo(instance: Revision, update_fields: Any = None, **kwargs: Any) -> None:
    if _is_of_an_article(instance, update_fields):
        publishing.hold_for_embargo(instance)


@receiver(pre_save, sender=Revision, dispatch_uid="refuse to schedule what is not ready")
def refuse_unready(instance: Revision, update_fields: Any = None, **kwargs: Any) -> None:
    """A schedule is refused when it is made, not in the night when it fires."""
    if update_fields and "approved_go_live_at" in update_fields and instance.approved_go_live_at:
        article = instance.as_object()
        if isinstance(article, ArticlePage):
            publishing.refuse_unready(article)


@receiver(post_save, sender=Revision, dispatch_uid="record what a version cites")
def record_citations(instance: Revision, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    if not raw and _is_of_an_article(instance, update_fields) and instance.is_latest_revision():
        newest = instance.as_object()
        citing.record_citations(newest)
        spanning.carry_spans(newest)


@receiver(pre_save, sender=ArticlePage, dispatch_uid="prepare an article that becomes live")
def prepare(instance: ArticlePage, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    if instance.live and update_fields is None and not raw:
        publishing.prepare(instance)


@receiver(page_slug_changed, sender=PlainPage, dispatch_uid="lead from a plain page's old address")
def lead_from_old_address(instance: PlainPage, instance_before: PlainPage, **kwargs: Any) -> None:
    """Wagtail would do this for drafts too and thereby tell their new address; so it is switched off and done here."""
    if instance.live:
        create_redirects(page=instance, page_old=instance_before, sites=Site.objects.exclude(root_page=instance))


@receiver(pre_save, sender=UploadedFile, dispatch_uid="scrub a picture that waits for its words")
def scrub_waiting_picture(instance: UploadedFile, **kwargs: Any) -> None:
    """Wagtail keeps an upload as it came where its form asks for more, and for good if nobody answers."""
    waiting = instance.for_content_type
    if waiting and waiting.model_class() is Picture and not instance.file._committed:  # noqa: SLF001 - not yet stored
        instance.file = scrubbed_file(instance.file.file)


@receiver(post_save, sender=Picture, dispatch_uid="make a picture's renditions in the background")
def make_renditions(instance: Picture, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        transaction.on_commit(lambda: tasks.make_renditions.enqueue(instance.pk), robust=True)


@receiver(page_published, sender=ArticlePage, dispatch_uid="keep what a published version states")
def keep_what_is_stated(instance: ArticlePage, revision: Revision, **kwargs: Any) -> None:
    spanning.publish_spans(instance, revision)


@receiver(page_unpublished, sender=ArticlePage, dispatch_uid="close the claims of what is no longer published")
def close_claims(instance: ArticlePage, **kwargs: Any) -> None:
    spanning.refresh_public(PublishedSpan.objects.filter(article=instance).values_list("claim_id", flat=True))


@receiver(post_delete, sender=PublishedSpan, dispatch_uid="close the claim of an article that is gone")
def close_claim(instance: PublishedSpan, **kwargs: Any) -> None:
    spanning.refresh_public([instance.claim_id])


@receiver([post_save, post_delete], sender=PageViewRestriction, dispatch_uid="open or close claims with their page")
def follow_restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    spanning.refresh_all_public()


@receiver(claims_merged, dispatch_uid="let spans follow a merged claim")
def follow_merger(claim: Claim, into: Claim, **kwargs: Any) -> None:
    taken = Span.objects.filter(claim=into).values_list("article_id", "start", "end")
    for span in Span.objects.filter(claim=claim):
        if (span.article_id, span.start, span.end) in set(taken):
            span.delete()
        else:
            span.claim = into
            span.save(update_fields=["claim"])
    PublishedSpan.objects.filter(claim=claim).update(claim=into)
    spanning.refresh_public([claim.pk, into.pk])


AROUND = (Newsroom, Menu, MenuItem, Section, Site, Page, PageViewRestriction, Picture)
"""What stands around every page, or what a menu points to."""


def forget_surroundings(**kwargs: Any) -> None:
    """Show at once what was saved or deleted of what stands around every page."""
    surroundings.forget()
    transaction.on_commit(surroundings.forget, robust=True)


for model in apps.get_models():  # each by itself: one receiver for all would slow every deletion of anything
    if issubclass(model, AROUND):
        for change in (post_save, post_delete):
            change.connect(forget_surroundings, sender=model, dispatch_uid=f"surroundings: {model._meta.label}")
