"""Unpack gzip and deflate piece by piece, never more than was asked for: a bomb is refused, not inflated."""

from __future__ import annotations

import zlib
from typing import Protocol

from tocsin.lib.http.errors import BadAnswer

_GZIP, _ZLIB, _RAW = 31, 15, -15


class Unpacker(Protocol):
    """Takes the answer's bytes in order; ``complete`` once what came so far is a whole answer."""

    @property
    def complete(self) -> bool: ...

    def feed(self, piece: bytes, most: int) -> bytes:
        """Unpack *piece*, returning at most *most* bytes; what returns *most* is too large."""


class _AsItIs:
    complete = True

    def feed(self, piece: bytes, most: int) -> bytes:
        return piece[:most]


class _Zlib:
    """gzip (also several members after one another) or deflate, as zlib or raw: servers send both."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._stream = zlib.decompressobj(wbits)
        self._begun = False

    @property
    def complete(self) -> bool:
        return self._stream.eof or not self._begun

    def feed(self, piece: bytes, most: int) -> bytes:
        found = b""
        while piece and len(found) < most:
            if self._stream.eof:
                if self._wbits != _GZIP:
                    break  # what follows the end of a deflate stream is padding
                self._stream, self._begun = zlib.decompressobj(self._wbits), False
            found += self._inflate(piece, most - len(found))
            piece = self._stream.unused_data if self._stream.eof else b""
        return found

    def _inflate(self, piece: bytes, most: int) -> bytes:
        if not self._begun and self._wbits == _ZLIB and piece[0] & 0x0F != zlib.DEFLATED:
            self._wbits = _RAW
            self._stream = zlib.decompressobj(_RAW)
        self._begun = True
        try:
            return self._stream.decompress(piece, most)
        except zlib.error:
            raise BadAnswer("The answer is packed in a way that cannot be read: try again later.") from None


def unpacker(encoding: str) -> Unpacker:
    """Return what unpacks *encoding*, the value of Content-Encoding. Raises ``BadAnswer`` for others."""
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return _AsItIs()
    if name in {"gzip", "x-gzip"}:
        return _Zlib(_GZIP)
    if name == "deflate":
        return _Zlib(_ZLIB)
    raise BadAnswer("The answer is packed in a way that was not asked for.")
