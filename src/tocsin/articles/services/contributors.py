"""Writes to contributors."""

from __future__ import annotations

import itertools

from django.db import transaction
from django.utils.text import slugify

from tocsin.articles.models import Contributor


@transaction.atomic
def save_contributor(contributor: Contributor) -> Contributor:
    """Keep *contributor*; one without an address gets the first free one that follows from the name."""
    if not contributor.slug:
        stem = slugify(contributor.name, allow_unicode=True)[:180] or "contributor"
        names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
        contributor.slug = next(name for name in names if not Contributor.objects.filter(slug=name).exists())
    contributor.save()
    return contributor
