"""The ledger across articles, for the newsroom: claims, what changed since publication, what is read for its claims."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, PublishedSpan
from tocsin.claims.models import Claim
from tocsin.claims.statuses import Audience, ClaimType, Currency, Status
from tocsin.evidence import asking, judging, queries, services
from tocsin.evidence.desk.asked import may_see_private
from tocsin.evidence.models import Reading
from tocsin.evidence.proposing import objection
from tocsin.lib.errors import TocsinError
from tocsin.lib.sentences import sentences
from tocsin.sources.models import Source

MOST_ASKED = 100
"""So many articles are read at one press of a button; press it again for more."""
MOST_SENTENCES = 500
"""So many sentences of a source are offered; longer texts are quoted by pasting."""


class ChangedPanel(Component):
    """On the dashboard, while readers were shown something that no longer holds."""

    name = "changed_claims"
    template_name = "desk/changed_panel.html"
    order = 190

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"count": len(queries.changed_since_publication())}


def ledger_list(request: HttpRequest) -> HttpResponse:
    """Every claim on record, for the newsroom: search, filters, pages."""
    if not request.user.has_perm("claims.view_claim"):  # type: ignore[union-attr]
        raise PermissionDenied
    filters = queries.Filters.of(request.GET)
    claims: Any = filters.apply(Claim.objects.kept(), Audience.NEWSROOM)
    if request.GET.get("public") in {"yes", "no"}:
        claims = claims.filter(is_public=request.GET["public"] == "yes")
    wanted = claims.with_standing(Audience.NEWSROOM).prefetch_related("spans__article").distinct()
    listing = queries.page_of(wanted, queries.page_number(request.GET.get("p", "1")))
    if listing is None:
        raise Http404
    asked = request.GET.copy()
    asked.pop("p", None)
    context = {
        "listing": listing,
        "filters": filters,
        "public": request.GET.get("public", ""),
        "statuses": Status.choices,
        "types": ClaimType.choices,
        "currencies": Currency.choices,
        "query": asked.urlencode(),
    }
    return render(request, "desk/ledger.html", context)


def source_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text kept of a source, sentence by sentence, to pick a quotation from. A fragment for the evidence desk."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm("sources.view_source"):
        raise PermissionDenied
    sources = Source.objects.all() if may_see_private(user) else Source.objects.open_to_readers()
    source = get_object_or_404(sources, pk=pk)
    quotes = [source.text[start:end] for start, end in sentences(source.text)][:MOST_SENTENCES]
    return render(request, "desk/source_text.html", {"source": source, "quotes": quotes})


def changed_list(request: HttpRequest) -> HttpResponse:
    """What was published with a status that has become another: correct it, or say that it needs none."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm("claims.view_claim"):
        raise PermissionDenied
    if request.method == "POST":
        span = get_object_or_404(PublishedSpan.objects.live(), pk=request.POST.get("span"))
        if not span.article.permissions_for_user(user).can_publish():
            raise PermissionDenied
        if request.POST.get("do") == "settle":
            services.settle(span)
        else:
            services.correct(span, request.POST.get("text", ""), by=user)
        return redirect("changed_claims")
    rows = [
        {"span": span, "standing": standing, "draft": services.correction_for(span)}
        for span, standing in queries.changed_since_publication()
    ]
    return render(request, "desk/changed.html", {"rows": rows})


def readings(request: HttpRequest) -> HttpResponse:
    """Which articles are read for their claims, and how far that is; have many read."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm("claims.change_claim"):
        raise PermissionDenied
    if request.method == "POST":
        try:
            asked = asking.ask(_wanted(request.POST.get("article", "")), by=user)
        except TocsinError as refusal:
            messages.error(request, str(refusal))
        else:
            told = ngettext("%(number)d article is read.", "%(number)d articles are read.", asked)
            messages.success(request, told % {"number": asked})
        return redirect("readings")
    under_way = Reading.objects.under_way()
    rest = Reading.objects.exclude(pk__in=under_way.order_by().values("pk")).order_by("-read_at", "-pk")
    listing = queries.page_of(
        rest.select_related("article").annotate(found=Count("proposed")),
        queries.page_number(request.GET.get("p", "1")),
    )
    if listing is None:
        raise Http404
    context = {
        "under_way": under_way.select_related("article")[: queries.PER_PAGE],
        "waiting": under_way.count(),
        "listing": listing,
        "unread": ArticlePage.objects.filter(reading=None).count(),
        "objection": objection(),
    }
    return render(request, "desk/readings.html", context)


def _wanted(article: str) -> Any:
    """The article of that number, or the newest ones that were never read."""
    if article.isdecimal() and len(article) < 12:  # noqa: PLR2004 - no number of ours is longer
        return ArticlePage.objects.filter(pk=article)
    return ArticlePage.objects.filter(reading=None).order_by(F("published_at").desc(nulls_first=True), "-pk")[
        :MOST_ASKED
    ]


def corrections(request: HttpRequest) -> StreamingHttpResponse:
    """What editors made of proposals, as lines of JSON."""
    user = request.user
    if not isinstance(user, User) or not may_see_private(user):
        raise PermissionDenied
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in judging.lessons())
    answer = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="corrections.jsonl"'
    return answer
