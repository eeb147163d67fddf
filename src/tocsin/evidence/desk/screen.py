"""The address of an article's evidence desk: it shows, and it acts."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.evidence.desk.acting import ACTS
from tocsin.evidence.desk.asked import Asked, Invalid
from tocsin.evidence.desk.looking import show
from tocsin.lib.errors import TocsinError

UNPROCESSABLE, CONFLICT = 422, 409


def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """The evidence desk of one article."""
    article, user = _article(request, pk)
    if request.method == "POST":
        return _act(request, article, user)
    return show(request, article, user, Asked.of(request.GET))


def _article(request: HttpRequest, pk: int) -> tuple[ArticlePage, User]:
    article, user = get_object_or_404(ArticlePage, pk=pk), request.user
    if not isinstance(user, User) or not article.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return article, user


def _act(request: HttpRequest, article: ArticlePage, user: User) -> HttpResponse:
    act = ACTS.get(request.POST.get("do", ""))
    if act is None:
        raise Http404
    try:
        asked = act(request, article, user)
    except Invalid as invalid:
        return show(request, article, user, invalid.asked, status=UNPROCESSABLE, **invalid.forms)
    except TocsinError as refusal:
        from wagtail.admin import messages

        messages.error(request, str(refusal))
        return show(request, article, user, Asked.of(request.POST), status=CONFLICT)
    return redirect(_address(article, asked))


def _address(article: ArticlePage, asked: Asked) -> str:
    query = QueryDict(mutable=True)
    for name in ("claim", "start", "end", "show"):
        if value := getattr(asked, name):
            query[name] = str(value)
    query.setlist("sensitivity", asked.sensitivity)
    base = reverse("evidence", args=[article.pk])
    return f"{base}?{query.urlencode()}" if query.urlencode() else base
