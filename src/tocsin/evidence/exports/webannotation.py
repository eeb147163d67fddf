"""An article's spans as W3C Web Annotations: each ties exact words of the page to a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from tocsin.articles.shown_claims import ShownClaim
from tocsin.evidence.exports import values

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def page(claims: Iterable[ShownClaim]) -> dict[str, Any]:
    """An annotation page (https://www.w3.org/TR/annotation-model/#annotation-page).

    ``TextPositionSelector`` counts code points of the canonical text (docs/developer/spans.md); ``TextQuoteSelector``
    is found in the text of the page.
    """
    items = [_annotation(one, span) for one in claims for span in one.spans]
    return {"@context": CONTEXT, "type": "AnnotationPage", "items": items}


def _annotation(one: ShownClaim, span: Any) -> dict[str, Any]:
    claim = values.address("claim", one.claim.pk)
    quote = {"type": "TextQuoteSelector", "exact": span.exact, "prefix": span.prefix, "suffix": span.suffix}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "id": f"{claim}#span-{span.pk}",
        "type": "Annotation",
        "motivation": "identifying",
        "created": span.published_at.isoformat(),
        "body": {"id": claim, "type": "SpecificResource", "purpose": "identifying"},
        "target": {"source": f"{settings.BASE_URL}{span.article.address}", "selector": [quote, position]},
    }
