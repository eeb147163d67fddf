"""Feeds of comments: of one article or claim, and of all."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.articles.models import Newsroom
from tocsin.comments import places
from tocsin.comments.answers import fresh, place_or_404
from tocsin.comments.models import Comment
from tocsin.comments.showing import Shown, newest
from tocsin.lib.feeds import FORMS, Channel, Entry, absolute, legal, standalone

NEWEST = 50


@fresh
def of_place(request: HttpRequest, key: str, form: str) -> HttpResponse:
    place = place_or_404(key)
    title = _("Comments on: %s") % place.title
    return _answer(request, form, title, place.list_address, newest().of(place.target)[:NEWEST])


@fresh
def latest(request: HttpRequest, form: str) -> HttpResponse:
    return _answer(request, form, _("Comments"), reverse("comments"), newest()[:NEWEST])


def _answer(request: HttpRequest, form: str, title: str, address: str, comments: Iterable[Comment]) -> HttpResponse:
    language = translation.get_language() or settings.LANGUAGE_CODE
    channel = Channel(
        title=f"{title} · {Newsroom.for_request(request).name}",
        address=absolute(address),
        self_address=absolute(request.path),
        description=title,
        language=language,
        entries=[_entry(one) for one in comments],
    )
    content_type, write = FORMS[form]
    response = HttpResponse(write(channel), content_type=content_type)
    response["X-Robots-Tag"] = "noindex"
    return response


def _entry(comment: Comment) -> Entry:
    shown, place = Shown(comment, whole=True), places.of(comment)
    address = absolute(reverse("comment", args=[comment.pk]))
    published = comment.published_at or comment.written_at
    title = _("%(name)s on: %(title)s") % {"name": shown.name, "title": place.title}
    return Entry(
        address=address,
        title=legal(title),
        text=standalone(shown.html, address),
        language=place.language,
        published=published,
        updated=max(published, comment.edited_at or published),
        authors=[(shown.name, "")],
    )
