"""A writer's private link: see what became of a comment, edit it for a while, erase it, take it along, end its mail.

The link is the only key. It stands in no log of ours and in no cache, and search engines are told to pass it by.
"""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.comments import credentials, limits, origins, places, services
from tocsin.comments.answers import form_page
from tocsin.comments.errors import CommentRefused, NoLink
from tocsin.comments.forms import Draft
from tocsin.comments.models import Comment
from tocsin.comments.showing import Shown
from tocsin.comments.statuses import State

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt
@_FORM
def mine(request: HttpRequest, secret: str) -> HttpResponse:
    """The comment behind a private link; posted new words take the place of the old."""
    found = _own_or_404(secret)
    if request.method != "POST":
        return _page(request, secret, found, Draft(text=found.text, name=found.name))
    draft = Draft.of(request.POST)
    try:
        origins.check(request)
        limits.take(request, limits.EDITS)
        services.edit_own(secret, text=draft.text, name=draft.name)
    except CommentRefused as refusal:
        draft = draft.refused(str(refusal), getattr(refusal, "field", ""))
        return _page(request, secret, found, draft, status=refusal.status)
    return redirect(f"{reverse('comment-mine', args=[secret])}?done=edited")


@csrf_exempt
@_FORM
def delete(request: HttpRequest, secret: str) -> HttpResponse:
    """Ask once, then erase for ever; with ``everything`` all that the same browser wrote."""
    found = _own_or_404(secret)
    if request.method != "POST":
        others = Comment.objects.by(found.token).exclude(state=State.ERASED).exclude(pk=found.pk).count()
        return form_page(
            request,
            "comments/delete.html",
            {"row": _row(found), "secret": secret, "others": others, "place": _place(found)},
        )
    _only_from_here(request)
    place = _place(found)
    services.erase_own(secret, everything=bool(request.POST.get("everything")))
    return form_page(request, "comments/deleted.html", {"place": place})


@require_http_methods(["GET", "HEAD"])
def export(request: HttpRequest, secret: str) -> HttpResponse:
    """All that is kept of the comments of this writer."""
    _own_or_404(secret)
    response = JsonResponse(services.export_own(secret), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = 'attachment; filename="my-comments.json"'
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@csrf_exempt
@_FORM
def leave_mine(request: HttpRequest, secret: str) -> HttpResponse:
    """End the mail about one's own comment, from its private page."""
    found = _own_or_404(secret)
    if request.method == "POST":
        _only_from_here(request)
        services.leave_notices(credentials.ticket(found.pk))
        return redirect(f"{reverse('comment-mine', args=[secret])}?done=left")
    return redirect("comment-mine", secret)


@csrf_exempt  # mail programs post here by themselves (RFC 8058); the ticket is the key
@_FORM
def leave(request: HttpRequest, ticket: str) -> HttpResponse:
    """End the mail about one comment by the link in it: a button, as programs that test links only fetch."""
    if credentials.comment_of(ticket) is None:
        raise Http404
    done = request.method == "POST"
    if done:
        with suppress(NoLink):  # the comment is gone, and the address with it
            services.leave_notices(ticket)
    return form_page(request, "comments/leave.html", {"done": done})


def _page(
    request: HttpRequest, secret: str, found: Comment, draft: Draft, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context: dict[str, Any] = {
        "row": _row(found),
        "comment": found,
        "place": _place(found),
        "secret": secret,
        "draft": draft,
        "may_edit": services.may_edit(found),
        "edit_until": services.edit_until(found),
        "is_public": found.state == State.PUBLISHED,
        "done": {"edited": _("Your comment is changed."), "left": _("You will get no more mail about it.")}.get(
            request.GET.get("done", "")
        ),
    }
    return form_page(request, "comments/mine.html", context, status=status)


def _place(found: Comment) -> places.Place | None:
    """Where it stands; nothing where readers do not see that any more."""
    return places.find(places.of(found).key)


def _only_from_here(request: HttpRequest) -> None:
    try:
        origins.check(request)
    except origins.Foreign as refusal:
        raise PermissionDenied(str(refusal)) from None


def _row(found: Comment) -> Shown:
    return Shown(found, whole=True)


def _own_or_404(secret: str) -> Comment:
    try:
        return services.own(secret)
    except NoLink as refusal:
        raise Http404(str(refusal)) from None
