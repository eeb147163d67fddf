"""Many published articles at once: rows as publishing leaves them, without the revisions. Run inside a site's settings:
``TOCSIN_SITE=… python -m benchmarks.newsroom COUNT``.
"""

from __future__ import annotations

import os
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tocsin.config.settings")

import django

django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from taggit.models import Tag  # noqa: E402
from wagtail.models import Page  # noqa: E402

from benchmarks import corpus  # noqa: E402
from tocsin.articles.models import (  # noqa: E402
    ArticlePage,
    ArticleTag,
    Byline,
    Contributor,
    HomePage,
    Menu,
    MenuItem,
    Section,
)
from tocsin.articles.services.sections import save_section  # noqa: E402

AT_ONCE = 500


def ground() -> tuple[list[Section], list[Contributor], list[Tag]]:
    """Make what articles are filed under, and menus as a newsroom has them."""
    sections = [save_section(Section(name=f"Section {n}", slug=f"section-{n}", position=n)) for n in range(8)]
    contributors = [Contributor.objects.create(name=f"Writer {n} Kovalenko", slug=f"writer-{n}") for n in range(40)]
    tags = [Tag.objects.create(name=f"subject {n}", slug=f"subject-{n}") for n in range(200)]
    for place in ("top", "foot"):
        menu = Menu.objects.create(place=place, language="en")
        for section in sections:
            MenuItem.objects.create(menu=menu, section=section, sort_order=section.position)
    return sections, contributors, tags


@transaction.atomic
def fill(first: int, last: int, parts: tuple[list[Section], list[Contributor], list[Tag]]) -> None:
    """Write articles *first* to *last*, the last left out."""
    sections, contributors, tags = parts
    home = HomePage.objects.select_for_update().get()
    kind, texts = ContentType.objects.get_for_model(ArticlePage), [corpus.text(number) for number in range(first, last)]
    pages = []
    for one in texts:
        page = ArticlePage(
            title=one.title,
            draft_title=one.title,
            slug=one.slug,
            body=one.body,
            language=one.language,
            section=sections[one.number % len(sections)],
            content_type=kind,
            locale_id=home.locale_id,
            path=Page._get_path(home.path, home.depth + 1, one.number + 1),  # noqa: SLF001 - treebeard's own
            depth=home.depth + 1,
            url_path=f"{home.url_path}{one.slug}/",
            live=True,
            has_unpublished_changes=False,
            published_at=one.published_at,
            first_published_at=one.published_at,
            last_published_at=one.published_at,
        )
        page.published_address = page.address
        pages.append(page)
    bases = [
        Page(**{field.attname: getattr(one, field.attname) for field in Page._meta.local_concrete_fields})
        for one in pages
    ]
    for page, base in zip(pages, Page.objects.bulk_create(bases), strict=True):
        page.pk = page.page_ptr_id = base.pk
    own = list(ArticlePage._meta.local_concrete_fields)
    for start in range(0, len(pages), 50):  # bulk_create refuses models with a parent table
        part = pages[start : start + 50]
        ArticlePage._base_manager._insert(part, fields=own, using=connection.alias)  # noqa: SLF001
    Byline.objects.bulk_create(
        Byline(article_id=page.pk, contributor=contributors[one.number % len(contributors)], sort_order=0)
        for page, one in zip(pages, texts, strict=True)
    )
    ArticleTag.objects.bulk_create(
        ArticleTag(content_object_id=page.pk, tag=tags[(one.number * factor) % len(tags)])
        for page, one in zip(pages, texts, strict=True)
        for factor in (1, 7)
        if factor == 1 or (one.number * 7) % len(tags) != one.number % len(tags)
    )
    HomePage.objects.update(numchild=last)


def main(count: int) -> None:
    began, parts = time.monotonic(), ground()
    for first in range(0, count, AT_ONCE):
        fill(first, min(first + AT_ONCE, count), parts)
    print(f"{count} {time.monotonic() - began:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
