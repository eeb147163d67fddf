"""The words a move is kept in."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """What something of the old site became here."""

    ARTICLE = "article"
    PAGE = "page"
    SECTION = "section"
    TAG = "tag"
    CONTRIBUTOR = "contributor"
    PICTURE = "picture"
    FILE = "file"
    MENU = "menu"
    FRONT = "front"
