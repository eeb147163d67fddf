"""Every export of the collection is read whole, or refused in one line; two other counters say the same."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tests import shared
from tocsin.importers.wordpress import php
from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import limits, open_export

SHARED = shared.DATA / "wxr"
LIST = SHARED / "dev" / "FILES.tsv"
ROWS = list(csv.DictReader(LIST.open(encoding="utf-8"), delimiter="\t")) if LIST.exists() else []
REFUSED = {
    "dev/wagtail-wordpress-import/test.xml": "does not say which version",
    "dev/wordpress-importer/phpunit-invalid-version-tag.xml": "calls its version 'abc'",
    "dev/wordpress-importer/phpunit-malformed.xml": "does not say which version",
    "dev/wordpress-importer/phpunit-missing-version-tag.xml": "does not say which version",
}
"""What WordPress's own importer refuses too: no version, or none that exists."""

needs_collection = shared.needs(LIST)
each_file = pytest.mark.parametrize("row", ROWS, ids=[row["file"] for row in ROWS])

LONG = re.compile(
    rb"<(title|content:encoded|excerpt:encoded|wp:comment_content|wp:meta_value)>.*?</\1>|<!--.*?-->", re.DOTALL
)
PLAIN = rb">(?:<!\[CDATA\[)?\s*([^<\]]*?)\s*(?:\]\]>)?</"


def counted(data: bytes) -> dict[str, object]:
    """Count by patterns in the bytes, after all long texts are gone. Shares nothing with the reader."""
    bare = LONG.sub(b"", data)
    items = bare.split(b"<item>")[1:]
    kinds: Counter[tuple[str, str]] = Counter()
    for one in items:
        kind = re.search(b"<wp:post_type" + PLAIN, one)
        status = re.search(b"<wp:status" + PLAIN, one)
        kinds[(kind[1].decode() if kind else "post", status[1].decode() if status else "draft")] += 1
    taxonomies = Counter(found.decode() for found in re.findall(b"<wp:term_taxonomy" + PLAIN, bare))
    taxonomies.update({"category": bare.count(b"<wp:category>"), "post_tag": bare.count(b"<wp:tag>")})
    return {
        "items": dict(kinds),
        "comments": bare.count(b"<wp:comment>"),
        "authors": len(re.findall(rb"<(?:wp:author|wp:wp_author)>\s*<", bare)),
        "terms": {name: count for name, count in taxonomies.items() if count},
        "meta": bare.count(b"<wp:postmeta>"),
    }


@needs_collection
def test_the_collection_has_46_files() -> None:
    assert len(ROWS) == 46


@needs_collection
@each_file
def test_an_export_is_read_whole_or_refused_in_one_line(row: dict[str, str]) -> None:
    path = SHARED / row["file"]
    if row["file"] in REFUSED:
        with pytest.raises(ExportRefused, match=REFUSED[row["file"]]) as refused, open_export(path):
            pass
        assert "\n" not in str(refused.value)
        return
    with open_export(path) as export:
        items = list(export.items())
        counts = export.counts
        assert counted(path.read_bytes()) == {
            "items": counts.items,
            "comments": counts.comments,
            "authors": counts.authors,
            "terms": counts.terms,
            "meta": counts.meta,
        }
        listed = tuple(int(row[name]) for name in ("items", "comments", "postmeta", "post_types"))
        assert listed == (counts.total, counts.comments, counts.meta, len({kind for kind, _ in counts.items}))
        assert len(items) == counts.total
        assert sum(len(item.comments) for item in items) == counts.comments
        assert (export.repairs_total > 0) == (row["well-formed"] != "well-formed" or has_stray_text(path))


def has_stray_text(path: Path) -> bool:
    """Two files have an apostrophe between elements."""
    return b"</wp:is_sticky>'" in path.read_bytes()


@needs_collection
@each_file
@pytest.mark.parametrize("whole", [True, False])
def test_a_well_formed_export_reads_as_an_xml_parser_reads_it(
    row: dict[str, str], whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if row["well-formed"] != "well-formed" or row["file"] in REFUSED:
        return
    if not whole:
        monkeypatch.setattr(limits, "MAX_WHOLE", 0)
    root = etree.parse(SHARED / row["file"], etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    spaces = {key: value for key, value in root.nsmap.items() if key}
    expected = []
    for one in root.iter("item"):

        def text(name: str, one=one) -> str:
            if name.partition(":")[0] not in spaces and ":" in name:
                return ""
            found = one.find(name, spaces)
            return "" if found is None else str(found.xpath("string()")).strip()

        meta = [
            (part.findtext("wp:meta_key", "", spaces), part.findtext("wp:meta_value", "", spaces).strip())
            for part in one.iterfind("wp:postmeta", spaces)
        ]
        expected.append(
            (
                text("title"), text("link"), text("dc:creator") or text("wp:author"), text("content:encoded"),
                text("excerpt:encoded"), text("wp:post_name"), sorted(meta),
                [part.findtext("wp:comment_content", "", spaces).strip() for part in one.iterfind("wp:comment", spaces)],
            )
        )  # fmt: skip
    with open_export(SHARED / row["file"]) as export:
        found = [
            (
                item.title.strip(), item.link, item.creator_login, item.content.strip(), item.excerpt.strip(), item.slug,
                sorted((key, value.strip()) for key, values in item.meta.items() for value in values),
                [comment.content.strip() for comment in item.comments],
            )
            for item in export.items()
        ]  # fmt: skip
    kept = [(*one[:6], [pair for pair in one[6] if pair[0] != "_edit_lock"], one[7]) for one in expected]
    assert found == kept


@needs_collection
@each_file
def test_every_serialised_value_is_read(row: dict[str, str]) -> None:
    if row["file"] in REFUSED:
        return
    with open_export(SHARED / row["file"]) as export:
        for item in export.items():
            for values in item.meta.values():
                for value in filter(php.is_serialised, values):
                    php.load(value)
