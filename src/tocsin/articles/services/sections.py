"""Writes to the tree of sections."""

from __future__ import annotations

from django.db import transaction

from tocsin.articles.models import Section


@transaction.atomic
def save_section(section: Section) -> Section:
    """Keep *section*; its path and the paths of all sections below follow from the slugs."""
    was = section.path
    section.path = section.path_from_slugs()
    section.full_clean(exclude=["path"])
    section.save()
    if was and was != section.path:
        for child in section.children.all():
            save_section(child)
    return section
