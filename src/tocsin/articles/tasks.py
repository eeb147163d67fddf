"""Background work: fetch the object, call what does it."""

from __future__ import annotations

from django_tasks import task

from tocsin.articles import renditions
from tocsin.articles.models import Picture


@task()
def make_renditions(picture_id: int) -> None:
    """Make every rendition of a picture. It may have been deleted meanwhile."""
    if picture := Picture.objects.filter(pk=picture_id).first():
        renditions.make(picture)
