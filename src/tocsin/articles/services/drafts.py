"""Keeping what is not published yet."""

from __future__ import annotations

from django.db import transaction

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, Byline, Contributor, HomePage


@transaction.atomic
def keep(
    article: ArticlePage, *, bylines: list[tuple[Contributor, str]] | None = None, by: User | None = None
) -> ArticlePage:
    """Keep a new *article* as a draft below the front page, with a first version.

    *bylines* are contributors with their role, in order; the role may be empty.
    """
    article.live = False
    article.owner = by
    article.bylines = [Byline(contributor=contributor, role=role) for contributor, role in bylines or []]
    HomePage.objects.get().add_child(instance=article)
    article.save_revision(user=by, log_action=True)
    return article
