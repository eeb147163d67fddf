"""Telling readers that something was wrong."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.articles.errors import ArticleRefused
from tocsin.articles.models import ArticlePage, Correction
from tocsin.articles.services.publishing import as_kept, publish
from tocsin.articles.statuses import CorrectionKind
from tocsin.lib import clock


@transaction.atomic
def announce(
    article: ArticlePage,
    text: str,
    *,
    kind: CorrectionKind = CorrectionKind.CORRECTION,
    by: User | None = None,
    at: datetime | None = None,
) -> Correction:
    """Announce a change of *article* in one sentence; what is published now is published with it.

    Raises ``ArticleRefused`` for an article readers have not seen, and for an empty sentence.
    """
    if not article.live:
        raise ArticleRefused(_("Only what readers have seen can be corrected. Change the draft instead."))
    if not text.strip():
        raise ArticleRefused(_("Say in one sentence what was wrong and what is right."))
    current = as_kept(article)
    correction = Correction(kind=kind, text=text.strip(), corrected_at=at or clock.now())
    current.corrections.add(correction)
    publish(current, by=by)
    announced: Correction = Correction.objects.filter(article=current).latest("pk")
    return announced
