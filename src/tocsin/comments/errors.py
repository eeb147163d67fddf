"""Why a comment is turned away or an act of moderation refused.

Each names itself to programs with ``code`` and carries the HTTP status that fits; its text is for the writer.
"""

from __future__ import annotations

from tocsin.lib.errors import TocsinError


class CommentRefused(TocsinError):
    """What was asked cannot be done with this comment or this discussion."""

    code = "refused"
    status = 400


class TurnedAway(CommentRefused):
    """A comment is not taken. Nothing of it is kept. *field* names the field of the form that it is about."""

    status = 422

    def __init__(self, message: str, *, code: str = "", field: str = "", retry_after: int = 0) -> None:
        super().__init__(message)
        self.code = code or self.code
        self.field = field
        self.retry_after = retry_after
        """Seconds after which to try again; nought where waiting does not help."""


class Unfit(TurnedAway):
    """Something is missing, too long or not what the field asks for."""

    code = "unfit"


class Closed(TurnedAway):
    """Comments are not taken here."""

    code = "closed"
    status = 403


class Banned(TurnedAway):
    """The writer may not comment."""

    code = "banned"
    status = 403


class Duplicate(TurnedAway):
    """The same words by the same name stand here already."""

    code = "duplicate"
    status = 409


class TooSoon(TurnedAway):
    """The writer has just written, or slow mode asks for patience."""

    code = "too_soon"
    status = 429


class NoLink(CommentRefused):
    """The private link fits no comment, or its comment is erased."""

    code = "no_link"
    status = 404


class TooLate(CommentRefused):
    """The time in which this could be done is over."""

    code = "too_late"
    status = 409


class NoKey(CommentRefused):
    """The key that seals or opens addresses is not there."""

    code = "no_key"
    status = 503
