"""Readers report a comment to the moderators."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.comments import limits, origins, places, services, tickets
from tocsin.comments.answers import form_page
from tocsin.comments.errors import CommentRefused, TurnedAway
from tocsin.comments.forms import TRAP, Complained
from tocsin.comments.models import Comment
from tocsin.comments.showing import Shown
from tocsin.comments.statuses import Complaint


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Comment.objects.public().select_related("article", "claim"), pk=pk)
    said, refusal, done = Complained.of(request.POST), None, False
    if request.method == "POST":
        try:
            _take(request, found, said)
            done = True
        except CommentRefused as error:
            refusal = error
    context = {
        "row": Shown(found, whole=True),
        "place": places.of(found),
        "said": said,
        "error": str(refusal or ""),
        "complaints": Complaint.choices,
        "ticket": "" if done else tickets.issue(f"report-{pk}"),
        "done": done,
    }
    wait = getattr(refusal, "retry_after", 0)
    status = refusal.status if refusal else HTTPStatus.OK
    return form_page(request, "comments/report.html", context, status=status, retry_after=wait)


def _take(request: HttpRequest, found: Comment, said: Complained) -> None:
    """Raises ``CommentRefused``."""
    origins.check(request)
    if said.complaint is None:
        raise TurnedAway(_("Choose what is wrong with it."))
    ticket = tickets.read(request.POST.get("ticket", ""), f"report-{found.pk}")
    if request.POST.get(TRAP):
        raise TurnedAway(_("Empty the field that is to stay empty, and send it again."))
    limits.take(request, limits.REPORTS)
    ticket.spend()
    services.report(found, complaint=said.complaint, reason=said.reason, writer_key=said.writer)
