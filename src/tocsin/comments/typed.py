"""What is typed, made fit to keep; and how the same words are known again. Plain Python."""

from __future__ import annotations

import re
import unicodedata

from tocsin.lib import hashing

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def kept(typed: str) -> str:
    """Return *typed* with plain line ends and without control characters; otherwise as it is."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", lines).strip()


def digest(name: str, text: str) -> str:
    """Return a hash that the same words by the same name share, whatever their case and spaces."""
    plain = (" ".join(unicodedata.normalize("NFKC", part).casefold().split()) for part in (name, text))
    return hashing.sha256("\0".join(plain).encode("utf-8", "replace"))
