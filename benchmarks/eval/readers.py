"""The readers that are compared: each takes the bytes of a page and gives back headline, text and metadata."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import trafilatura

from tocsin.importers.webpage.errors import PageRefused
from tocsin.importers.webpage.read import read


@dataclass(frozen=True)
class Reading:
    text: str = ""
    headline: str = ""
    byline: str = ""
    language: str = ""
    direction: str = ""
    day: str = ""


Reader = Callable[[bytes, str], Reading]


def ours(data: bytes, url: str) -> Reading:
    try:
        page = read(data, url=url)
    except PageRefused:
        return Reading()
    published = page.published
    day = published.date() if isinstance(published, datetime) else published
    return Reading(
        page.text, page.headline, "; ".join(page.byline), page.language, page.direction, day.isoformat() if day else ""
    )


def theirs(data: bytes, url: str, **mode: Any) -> Reading:
    text = trafilatura.extract(data, url=url or None, include_comments=False, **mode) or ""
    known = trafilatura.extract_metadata(data, default_url=url or None)
    return (
        Reading(text, known.title or "", known.author or "", known.language or "", "", known.date or "")
        if known
        else Reading(text)
    )


READERS: dict[str, Reader] = {
    "tocsin": ours,
    "trafilatura standard": theirs,
    "trafilatura precision": partial(theirs, favor_precision=True),
    "trafilatura recall": partial(theirs, favor_recall=True),
    "trafilatura fast": partial(theirs, fast=True),
}

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
