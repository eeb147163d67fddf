"""The addresses of the moderation desk: they show, and they act."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments import services
from tocsin.comments.desk import acting, queue
from tocsin.comments.desk.asked import (
    CHANGE_SETTINGS,
    MODERATE,
    WAITING,
    Asked,
    may,
    may_see,
    may_write,
    number,
    user_of,
)
from tocsin.comments.desk.forms import DiscussionForm, SettingsForm
from tocsin.comments.errors import CommentRefused
from tocsin.comments.models import Ban, Comment, Decision, Discussion, DiscussionSettings
from tocsin.comments.places import Place
from tocsin.comments.statuses import Deed, Kind, State, Why

PER_PAGE = 50
CONFLICT, UNPROCESSABLE = 409, 422
_STATES = [State.PUBLISHED, State.REFUSED, State.SPAM, State.HELD]


@may(MODERATE)
def desk(request: HttpRequest) -> HttpResponse:
    """What waits, or what else of the comments is asked for."""
    asked = Asked.of(request.GET)
    if request.method == "POST":
        try:
            acting.decide(request, user_of(request))
        except CommentRefused as refusal:
            messages.error(request, str(refusal))
            return _show_queue(request, asked, status=CONFLICT)
        return redirect(_address("comments_desk", asked))
    return _show_queue(request, asked)


def _show_queue(request: HttpRequest, asked: Asked, *, status: int = 200) -> HttpResponse:
    looked_at = queue.read(asked)
    context = {
        "asked": asked,
        "at": "queue",
        "queue": looked_at,
        "before": asked.query(page=looked_at.page - 1),
        "after": asked.query(page=looked_at.page + 1),
        "settings": DiscussionSettings.current(),
        "states": [(WAITING, _("Waiting")), *((one.value, one.label) for one in _STATES[:3]), ("all", _("all"))],
        "reasons": [one for one in Why.choices if one[0] != Why.CORRECTION],
        "article": _seen(request, ArticlePage, asked.article),
        "claim": _seen(request, Claim, asked.claim),
        "articles": _with_waiting(),
        "may_undo": acting.may_undo(request),
        **counts(),
    }
    return render(request, "comments/desk/queue.html", context, status=status)


def _seen(request: HttpRequest, kind: Any, pk: int | None) -> Any:
    """The article or claim with that number, if there is one and it is the moderator's to know of."""
    found = kind.objects.filter(pk=pk).first() if pk else None
    return found if found and may_see(user_of(request), found) else None


def _with_waiting() -> Any:
    """The articles under which most comments wait."""
    waiting = Comment.objects.filter(kind=Kind.COMMENT, state=State.HELD, article__isnull=False).order_by()
    return waiting.values("article", "article__title").annotate(count=Count("pk")).order_by("-count", "article")[:20]


def counts() -> dict[str, int]:
    """How much waits, and how many errors are reported."""
    waiting = Comment.objects.waiting()
    return {
        "waiting": waiting.filter(kind=Kind.COMMENT).count(),
        "errors_open": waiting.filter(kind=Kind.CORRECTION).count(),
    }


def _address(name: str, asked: Asked) -> str:
    query = asked.query()
    return f"{reverse(name)}?{query}" if query else reverse(name)


