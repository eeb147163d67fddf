"""How the marker of a reference is kept in rich text, shown to readers, and handled in the editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.rich_text import LinkHandler

from tocsin.articles.references import key_of
from tocsin.sources.models import Source

ENTITY = "REFERENCE"
TEXT = "[ref]"


class ReferenceLink(LinkHandler):
    """``<a linktype="reference" sources="12,15">`` in the database."""

    identifier = "reference"

    @staticmethod
    def get_model() -> type[Source]:
        return Source

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return f'<a data-reference="{_joined(attrs)}">'

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[Source], str, str, str]]:
        for pk in key_of(attrs.get("sources", "")):
            yield Source, str(pk), "", ""


class ReferenceElement(InlineEntityElementHandler):
    """From the database into the editor. The marker is one thing there: it cannot be half deleted."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        return {"sources": _joined(attrs)}


def reference_entity(props: dict[str, Any]) -> Any:
    """From the editor into the database. The text of a marker is always the same; its number is given when shown."""
    return DOM.create_element("a", {"linktype": "reference", "sources": _joined(props)}, TEXT)


def _joined(attrs: dict[str, Any]) -> str:
    return ",".join(str(pk) for pk in key_of(str(attrs.get("sources") or "")))


CONVERSION = {
    "from_database_format": {'a[linktype="reference"]': ReferenceElement(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: reference_entity}},
}
