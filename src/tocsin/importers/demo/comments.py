"""What the demo's readers say: a thread that the newsroom answers, and what waits at the moderation desk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments import services
from tocsin.comments.models import Comment, DiscussionSettings
from tocsin.comments.services import Imported
from tocsin.comments.statuses import Complaint, Kind
from tocsin.importers.demo import read
from tocsin.lib import clock


def discuss(*, by: User | None) -> None:
    """Let the readers speak under one article and one claim, unless somebody has there; *by* answers them."""
    said = read.comments()
    article = ArticlePage.objects.get(slug=said["article"])
    if Comment.objects.of(article).exists():
        return
    DiscussionSettings.objects.filter(pk=DiscussionSettings.current().pk, rules_text="").update(
        rules_text=said["rules"]
    )
    services.take_over_many(article, [_imported(one) for one in said["thread"]])
    for one in said["waiting"]:
        _submit(article, one)
    services.submit(article, kind=Kind.CORRECTION, **said["error"])
    services.report(_known(said["report"]["about"]), complaint=Complaint.OTHER, reason=said["report"]["reason"])
    if by:
        _answer(article, said, by)


def _answer(article: ArticlePage, said: dict[str, Any], by: User) -> None:
    for one in said["answer"]:
        _submit(article, {"name": read.newsroom()["name"], **one}, staff=by)
    about = _submit(Claim.objects.get(imported_as=said["claim"]), said["about_the_claim"])
    services.publish([about], by=by)


def _submit(target: ArticlePage | Claim, one: dict[str, Any], *, staff: User | None = None) -> Comment:
    parent = _known(one["answers"]) if "answers" in one else None
    return services.submit(target, text=one["text"], name=one["name"], parent=parent, staff=staff).comment


def _known(key: str) -> Comment:
    return Comment.objects.get(origin=_origin(key))


def _imported(one: dict[str, Any]) -> Imported:
    above = _origin(one["answers"]) if "answers" in one else ""
    written = clock.now() - timedelta(hours=one["hours"])
    return Imported(_origin(one["key"]), one["name"], one["text"].strip(), written, parent_origin=above)


def _origin(key: str) -> str:
    return f"demo:{key}"
