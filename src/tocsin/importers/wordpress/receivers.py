"""What follows here when a page of ours goes."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from tocsin.articles.models import ArticlePage
from tocsin.importers.wordpress.models import OldAddress
from tocsin.importers.wordpress.statuses import Kind


@receiver(pre_delete, sender=ArticlePage, dispatch_uid="wordpress: keep where a deleted article stood")
def keep_last_address(instance: ArticlePage, **kwargs: Any) -> None:
    """Let its old addresses lead to its last one, which answers with the reason after a takedown."""
    if instance.published_address:
        OldAddress.objects.filter(kind=Kind.ARTICLE, target=instance.pk).update(path=instance.published_address)
