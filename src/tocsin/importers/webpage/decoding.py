"""Bytes to text: what the server said, what the page says, what the bytes look like, in the order browsers use."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
# Pages that declare these are written in what browsers read instead (WHATWG Encoding).
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_SAMPLE = 100_000


def decode(data: bytes, charset: str = "") -> str:
    """Return the text of *data*, without control characters; bytes that fit nothing become U+FFFD."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(name, "replace"))
    declared = _DECLARED.search(data[:_HEAD])
    if (text := _utf8(data)) is not None:
        return _clean(text)
    said = _known(charset) or _known(declared[1].decode("ascii") if declared else "")
    return _clean(data.decode(said or _guess(data), "replace"))


def _utf8(data: bytes) -> str | None:
    """UTF-8 is tried first whatever is declared: no other text of any length happens to be valid UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeError:
        return None


def _guess(data: bytes) -> str:
    best = from_bytes(data[:_SAMPLE]).best()
    return _known(best.encoding if best else "") or "utf-8"


def _known(name: str) -> str:
    try:
        codec = codecs.lookup(name.strip()) if name.strip() else None
    except (LookupError, ValueError):
        codec = None
    # Codecs such as zip or rot13 turn bytes into something other than text.
    if codec is None or not getattr(codec, "_is_text_encoding", True):
        return ""
    return _READ_AS.get(codec.name, codec.name)


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text).encode("utf-8", "ignore").decode("utf-8")
