"""Which article cites which source, under which number: a projection of each article's newest version."""

from __future__ import annotations

from django.db import transaction

from tocsin.articles import readiness, references
from tocsin.articles.models import ArticlePage, CitedSource
from tocsin.sources.models import Source


@transaction.atomic
def record_citations(article: ArticlePage) -> None:
    """Rebuild what *article*, as it is given, cites. The numbers are those readers see.

    A source that is no longer on record is left out; the article cannot be published with it.
    """
    numbers = references.numbered(readiness.keys_of(article))
    known = set(Source.objects.filter(pk__in={pk for key in numbers for pk in key}).values_list("pk", flat=True))
    wanted = {(pk, number) for key, number in numbers.items() for pk in key if pk in known}
    kept = {(row.source_id, row.number): row.pk for row in CitedSource.objects.filter(article=article)}
    CitedSource.objects.filter(pk__in=[pk for cited, pk in kept.items() if cited not in wanted]).delete()
    CitedSource.objects.bulk_create(
        CitedSource(article_id=article.pk, source_id=pk, number=number) for pk, number in sorted(wanted - kept.keys())
    )
