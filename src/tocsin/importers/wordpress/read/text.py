r"""The bytes of one document to its text, chunk by chunk, in bounded memory.

A byte order mark decides; without one the declaration must be true of every byte, and without a declaration the text
is UTF-8. Stray bytes in what is otherwise UTF-8 (a database cut a letter in two) become U+FFFD and are told. Line ends
become ``\n``; characters XML forbids are dropped and told.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator

from tocsin.importers.wordpress.errors import ExportRefused
from tocsin.importers.wordpress.read import limits
from tocsin.importers.wordpress.read.repairs import Repairs

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(r"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:+-]{1,40})["']""")
_HEAD = 4096
_FEW_ZEROS = 40
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN_ONES = [chr(point) for point in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)]
"""The same without surrogates, which no decoder gives; looking for each is quicker than for all."""
_KNOWN = {
    "utf-8": "utf-8", "ascii": "utf-8", "utf-16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
    "iso8859-1": "cp1252", "iso8859-2": "iso8859-2", "iso8859-3": "iso8859-3", "iso8859-4": "iso8859-4",
    "iso8859-5": "iso8859-5", "iso8859-6": "iso8859-6", "iso8859-7": "iso8859-7", "iso8859-8": "iso8859-8",
    "iso8859-9": "cp1254", "iso8859-10": "iso8859-10", "iso8859-13": "iso8859-13", "iso8859-14": "iso8859-14",
    "iso8859-15": "iso8859-15", "iso8859-16": "iso8859-16", "cp1250": "cp1250", "cp1251": "cp1251",
    "cp1252": "cp1252", "cp1253": "cp1253", "cp1254": "cp1254", "cp1255": "cp1255", "cp1256": "cp1256",
    "cp1257": "cp1257", "cp1258": "cp1258", "koi8-r": "koi8-r", "koi8-u": "koi8-u", "gb2312": "gb18030",
    "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "shift_jis": "cp932", "cp932": "cp932",
    "euc_jp": "euc_jp", "euc_kr": "cp949", "cp949": "cp949", "tis-620": "cp874", "cp874": "cp874",
}  # fmt: skip
"""Names as Python knows them, and what is read in their place (WHATWG Encoding). All hold ASCII, or are UTF-16."""

_TRUE_FOR_EACH_STRAY = 10
"""Bytes of true UTF-8 for each stray one, below which a text is taken for another encoding."""


_SHORT = 16
"""Bytes beyond ASCII that may be valid UTF-8 by chance in an East Asian encoding."""


def texts(chunks: Iterator[bytes], repairs: Repairs) -> Iterator[str]:
    """Decode *chunks*. Raises ``ExportRefused`` where the bytes are not what they say they are."""
    head = _head(chunks)
    encoding, start, declared = _encoding(head, repairs)
    decoder = _Utf8(declared, repairs) if encoding == "utf-8" else _Declared(encoding, declared, repairs)
    return _cleaned(_decoded(head[start:], chunks, decoder), repairs)


def _head(chunks: Iterator[bytes]) -> bytes:
    head = b""
    for chunk in chunks:
        head += chunk
        if len(head) >= _HEAD:
            break
    return head


