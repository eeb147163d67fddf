"""The public ledger as a Frictionless Data Package: CSV tables, their schemas and hashes, in one ZIP file."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any

from tocsin.articles.shown_claims import ShownClaim
from tocsin.evidence.exports import tables
from tocsin.lib.hashing import sha256

_EPOCH = (1980, 1, 1, 0, 0, 0)


def package(claims: Sequence[ShownClaim], *, name: str, title: str) -> bytes:
    """Return the ZIP file. The same ledger gives the same bytes."""
    voices = [voice for one in claims for voice in one.voices]
    figures = [one.claim.figure for one in claims if getattr(one.claim, "figure", None)]
    links = [link for one in claims for link in one.claim.claim_places.all()]  # type: ignore[attr-defined]
    contents = [
        ("claims", tables.CLAIMS, claims),
        ("assertions", tables.ASSERTIONS, voices),
        ("figures", tables.FIGURES, figures),
        ("places", tables.PLACES, links),
    ]
    files = {f"{one}.csv": "".join(tables.table(columns, rows)).encode() for one, columns, rows in contents}
    descriptor = {
        "profile": "data-package",
        "name": name.lower(),
        "title": title,
        "resources": [_resource(one, columns, files[f"{one}.csv"]) for one, columns, _rows in contents],
    }
    files["datapackage.json"] = json.dumps(descriptor, ensure_ascii=False, indent=2).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _resource(name: str, columns: tables.Columns, data: bytes) -> dict[str, Any]:
    key = "id" if "id" in columns else None
    schema: dict[str, Any] = {"fields": [{"name": column, "type": kind} for column, (kind, _get) in columns.items()]}
    if key:
        schema["primaryKey"] = key
    if "claim" in columns:
        schema["foreignKeys"] = [{"fields": "claim", "reference": {"resource": "claims", "fields": "id"}}]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": sha256(data),
        "schema": schema,
    }
