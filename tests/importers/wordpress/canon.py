"""The content of the database without what is given anew each time: numbers become what they stand for."""

from __future__ import annotations

import json
import re
from typing import Any

from wagtail.models import Page, ReferenceIndex

from tocsin.articles.models import ArticlePage, Contributor, HomePage, Picture, PlainPage, Section
from tocsin.comments.models import Comment
from tocsin.importers.wordpress.models import Arrival, OldAddress
from tocsin.search.models import LiveCitation
from tocsin.sources.models import Source


def canonical() -> dict[str, Any]:
    pictures = {one.pk: one.file_hash for one in Picture.objects.all()}
    sources = {one.pk: one.title for one in Source.objects.all()}
    pages = {one.pk: one.url_path for one in Page.objects.all()}

    def body(raw: Any) -> str:
        text = json.dumps(raw, sort_keys=True)
        text = re.sub(r'"image": (\d+)', lambda found: f'"image": "{pictures[int(found[1])]}"', text)
        return re.sub(
            r'sources=\\"([\d,]+)', lambda found: str([sources[int(number)] for number in found[1].split(",")]), text
        )

    def common(one: ArticlePage | PlainPage) -> list[Any]:
        newest = one.latest_revision
        return [
            *(one.url_path, one.path, one.title, one.live, one.language, str(one.translation_key)),
            *(str(one.first_published_at), str(one.last_published_at), str(one.latest_revision_created_at)),
            *(body(list(one.body.raw_data)), body(json.loads(newest.content["body"])), str(newest.created_at)),
            *(one.live_revision_id == (newest.pk if one.live else None), one.revisions.count()),
        ]

    return {
        "articles": sorted(
            [
                *common(one),
                *(one.section and one.section.path, sorted(tag.name for tag in one.tags.all())),
                *([line.contributor.name for line in one.bylines.all()], pages.get(one.translation_of_id)),
                *(pictures.get(one.lead_picture_id), [(cited.number, cited.source.title) for cited in one.citations]),
            ]
            for one in ArticlePage.objects.all()
        ),
        "pages": sorted(common(one) for one in PlainPage.objects.all()),
        "sections": sorted(Section.objects.values_list("path", "name")),
        "contributors": sorted(Contributor.objects.values_list("slug", "name", "kind")),
        "pictures": sorted(Picture.objects.values_list("title", "file_hash", "file")),
        "comments": sorted(
            [one.origin, one.text, one.state, one.parent.origin if one.parent else "", one.article.url_path]
            for one in Comment.objects.all()
        ),
        "arrivals": sorted(Arrival.objects.values_list("kind", "old", "digest")),
        "addresses": sorted(
            [row.key, row.kind, pages[row.target] if row.kind in {"article", "page"} else ""]
            for row in OldAddress.objects.all()
        ),
        "sources": sorted(sources.values()),
        "references": [ReferenceIndex.objects.count(), LiveCitation.objects.count()],
        "problems": Page.find_problems(),
        "children": HomePage.objects.get().numchild,
    }
