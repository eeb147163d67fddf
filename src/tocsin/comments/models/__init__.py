"""The tables of comments."""

from tocsin.comments.models.comments import LONGEST_NAME, Comment, Notice, Report
from tocsin.comments.models.discussions import Discussion, DiscussionSettings
from tocsin.comments.models.moderation import Ban, Decision, LearnedWord, ModeratorNote

__all__ = [
    "LONGEST_NAME",
    "Ban",
    "Comment",
    "Decision",
    "Discussion",
    "DiscussionSettings",
    "LearnedWord",
    "ModeratorNote",
    "Notice",
    "Report",
]
