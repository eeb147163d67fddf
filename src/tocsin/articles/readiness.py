"""What stands against publishing an article, and what an editor should know before."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage

from tocsin.articles import canonical, leaves, references
from tocsin.articles.models import ArticlePage, ProtectedDecision, Span
from tocsin.claims import services as ledger
from tocsin.sources.models import Source

Objection = tuple[str, str]
"""The field it is about, and one sentence that says what to do."""


def objections(article: ArticlePage) -> list[Objection]:
    """Return what must be put right before readers may see *article*; nothing when it is ready."""
    return [
        *_pictures_without_words(article),
        *_markers_without_source(article),
        *_markers_of_kept_back_sources(article),
        *_protected_names(article),
    ]


def lost_references(article: ArticlePage) -> list[tuple[int, list[Source]]]:
    """Return the numbers of the references that lead readers nowhere, with their sources."""
    numbers = references.numbered(keys_of(article))
    sources = Source.objects.in_bulk({pk for key in numbers for pk in key})
    found = [(number, [sources[pk] for pk in key if pk in sources]) for key, number in numbers.items()]
    return [(number, known) for number, known in found if known and all(source.is_lost for source in known)]


def keys_of(article: ArticlePage) -> list[references.Key]:
    """Return the sources of every marker of *article*, in the order in which readers meet them."""
    return [key for text in leaves.texts(article.body) for key in references.stored_keys_in(text)]


def _pictures_without_words(article: ArticlePage) -> list[Objection]:
    sentence = _("The picture “%(title)s” has no alternative text. Describe what it shows, or mark it as decorative.")
    lead = article.lead_picture
    found: list[tuple[str, AbstractImage]] = []
    if lead and not (article.lead_alt.strip() or lead.description.strip() or lead.is_decorative):
        found.append(("lead_alt", lead))
    found += [("body", picture) for picture in leaves.pictures(article.body) if not _has_words(picture)]
    return [(field, sentence % {"title": picture.title}) for field, picture in found]


def _has_words(picture: AbstractImage) -> bool:
    return bool(picture.decorative or (picture.contextual_alt_text or "").strip())


def _markers_without_source(article: ArticlePage) -> list[Objection]:
    marked = [(text, key) for text in leaves.texts(article.body) for key in references.stored_keys_in(text)]
    known = set(Source.objects.filter(pk__in={pk for _text, key in marked for pk in key}).values_list("pk", flat=True))
    sentence = _("A reference in “%(words)s” points at no source that is on record. Choose its source, or remove it.")
    return [
        ("body", sentence % {"words": _words(text)}) for text, key in marked if not key or not known.issuperset(key)
    ]


def _markers_of_kept_back_sources(article: ArticlePage) -> list[Objection]:
    cited = {pk for key in keys_of(article) for pk in key}
    kept_back = Source.objects.filter(pk__in=cited).exclude(pk__in=Source.objects.open_to_readers().values("pk"))
    sentence = _("“%(source)s” is for the newsroom alone. Remove its reference, or open the source to readers.")
    return [("body", sentence % {"source": source}) for source in kept_back]


def _protected_names(article: ArticlePage) -> list[Objection]:
    """Stop at a name on the protect list, unless somebody with the right has decided on just this one, here.

    The objection does not repeat the name: it is read by people who may not know it.
    """
    found = {one.pk for one in ledger.protected_in(everything_published(article))}
    decided = set(
        ProtectedDecision.objects.filter(article_id=article.pk, name__in=found).values_list("name", flat=True)
    )
    if not found - decided:
        return []
    return [
        (
            "body",
            _(
                "A name, number or address of somebody at risk stands in this article, its captions, claims or "
                "quotations. Take it out, or ask somebody who may decide on the protect list."
            ),
        )
    ]


def everything_published(article: ArticlePage) -> Iterator[str]:
    """Yield every word readers would get with *article*: text, captions, sources, claims, quotations.

    Nothing is read before it is asked for: where nobody is on the protect list, saving costs nothing more.
    """
    yield from (canonical.text_of(article), article.lead_alt, article.lead_caption, article.dateline_place)
    yield from (article.seo_title, article.search_description, *(one.text for one in article.corrections.all()))
    for picture in (*leaves.pictures(article.body), *([article.lead_picture] if article.lead_picture else [])):
        yield from (getattr(picture, "contextual_alt_text", "") or "", picture.description, picture.credit)
    for source in Source.objects.filter(pk__in={pk for key in keys_of(article) for pk in key}):
        yield from (source.title, source.author, source.quote, source.note)
    if article.pk:
        claims = Span.objects.anchored().filter(article_id=article.pk).values_list("claim", flat=True)
        yield from ledger.texts_of(list(claims))


def _words(text: str) -> str:
    return Truncator(leaves.said(text)).words(8)
