"""The words comments are kept in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    COMMENT = "comment", _("Comment")
    CORRECTION = "correction", _("Report of an error")
    """For the editors alone; never public."""


class State(TextChoices):
    HELD = "held", _("Waiting")
    PUBLISHED = "published", _("Published")
    REFUSED = "refused", _("Refused")
    SPAM = "spam", _("Spam")
    SETTLED = "settled", _("Dealt with")
    """A report of an error that the editors have dealt with."""
    ERASED = "erased", _("Erased")
    """Its writer deleted it, or it was deleted for good: a place in the thread without name or words."""


class Order(TextChoices):
    OLDEST = "oldest", _("Oldest first")
    NEWEST = "newest", _("Newest first")


class Opening(TextChoices):
    """Whether one discussion takes comments."""

    INHERIT = "inherit", _("As the site does")
    OPEN = "open", _("Open, whatever its age")
    CLOSED = "closed", _("Closed")


class Holding(TextChoices):
    """Whether one discussion's comments wait for a moderator."""

    INHERIT = "inherit", _("As the site does")
    ALL = "all", _("Hold every comment")
    RULES = "rules", _("Hold what the rules hold")


class Why(TextChoices):
    """Why a comment was held, refused or taken for spam."""

    ALL = "all", _("Every comment waits here")
    FIRST = "first", _("First comment of this writer")
    LINKS = "links", _("Links")
    WORDS = "words", _("Words that hold a comment")
    DETAILS = "details", _("Looks like personal details")
    PROTECTED = "protected", _("Names somebody on the protect list")
    SPAM = "spam", _("Looks like spam")
    ALIKE = "alike", _("Much like other comments")
    SLOW = "slow", _("Slow mode")
    UNPROVEN = "unproven", _("Sent without the proof of work")
    CORRECTION = "correction", _("For the editors")
    REPORTED = "reported", _("Reported by readers")
    REFUSED_WORDS = "refused_words", _("Words that refuse a comment")


class Complaint(TextChoices):
    """Why a reader reports a comment."""

    DETAILS = "details", _("It shows somebody's personal details")
    THREAT = "threat", _("It threatens somebody")
    HATE = "hate", _("It is hateful")
    FALSE = "false", _("It is false")
    SPAM = "spam", _("It is spam")
    OTHER = "other", _("Something else")


class Deed(TextChoices):
    """What is kept in the audit trail."""

    PUBLISH = "publish", _("published")
    HOLD = "hold", _("held")
    REFUSE = "refuse", _("refused")
    SPAM = "spam", _("marked as spam")
    DELETE = "delete", _("deleted for good")
    UNDO = "undo", _("undid")
    BAN = "ban", _("banned the writer")
    LIFT = "lift", _("lifted the ban")
    SETTLE = "settle", _("dealt with")
    PROTECT = "protect", _("held for the protect list")
    OPEN = "open", _("opened comments")
    CLOSE = "close", _("closed comments")
    SLOW = "slow", _("turned slow mode on")
    FAST = "fast", _("turned slow mode off")
    EXPORT = "export", _("exported comments")
