"""Where comments are found."""

from __future__ import annotations

from django.conf import settings

from tocsin.comments.models import Comment


def of(comment: Comment) -> str:
    """Return the permanent path of *comment*; it leads to the page it stands on."""
    return f"/comments/{comment.pk}/"


def private(secret: str) -> str:
    """Return the path of a writer's private link."""
    return f"/comments/mine/{secret}/"


def leave(ticket: str) -> str:
    """Return the path that ends notices."""
    return f"/comments/leave/{ticket}/"


def absolute(path: str) -> str:
    """Return *path* with the site before it, for a mail."""
    return f"{settings.BASE_URL}{path}"
