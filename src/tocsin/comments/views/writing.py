"""The form: writing a comment, answering one, reporting an error. It works as a page of its own and within others."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.conf import settings as site
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.accounts.models import User
from tocsin.comments import limits, origins, places, queries, sealing, services, tickets
from tocsin.comments.answers import form_page, place_or_404
from tocsin.comments.deciding import Shut
from tocsin.comments.errors import TurnedAway
from tocsin.comments.forms import Draft
from tocsin.comments.models import Comment, DiscussionSettings
from tocsin.comments.services import Submitted
from tocsin.comments.showing import Shown
from tocsin.comments.statuses import Kind, State, Why
from tocsin.lib.feeds import absolute


class Again(TurnedAway):
    """The work shown is not, or no longer, what is due; the page's script does it anew by itself."""

    code = "again"
    status = 409


@csrf_exempt  # decision 0115: the origin is checked, and the form carries a ticket
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, key: str) -> HttpResponse:
    place = place_or_404(key)
    if request.method != "POST":
        return _form(request, place, Draft.opened(request.GET))
    draft = Draft.of(request.POST)
    try:
        staff = _staff(request, place)
        origins.check(request, must_say=staff is not None)
        if draft.previews:
            return _form(request, place, draft)
        made = _take(request, place, draft, staff)
    except TurnedAway as refusal:
        return _form(request, place, draft.refused(str(refusal), refusal.field), refusal)
    context = {
        "place": place,
        "made": made,
        "row": Shown(made.comment, whole=True),
        "draft": draft,
        "is_public": made.comment.state == State.PUBLISHED,
        "replies": DiscussionSettings.for_request(request).depth > 1,
        "private_address": absolute(reverse("comment-mine", args=[made.secret])),
    }
    return form_page(request, "comments/sent.html", context)


def _take(request: HttpRequest, place: places.Place, draft: Draft, staff: User | None) -> Submitted:
    """Let *draft* through the gates, the cheapest first, and keep it. Raises ``TurnedAway``."""
    ticket = tickets.read(draft.ticket, place.key)
    if draft.trap:
        raise TurnedAway(_("Empty the field that is to stay empty, and send it again."), field="trap")
    if ticket.age < tickets.SOONEST:
        raise TurnedAway(_("This was sent sooner than anyone can write. Send it again."), code="too_quick")
    answered = _answered(place, draft)
    if draft.reply and answered is None:
        gone = _("The comment you answer is not here any more. Send yours again to let it stand by itself.")
        raise TurnedAway(gone, code="gone", field="reply")
    proven = ticket.is_proven(draft.proof)
    if draft.proof and not proven:
        raise Again(_("Much is being written at the moment. Send it again."))
    ticket.spend()
    try:
        if staff is None:
            limits.take(request, limits.PROVEN if proven else limits.UNPROVEN)
        return services.submit(
            place.target,
            text=draft.text,
            name=draft.name,
            email=draft.email,
            parent=answered,
            kind=draft.kind,
            passage=draft.passage,
            writer_key=draft.writer,
            staff=staff,
            wants_reply=draft.wants_reply,
            wants_publication=draft.wants_publication,
            suspicions=[] if proven or staff else [(Why.UNPROVEN, "")],
        )
    except TurnedAway:
        ticket.give_back()
        raise


def _form(request: HttpRequest, place: places.Place, draft: Draft, refusal: TurnedAway | None = None) -> HttpResponse:
    settings = DiscussionSettings.for_request(request)
    shut = queries.shut(place.target, settings)
    answered = _answered(place, draft)
    context: dict[str, Any] = {
        "place": place,
        "draft": draft,
        "settings": settings,
        "is_shut": shut is not None and not (draft.is_correction and shut != Shut.GONE),
        "why_shut": shut,
        "answered": Shown(answered, whole=True) if answered else None,
        "ticket": _ticket(place, draft, refusal),
        "again": isinstance(refusal, Again),
        "takes_email": settings.require_email or (settings.notices and sealing.can_seal()),
        "notices": settings.notices and sealing.can_seal(),
        "preview": Shown(Comment(name=draft.name, text=draft.text), whole=True) if draft.previews else None,
        "staff": _staff(request, place),
    }
    status = refusal.status if refusal else HTTPStatus.OK
    return form_page(
        request, "comments/write.html", context, status=status, retry_after=refusal.retry_after if refusal else 0
    )


def _ticket(place: places.Place, draft: Draft, refusal: TurnedAway | None) -> str:
    """The form's own ticket where it can still be used, else a new one."""
    if not isinstance(refusal, Again):
        try:
            if not (old := tickets.read(draft.ticket, place.key)).is_spent():
                return old.text
        except tickets.NoTicket:
            pass
    return tickets.issue(place.key)


def _answered(place: places.Place, draft: Draft) -> Comment | None:
    """The comment that *draft* answers, if readers see it there."""
    if draft.reply is None or draft.kind == Kind.CORRECTION:
        return None
    return Comment.objects.public().of(place.target).select_related("root", "parent").filter(pk=draft.reply).first()


def _staff(request: HttpRequest, place: places.Place) -> User | None:
    """Who is signed in and may publish here: moderators, and whoever wrote the article. Readers carry no session."""
    if site.SESSION_COOKIE_NAME not in request.COOKIES or not isinstance(request.user, User):
        return None
    wrote_it = getattr(place.target, "owner_id", None) == request.user.pk
    return request.user if wrote_it or request.user.has_perm("comments.moderate_comments") else None
