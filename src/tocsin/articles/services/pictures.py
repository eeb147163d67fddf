"""Taking pictures in. Nothing reaches the disk unscrubbed, whichever way it comes (``models.media``).

A picture is removed by ``delete``: its file and its renditions leave the disk when the transaction is over.
"""

from __future__ import annotations

from django.core.files.base import ContentFile

from tocsin.accounts.models import User
from tocsin.articles.models import Picture
from tocsin.articles.models.media import scrubbed_file


def add(  # noqa: PLR0913 - a picture has that many sides
    data: bytes,
    *,
    title: str,
    description: str = "",
    decorative: bool = False,
    credit: str = "",
    caption: str = "",
    licence: str = "",
    by: User | None = None,
) -> Picture:
    """Take in a picture from its bytes. Raises ``PictureRefused``; nothing is kept then."""
    picture = Picture(
        title=title[:255],
        file=scrubbed_file(ContentFile(data)),
        description=description[:255],
        is_decorative=decorative,
        credit=credit[:200],
        caption=caption,
        licence=licence[:200],
        uploaded_by_user=by,
    )
    picture.save()
    return picture
