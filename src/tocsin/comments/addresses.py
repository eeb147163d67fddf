"""Where comments are found."""

from __future__ import annotations

from tocsin.comments.models import Comment


def of(comment: Comment) -> str:
    """Return the permanent path of *comment*; it leads to the page it stands on."""
    return f"/comments/{comment.pk}/"


def leave(ticket: str) -> str:
    """Return the path that ends notices."""
    return f"/comments/leave/{ticket}/"
