"""A page that was read becomes a draft, with its contributors, sources and pictures: all of it, or nothing."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.accounts.models import User
from tocsin.articles.errors import ArticleRefused
from tocsin.articles.models import ArticlePage, Contributor, Section
from tocsin.articles.models import Picture as StoredPicture
from tocsin.articles.services import drafts, pictures, publishing
from tocsin.articles.services.contributors import save_contributor
from tocsin.evidence import asking
from tocsin.evidence.proposing import refuse_without_reader
from tocsin.importers.prose.blocks import Picture
from tocsin.importers.prose.body import Body
from tocsin.importers.prose.citing import record
from tocsin.importers.webpage.page import Page
from tocsin.lib import languages
from tocsin.lib.errors import TocsinError
from tocsin.lib.pictures import PictureRefused
from tocsin.sources.models import Source

Fetch = Callable[[str], bytes]
"""Gets the picture at an address; raises a ``TocsinError`` where it cannot be had."""

LONGEST_HEADLINE = 255


class AlreadyThere(TocsinError):
    """An article of this headline, language and day was imported before."""


@dataclass(frozen=True)
class Wishes:
    """What whoever imports a page says about it; it stands over what the page says itself."""

    section: Section | None = None
    published: date | datetime | None = None
    byline: Sequence[str] = ()
    publish: bool = False
    again: bool = False
    by: User | None = None
    propose: bool = False
    """Have the text read for its claims, in the background."""


@dataclass(frozen=True)
class Imported:
    """What came of a page."""

    article: ArticlePage
    page: Page
    pictures: int
    sources: int
    doubts: tuple[str, ...]


def bring_in(page: Page, wishes: Wishes, *, fetch: Fetch) -> Imported:
    """Make a draft of *page*, or publish it where that is wished and nothing stands against it.

    Raises ``AlreadyThere`` where an article with this headline, language and day is there already, and ``NothingReads``
    where claims are to be proposed and nothing reads texts. A draft that may not be published yet stays a draft, and
    the reason is among the doubts.
    """
    if wishes.propose:
        refuse_without_reader()
    language = _language(page)
    published = _moment(wishes.published or page.published)
    if not wishes.again:
        _refuse_twin(page.headline, language, published)
    fetched = _fetched(page, fetch)
    with transaction.atomic():
        article, body, sources = _draft(page, wishes, language, published, fetched)
    doubts = [*page.doubts, *_doubts(article, body, page, wishes)]
    if wishes.publish:
        try:
            article = publishing.publish(article, by=wishes.by)
        except ArticleRefused as refusal:
            doubts.append(_("It stays a draft. %(reason)s") % {"reason": refusal})
    if wishes.propose:
        asking.ask([article], by=wishes.by)
    count = sum(block["type"] == "picture" for block in body.raw)
    return Imported(article, page, count, sum(map(len, sources.values())), tuple(doubts))


def _draft(
    page: Page,
    wishes: Wishes,
    language: str,
    published: datetime | None,
    fetched: dict[str, bytes],
) -> tuple[ArticlePage, Body, dict[str, list[Source]]]:
    sources = {
        reference.label: [record(cited, reference.label) for cited in reference.sources]
        for reference in page.references
    }
    body = Body(sources, lambda picture: _stored(picture, fetched, wishes.by))
    for block in page.blocks:
        body.add(block)
    article = ArticlePage(
        title=page.headline[:LONGEST_HEADLINE],
        slug=_slug(page.headline),
        standfirst=page.standfirst,
        language=language,
        section=wishes.section,
        published_at=published,
        body=json.dumps(body.raw),
    )
    bylines = [(_contributor(name), "") for name in (wishes.byline or page.byline)]
    return drafts.keep(article, bylines=bylines, by=wishes.by), body, sources


def _refuse_twin(headline: str, language: str, published: datetime | None) -> None:
    twins = ArticlePage.objects.filter(title=headline[:LONGEST_HEADLINE], language=language)
    if published:
        twins = twins.filter(published_at__date=timezone.localtime(published).date())
    if twin := twins.first():
        state = _("published") if twin.live else _("a draft")
        raise AlreadyThere(f"“{twin.title}” is there already ({state}): add --again to import it once more.")


def _language(page: Page) -> str:
    known = {code for code, _name in languages.choices()}
    for code in (page.language.lower(), page.language.lower().split("-")[0]):
        if code in known:
            return code
    return settings.LANGUAGE_CODE


def _moment(when: date | datetime | None) -> datetime | None:
    """Noon of a day that comes without a time, so that it is that day in every neighbouring zone."""
    if when is None:
        return None
    if not isinstance(when, datetime):
        when = datetime.combine(when, time(12))
    return when if timezone.is_aware(when) else timezone.make_aware(when, timezone.get_default_timezone())


def _slug(headline: str) -> str:
    stem = slugify(headline, allow_unicode=True)[:80].strip("-_") or "article"
    names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
    return next(name for name in names if not ArticlePage.objects.filter(slug=name).exists())


def _contributor(name: str) -> Contributor:
    known = Contributor.objects.filter(name__iexact=name).first()
    return known or save_contributor(Contributor(name=name[:200]))


# Pictures -------------------------------------------------------------------------------------------------------


def _fetched(page: Page, fetch: Fetch) -> dict[str, bytes]:
    """Get every picture before anything is written; what cannot be had is missed later."""
    found: dict[str, bytes] = {}
    for address in dict.fromkeys(block.address for block in page.blocks if isinstance(block, Picture)):
        try:
            found[address] = fetch(address)
        except TocsinError:
            continue
    return found


def _stored(picture: Picture, fetched: dict[str, bytes], by: User | None) -> StoredPicture | None:
    data = fetched.get(picture.address)
    if data is None:
        return None
    title = picture.alt or picture.address.rsplit("/", 1)[-1] or "picture"
    try:
        return pictures.add(data, title=title, description=picture.alt, credit=picture.credit, by=by)
    except PictureRefused:
        return None


# Doubts ---------------------------------------------------------------------------------------------------------


def _doubts(article: ArticlePage, body: Body, page: Page, wishes: Wishes) -> list[str]:
    """What a person should look at before publishing."""
    doubts = []
    if not article.published_at:
        doubts.append(_("The page tells no date: set it, or the article gets the date of its publication here."))
    if not (wishes.byline or page.byline):
        doubts.append(_("The page names no author: add the byline."))
    if not page.language:
        doubts.append(_("The page does not tell its language: %(code)s was taken.") % {"code": article.language})
    if body.missed:
        addresses = ", ".join(address[:100] for address in body.missed[:3])
        doubts.append(
            ngettext(
                "%(number)d picture could not be taken: %(addresses)s.",
                "%(number)d pictures could not be taken, as %(addresses)s.",
                len(body.missed),
            )
            % {"number": len(body.missed), "addresses": addresses}
        )
    wordless = [block for block in page.blocks if isinstance(block, Picture) and not block.alt]
    if wordless:
        doubts.append(
            ngettext(
                "%(number)d picture has no alternative text: describe it.",
                "%(number)d pictures have no alternative text: describe them.",
                len(wordless),
            )
            % {"number": len(wordless)}
        )
    return doubts