def _encoding(head: bytes, repairs: Repairs) -> tuple[str, int, str]:
    """What to read, how many bytes the mark takes, and what the file declares."""
    mark, name = next(((mark, name) for mark, name in _MARKS if head.startswith(mark)), (b"", ""))
    wide = name or {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(head[:2], "")
    start = head[len(mark) : _HEAD - _HEAD % 2]
    shown = start.decode(wide, "ignore") if wide and wide != "utf-32" else start.decode("latin-1")
    declared = found[1] if (found := _DECLARED.search(shown)) else ""
    if name == "utf-32":
        raise ExportRefused("The file is UTF-32. Save it as UTF-8 and try again.")
    known = _known(declared) if declared else ""
    if name:
        if known and known.removesuffix("-le").removesuffix("-be") != name.removesuffix("-le").removesuffix("-be"):
            repairs.add(1, f"The file calls itself {declared} and is marked as {name}; it was read as {name}.")
        return name, len(mark), declared
    if bool(wide) != known.startswith("utf-16"):
        raise _lie(1, declared or "UTF-8", f"it is {wide}" if wide else "it is not")
    if not wide and head[:_HEAD].count(0) > _FEW_ZEROS:
        raise ExportRefused("The file is no text, so it is no WordPress export.")
    return wide or known or "utf-8", 0, declared


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        name = ""
    if name not in _KNOWN:
        raise ExportRefused(f"Line 1 calls the encoding {declared!r}, which cannot be read. Save the file as UTF-8.")
    return _KNOWN[name]


def _lie(line: int, declared: str, truth: str) -> ExportRefused:
    return ExportRefused(
        f"Line {line}: the file calls itself {declared or 'UTF-8'}, but {truth}. Save it as UTF-8 and try again."
    )


class _Utf8:
    def __init__(self, declared: str, repairs: Repairs) -> None:
        self.declared, self.repairs = declared, repairs
        self.rest = b""
        self.line, self.first_stray = 1, 0
        self.true = self.stray = 0

    def decode(self, chunk: bytes, *, final: bool) -> str:
        data = self.rest + chunk
        try:
            text, used = codecs.utf_8_decode(data, "strict", final)
        except UnicodeDecodeError as error:
            text, used = codecs.utf_8_decode(data, "replace", final)
            self._mark(data[: error.start], text.count("\ufffd") - data.count(b"\xef\xbf\xbd"))
        self.true += used - len(text)
        self.line += data.count(b"\n", 0, used)
        self.rest = data[used:]
        if self.stray and (final or self.stray > limits.MAX_CONTROL) and self.true < _TRUE_FOR_EACH_STRAY * self.stray:
            raise _lie(self.first_stray, self.declared, "its bytes are not")
        return text

    def _mark(self, before: bytes, count: int) -> None:
        line = self.line + before.count(b"\n")
        self.first_stray = self.first_stray or line
        self.stray += count
        self.repairs.add(line, "Bytes that are no UTF-8 were replaced by \ufffd.")


class _Declared:
    """Any other encoding, held to what was declared."""

    def __init__(self, encoding: str, declared: str, repairs: Repairs) -> None:
        self.encoding, self.declared, self.repairs = encoding, declared, repairs
        make = codecs.getincrementaldecoder(encoding)
        self.decoder, self.lenient = make("strict"), make("replace")
        self.wide = encoding.startswith("utf-16")
        self.line = 1
        self.rest, self.beyond, self.could_be_utf8 = b"", 0, not self.wide

    def decode(self, chunk: bytes, *, final: bool) -> str:
        state = self.decoder.getstate()
        try:
            text = self.decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            if not self.wide:
                line = self.line + chunk.count(b"\n", 0, error.start)
                raise _lie(line, self.declared, "its bytes are not") from None
            self.lenient.setstate(state)
            text = self.lenient.decode(chunk, final)
            self.decoder.setstate(self.lenient.getstate())
            self.repairs.add(self.line, "Letters that are no UTF-16 were replaced by \ufffd.")
        self.line += text.count("\n")
        if self.could_be_utf8:
            self._try_utf8(chunk, final=final)
        return text

    def _try_utf8(self, chunk: bytes, *, final: bool) -> None:
        data = self.rest + chunk
        try:
            text, used = codecs.utf_8_decode(data, "strict", final)
        except UnicodeDecodeError:
            self.could_be_utf8 = False
            return
        self.rest = data[used:]
        self.beyond += used - len(text)
        east_asian = self.encoding in {"gb18030", "big5", "cp932", "euc_jp", "cp949"}
        if final and self.beyond > (_SHORT if east_asian else 0):
            raise _lie(1, self.declared, "its bytes are UTF-8")


def _decoded(head: bytes, chunks: Iterator[bytes], decoder: _Utf8 | _Declared) -> Iterator[str]:
    yield decoder.decode(head, final=False)
    for chunk in chunks:
        yield decoder.decode(chunk, final=False)
    yield decoder.decode(b"", final=True)


def _cleaned(decoded: Iterator[str], repairs: Repairs) -> Iterator[str]:
    ends = io.IncrementalNewlineDecoder(None, translate=True)
    line, dropped = 1, 0
    for piece in decoded:
        text = ends.decode(piece)
        if any(map(text.__contains__, _FORBIDDEN_ONES)):
            for found in _FORBIDDEN.finditer(text):
                dropped += 1
                if dropped > limits.MAX_CONTROL:
                    raise ExportRefused("The file holds thousands of control characters, so it is no WordPress export.")
                repairs.add(line + text.count("\n", 0, found.start()), "Control characters were dropped.")
            line += text.count("\n")
            text = _FORBIDDEN.sub("", text)
        else:
            line += text.count("\n")
        if text:
            yield text
    if rest := ends.decode("", final=True):
        yield rest
