"""Taking an article down for good: text, versions, notes, pictures and files go; its addresses answer 410."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from django.core.files.storage import Storage
from django.db import models, transaction
from django.utils.translation import gettext as _
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, Page, PageLogEntry, ReferenceIndex
from wagtail.rich_text import RichText, extract_references_from_rich_text

from tocsin.accounts.models import User
from tocsin.articles.errors import TakedownRefused
from tocsin.articles.leaves import leaves
from tocsin.articles.models import (
    ArticlePage,
    ArticleTag,
    File,
    Picture,
    PictureRendition,
    PlainPage,
    PublishedSpan,
    Span,
    Takedown,
)
from tocsin.claims import services as ledger
from tocsin.lib import clock

LONGEST_REASON = 300
Media = Picture | File


@dataclass(frozen=True)
class Plan:
    """What goes and what stays when an article is taken down."""

    addresses: list[str]
    versions: int
    comments: int
    going: list[Media]
    """Pictures and files that nothing else uses."""
    staying: list[Media]
    """Those that something else uses."""


def plan(article: ArticlePage) -> Plan:
    """Say what taking *article* down would remove. Every version ever kept is looked through, so it takes a while."""
    media = _media_of(article)
    going = [one for one in media if not _is_used_elsewhere(one, article)]
    return Plan(
        addresses=_addresses_of(article),
        versions=article.revisions.count(),
        comments=Comment.objects.filter(page_id=article.pk).count(),
        going=going,
        staying=[one for one in media if _key(one) not in {_key(other) for other in going}],
    )


@transaction.atomic
def take_down(article: ArticlePage, reason: str, by: User | None) -> list[Takedown]:
    """Delete *article* with all that holds its text, and keep only its addresses with *reason* for readers.

    Pictures and files that nothing else uses go with it, from the disk when the transaction is over.
    Raises ``TakedownRefused`` without a reason, and for a draft that never had an address.
    """
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise TakedownRefused(_("Give readers a reason in at most %d characters.") % LONGEST_REASON)
    if not article.published_address:
        raise TakedownRefused(_("Readers have never seen this. Delete the draft instead."))
    planned = plan(article)
    stated = set(PublishedSpan.objects.filter(article=article).values_list("claim", flat=True))
    stated |= set(Span.objects.filter(article=article).values_list("claim", flat=True))
    tags = list(Tag.objects.filter(pk__in=ArticleTag.objects.filter(content_object=article).values("tag")))
    for page in [*article.aliases.all(), article]:
        _delete_page(page)
    _erase_claims(stated, by=by)
    _delete_media(planned.going)
    Tag.objects.filter(pk__in=[tag.pk for tag in tags]).exclude(pk__in=ArticleTag.objects.values("tag")).delete()
    now = clock.now()
    return [
        Takedown.objects.update_or_create(address=address, defaults={"reason": reason, "taken_down_at": now, "by": by})[
            0
        ]
        for address in planned.addresses
    ]


def _erase_claims(claims: set[int], *, by: User | None) -> None:
    """Erase the claims that no other article states: their words are the article's. Figures of a series stay."""
    elsewhere = set(Span.objects.filter(claim__in=claims).values_list("claim", flat=True))
    elsewhere |= set(PublishedSpan.objects.filter(claim__in=claims).values_list("claim", flat=True))
    ledger.erase(claims - elsewhere, by=by)


def _addresses_of(article: ArticlePage) -> list[str]:
    pages = [article, *article.aliases.all()]
    own = [one for page in pages for one in (page.specific.published_address, page.specific.address) if one]
    old = Redirect.objects.filter(redirect_page__in=[page.pk for page in pages]).values_list("old_path", flat=True)
    return list(dict.fromkeys([*own, *(path if "?" in path else f"{path.rstrip('/')}/" for path in old)]))


def _delete_page(page: Page) -> None:
    pk = page.pk
    page.specific.delete()
    PageLogEntry.objects.filter(page_id=pk).update(label=_("(taken down)"), data={})


def _media_of(article: ArticlePage) -> list[Media]:
    """Return every picture and file any version of *article* shows."""
    versions = [article, *(revision.as_object() for revision in article.revisions.all())]
    found = {_key(one): one for version in versions for one in _media_in(version)}
    return list(found.values())


def _key(one: Media) -> tuple[type[Media], int]:
    """What makes two the same; Wagtail holds pictures for different if their alternative texts differ."""
    return type(one), one.pk


def _media_in(page: ArticlePage | PlainPage) -> Iterator[Media]:
    if lead := getattr(page, "lead_picture", None):
        yield lead
    for leaf in leaves(page.body):
        if isinstance(leaf, Picture | File):
            yield leaf
        elif isinstance(leaf, RichText):
            ids = [pk for model, pk, *_rest in extract_references_from_rich_text(leaf.source) if model is File]
            yield from File.objects.filter(pk__in=ids)


def _is_used_elsewhere(one: Media, article: ArticlePage) -> bool:
    """Whether a page, a draft or any other record than *article* needs *one*."""
    mine = {str(article.pk), *(str(pk) for pk in article.aliases.values_list("pk", flat=True))}
    if any(use.object_id not in mine for use in ReferenceIndex.get_references_to(one)):
        return True
    return _is_pointed_at(one, article) or any(
        _key(one) == _key(other) for draft in _other_drafts(article) for other in _media_in(draft)
    )


def _is_pointed_at(one: Media, article: ArticlePage) -> bool:
    fields = (field for field in one._meta.get_fields(include_hidden=True) if isinstance(field, models.ManyToOneRel))
    for field in fields:
        if field.related_model is PictureRendition:
            continue
        rows = field.related_model._base_manager.filter(**{field.field.name: one})
        if field.related_model is ArticlePage:
            rows = rows.exclude(pk=article.pk).exclude(alias_of_id=article.pk)
        if rows.exists():
            return True
    return False


def _other_drafts(article: ArticlePage) -> Iterator[ArticlePage | PlainPage]:
    """What other pages would be if their newest version were published; the reference index knows the live ones."""
    for model in (ArticlePage, PlainPage):
        for page in model.objects.filter(has_unpublished_changes=True).exclude(pk=article.pk).iterator():
            yield page.get_latest_revision_as_object()


def _delete_media(going: Iterable[Media]) -> None:
    for one in going:
        files: list[tuple[Storage, str]] = [(one.file.storage, one.file.name)]
        if isinstance(one, Picture):
            files += [(rendition.file.storage, rendition.file.name) for rendition in one.renditions.all()]
        one.delete()
        for storage, name in files:
            transaction.on_commit(partial(storage.delete, name))