@may(MODERATE)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One comment with all there is to know: notes, decisions, its writer, what answers it."""
    comment = get_object_or_404(Comment.objects.exclude(state=State.ERASED), pk=pk)
    status = 200
    if request.method == "POST":
        try:
            gone = _act_on_one(request, comment)
        except CommentRefused as refusal:
            messages.error(request, str(refusal))
            status = CONFLICT
        else:
            return redirect("comments_desk") if gone else redirect("comments_one", pk=pk)
    card = dict(queue.cards([pk]))[pk]
    decided = Q(comment=pk) | Q(number=pk, comment=None, deed__in=[Deed.DELETE])
    context = {
        "card": card,
        "decisions": Decision.objects.filter(decided).select_related("by")[:PER_PAGE],
        "replies": Comment.objects.filter(parent=pk).count(),
        "bans": Ban.objects.in_force().filter(token=comment.token) if comment.token else [],
        "knows_protected": request.user.has_perm("claims.decide_on_protected_names"),  # type: ignore[union-attr]
        **counts(),
    }
    return render(request, "comments/desk/one.html", context, status=status)


def _act_on_one(request: HttpRequest, comment: Comment) -> bool:
    """Do what was asked of *comment*; tell whether it is gone then."""
    user, do = user_of(request), request.POST.get("do", "")
    if do == "note":
        services.note(comment, request.POST.get("text", ""), by=user)
        messages.success(request, _("The note is kept."))
    elif do == "ban":
        acting.ban(request, comment, user)
    elif do == "settle":
        acting.say(request, "settle", services.settle([comment], by=user))
    elif do == "delete":
        if request.POST.get("sure") != "1":
            raise CommentRefused(_("Tick that you are sure; it cannot be undone."))
        services.delete([comment], by=user, reason=request.POST.get("reason", ""))
        messages.success(request, _("The comment is deleted for good."))
        return True
    else:
        acting.decide(request, user)
    return False


@may(MODERATE)
def errors(request: HttpRequest) -> HttpResponse:
    """Errors that readers report to the editors: open ones, and those dealt with."""
    state = request.GET.get("state", State.HELD)
    state = state if state in {State.HELD, State.SETTLED, State.SPAM} else State.HELD
    if request.method == "POST":
        try:
            _act_on_error(request)
        except CommentRefused as refusal:
            messages.error(request, str(refusal))
        return redirect(f"{reverse('comment_errors')}?state={state}")
    rows = Comment.objects.filter(kind=Kind.CORRECTION, state=state).order_by(
        "written_at" if state == State.HELD else "-decided_at", "pk"
    )
    listing = _page(request, rows.values_list("pk", flat=True), PER_PAGE)
    known = dict(queue.cards(list(listing.object_list)))
    context = {
        "at": "errors",
        "errors_query": f"state={state}&",
        "listing": listing,
        "cards": [known[pk] for pk in listing.object_list if pk in known],
        "state": state,
        "states": [(State.HELD, _("open")), (State.SETTLED, _("dealt with")), (State.SPAM, _("spam"))],
        "may_undo": acting.may_undo(request),
        **counts(),
    }
    return render(request, "comments/desk/errors.html", context)


def _act_on_error(request: HttpRequest) -> None:
    user, do = user_of(request), request.POST.get("do", "")
    if do == "undo":
        acting.undo(request, user)
        return
    comment = get_object_or_404(Comment, kind=Kind.CORRECTION, pk=number(request.POST.get("comment", "")) or 0)
    if note := request.POST.get("text", "").strip():
        services.note(comment, note, by=user)
    acts = {"settle": services.settle, "hold": services.hold, "spam": services.spam}
    if do == "note" and note:
        messages.success(request, _("The note is kept."))
    elif do in acts:
        batch = acts[do]([comment], by=user)
        acting.remember(request, batch)
        acting.say(request, do, batch)
    else:
        raise CommentRefused(_("Write something first."))


@may(MODERATE)
def bans(request: HttpRequest) -> HttpResponse:
    """Who may not comment, why, and until when."""
    if request.method == "POST":
        services.lift(get_object_or_404(Ban, pk=number(request.POST.get("ban", "")) or 0), by=user_of(request))
        messages.success(request, _("The ban is lifted."))
        return redirect("comment_bans")
    show_all = request.GET.get("all") == "1"
    rows = Ban.objects.select_related("made_by", "lifted_by")
    listing = _page(request, rows if show_all else rows.in_force(), PER_PAGE)
    tokens = {one.token for one in listing.object_list}
    latest = Comment.objects.filter(token__in=tokens).order_by("written_at").values_list("token", "pk", "name")
    known = {token: (pk, name) for token, pk, name in latest}
    in_force = set(
        Ban.objects.in_force().filter(pk__in=[one.pk for one in listing.object_list]).values_list("pk", flat=True)
    )
    rows_shown = [(one, known.get(one.token), one.pk in in_force) for one in listing.object_list]
    context = {
        "at": "bans",
        "bans_query": "all=1&" if show_all else "",
        "listing": listing,
        "bans": rows_shown,
        "show_all": show_all,
        **counts(),
    }
    return render(request, "comments/desk/bans.html", context)


@may(MODERATE)
def audit(request: HttpRequest) -> HttpResponse:
    """Who did what, and when. Nothing here is changed; a batch can be undone."""
    if request.method == "POST":
        try:
            batch = uuid.UUID(request.POST.get("batch", ""))
        except ValueError:
            raise Http404 from None
        done = services.undo(batch, by=user_of(request))
        messages.success(request, _("Undone: %(count)d as before.") % {"count": len(done.changed)})
        return redirect("comment_audit")
    deed = request.GET.get("deed", "")
    rows = Decision.objects.select_related("by")
    if deed in Deed.values:
        rows = rows.filter(deed=deed)
    if (by := number(request.GET.get("by", ""))) is not None:
        rows = rows.filter(by=by)
    batches = rows.order_by().values("batch").annotate(count=Count("pk"), last=Max("pk")).order_by("-last")
    listing = _page(request, batches, PER_PAGE)
    counted = {one["batch"]: one["count"] for one in listing.object_list}
    shown: dict[uuid.UUID, list[Decision]] = {}
    for decision in rows.filter(batch__in=counted).order_by("-at", "-pk"):
        shown.setdefault(decision.batch, []).append(decision)
    trail = [(shown[batch][0], shown[batch][:20], counted[batch]) for batch in counted if batch in shown]
    context = {
        "at": "audit",
        "audit_query": "".join(f"{name}={value}&" for name, value in (("deed", deed), ("by", by)) if value),
        "listing": listing,
        "trail": trail,
        "deeds": Deed.choices,
        "deed": deed,
        "by": by,
        **counts(),
    }
    return render(request, "comments/desk/audit.html", context)


@may(MODERATE)
def switch(request: HttpRequest, what: str) -> HttpResponse:
    """Close everything, open it again, turn slow mode on or off: asked once, done at the second press."""
    settings, user = DiscussionSettings.current(), user_of(request)
    if what not in {"close", "open", "slow", "fast"}:
        raise Http404
    if request.method == "POST":
        if what in {"close", "open"}:
            services.close_everything(by=user, closed=what == "close")
            told = (
                _("Comments are closed everywhere.")
                if what == "close"
                else _("Comments are taken again as the settings say.")
            )
        else:
            minutes = number(request.POST.get("minutes", ""))
            if what == "slow" and minutes is not None and not 1 <= minutes <= 1440:  # noqa: PLR2004 - a day
                messages.error(request, _("Choose from 1 minute to 1,440, which is a day."))
                return redirect("comment_switch", what=what)
            services.slow(by=user, on=what == "slow", minutes=minutes)
            told = _("Slow mode is on.") if what == "slow" else _("Slow mode is off.")
        messages.success(request, told)
        return redirect("comments_desk")
    return render(request, "comments/desk/switch.html", {"what": what, "settings": settings, **counts()})


@may(CHANGE_SETTINGS)
def settings(request: HttpRequest) -> HttpResponse:
    """Every option of the discussion, with what it is unless it is changed."""
    current = DiscussionSettings.current()
    form = SettingsForm(request.POST or None, instance=current)
    if request.method == "POST" and form.is_valid():
        form.save_as(user_of(request))
        messages.success(request, _("The settings are kept."))
        return redirect("comment_settings")
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "comments/desk/settings.html", {"at": "settings", "form": form, **counts()}, status=status)


@may(MODERATE)
def discussion(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Where the comments of one article or claim differ from the site's."""
    target = _seen(request, Claim if kind == "claim" else ArticlePage, pk)
    if target is None:
        raise Http404
    form = DiscussionForm(request.POST or None, instance=Discussion.under(target))
    if request.method == "POST" and form.is_valid():
        services.set_discussion(target, by=user_of(request), **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("comment_discussion", kind=kind, pk=pk)
    here = Comment.objects.of(target).filter(kind=Kind.COMMENT).order_by()
    states = dict(here.values_list("state").annotate(count=Count("pk")))
    context = {
        **counts(),
        "place": Place(target),
        "form": form,
        "kind": kind,
        "may_write": kind == "article" and may_write(user_of(request), target),
        "held": states.get(State.HELD, 0),
        "published": states.get(State.PUBLISHED, 0),
    }
    return render(request, "comments/desk/discussion.html", context)


def _page(request: HttpRequest, rows: Any, size: int) -> Any:
    return Paginator(rows, size).get_page(number(request.GET.get("p", "")) or 1)
