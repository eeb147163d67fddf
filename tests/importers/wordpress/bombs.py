"""Hostile exports: each writes itself to a path. What becomes of each stands in docs/operator/import-safety.md."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.importers.wordpress import wxr

GOOD = wxr.export(wxr.item(1))
MEGABYTE = 2**20
Writer = Callable[[Path], object]


def text(content: str) -> Writer:
    return lambda path: path.write_text(content, encoding="utf-8")


def with_dtd(declarations: str, title: str = "&a;") -> Writer:
    return text(
        wxr.export(wxr.item(1, title=title, wrap=str)).replace("<rss", f"<!DOCTYPE rss [{declarations}]>\n<rss", 1)
    )


LAUGHS = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10))
QUADRATIC = f'<!ENTITY a "{"x" * 100_000}">'


def many(before: str, one: str, count: int, after: str = wxr.FOOT) -> Writer:
    """Write *one* over and over without holding it all."""

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            file.write(wxr.head() + before)
            for _ in range(count // 1000):
                file.write(one * 1000)
            file.write(after)

    return write


def long_text(path: Path) -> None:
    with path.open("wb") as file:
        file.write((wxr.head() + "<item><content:encoded><![CDATA[").encode())
        for _ in range(500):
            file.write(b"A" * MEGABYTE)
        file.write(f"]]></content:encoded></item>{wxr.FOOT}".encode())


def emoji(path: Path) -> None:
    path.write_text(wxr.export(wxr.item(1, content="😀" * 9_000_000)), encoding="utf-8")


def gzip_of_ten_gigabytes(path: Path) -> None:
    filler = gzip.compress(b" " * (10 * MEGABYTE), 9)
    with path.open("wb") as file:
        file.write(gzip.compress(wxr.head().encode()))
        for _ in range(1024):
            file.write(filler)


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()


def archive(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> Writer:
    return lambda path: path.write_bytes(zipped(*entries))


def twice(path: Path) -> None:
    data = zipped(("a.xml", GOOD.encode()), ("b.xml", GOOD.encode()))
    path.write_bytes(data.replace(b"b.xml", b"a.xml"))


def symlink() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("export.xml")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return info


def lying_size(path: Path) -> None:
    """The list of contents says that the file unpacks to 100 bytes."""
    data = bytearray(zipped(("export.xml", GOOD.encode())))
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 24, 100)
    path.write_bytes(bytes(data))


def zip_of_zeros(path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("export.xml", "w") as member:
        member.write(wxr.head().encode())
        for _ in range(300):
            member.write(b" " * MEGABYTE)
    path.write_bytes(target.getvalue())


def overlapping(path: Path) -> None:
    """Two entries that share one piece of the file."""
    data = zipped(("a.xml", GOOD.encode()), ("b.xml", GOOD.encode()))
    second = data.rindex(b"PK\x01\x02")
    changed = bytearray(data)
    struct.pack_into("<I", changed, second + 42, 0)
    path.write_bytes(bytes(changed))


def switched(path: Path) -> None:
    """UTF-8 until the middle of the file, then UTF-16."""
    before, after = GOOD.split("<wp:post_id>")
    path.write_bytes(before.encode() + ("<wp:post_id>" + after).encode("utf-16-le"))


REFUSED: dict[str, tuple[Writer, str]] = {
    "billion laughs": (with_dtd(LAUGHS, "&a9;"), "document type declaration"),
    "quadratic entity": (with_dtd(QUADRATIC, "&a;" * 10_000), "document type declaration"),
    "external entity, file": (with_dtd('<!ENTITY a SYSTEM "file:///etc/passwd">'), "document type declaration"),
    "external entity, http": (with_dtd('<!ENTITY a SYSTEM "http://127.0.0.1:9/a">'), "document type declaration"),
    "parameter entity": (with_dtd('<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;'), "document type declaration"),
    "DTD by address": (text(GOOD.replace("<rss", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/a.dtd">\n<rss', 1)), "document type declaration"),
    "DTD in the middle": (text(wxr.export(wxr.item(1), "<!DOCTYPE a [<!ENTITY b 'c'>]>", wxr.item(2))), "document type declaration"),
    "UTF-7": (lambda path: path.write_bytes(GOOD.replace("UTF-8", "UTF-7").encode("utf-7")), "cannot be read"),
    "UTF-16 under the name of UTF-8": (lambda path: path.write_bytes(GOOD.encode("utf-16-le")), "calls itself UTF-8"),
    "from UTF-8 to UTF-16": (switched, "control characters|no text|not"),
    "200,000 elements deep": (many("<item>", "<a>", 200_000), "nests elements more than 32 deep"),
    "200,000 known elements deep": (many("<item>", "<wp:comment><wp:commentmeta><x>", 200_000), "nests elements|damaged|more than"),
    "300,000 attributes": (text(wxr.head() + "<item><guid " + " ".join(f'a{n}="1"' for n in range(300_000)) + ">x</guid></item>"), "a tag is longer"),
    "1,000 attributes": (text(wxr.head() + "<item><guid " + " ".join(f'a{n}="1"' for n in range(1000)) + ">x</guid></item>"), "more than 64 attributes"),
    "a text of 500 MB": (long_text, "one element holds more than 8 million characters"),
    "a text of 9 million emoji": (emoji, "one element holds more than"),
    "1 M empty posts": (many("", "<item></item>", 1_000_000), "more than 1000 empty items"),
    "1 M comments in one post": (many("<item>", wxr.comment(1, "a"), 1_000_000 // 20), "one item holds more than"),
    "1,000,000 terms": (many("", wxr.tag("a", "a"), 1_000_000 // 5), "more than 100000 terms"),
    "100,000 authors": (many("", wxr.author("a"), 100_000), "more than 20000 authors"),
    "10 GB in a gzip": (gzip_of_ten_gigabytes, "grows to more than 200 times"),
    "300 MB of spaces in a zip": (zip_of_zeros, "grows to more than 200 times"),
    "a zip in a zip": (archive(("export.zip", zipped(("export.xml", GOOD.encode())))), "holds no .xml file"),
    "a zip in a zip, called .xml": (archive(("export.xml", zipped(("export.xml", GOOD.encode())))), "holds another archive"),
    "a gzip in a gzip": (lambda path: path.write_bytes(gzip.compress(gzip.compress(GOOD.encode()))), "holds another archive"),
    "zip slip, dots": (archive(("../export.xml", GOOD.encode())), "outside itself"),
    "zip slip, root": (archive(("/export.xml", GOOD.encode())), "outside itself"),
    "zip slip, backslash": (archive(("..\\export.xml", GOOD.encode())), "outside itself"),
    "zip slip, drive": (archive(("C:export.xml", GOOD.encode())), "outside itself"),
    "zip slip, link": (archive((symlink(), b"/etc/passwd")), "outside itself"),
    "duplicate names": (twice, "twice. Give the .xml itself"),
    "a false size": (lying_size, "damaged"),
    "overlapping entries": (overlapping, "overlap|damaged"),
    "70,000 files in a zip": (archive(*((f"{n}", b"") for n in range(70_000))), "more than 65,000 files.*Give the .xml itself"),
    "a million pieces out of place": (many("<item>", "<title>a</b>c", 2_000_000), "damaged|one element holds more"),
    "endless looking ahead": (many("<item>", "<title><![CDATA[a]]><b></title>", 600_000), "damaged|one item holds|one element holds"),
    "comments that never end": (many("<item><title>", "<!-- ", 2_000_000), "damaged|one element holds more"),
    "a web page": (text("<!doctype html><html><title>Log in</title></html>"), "web page"),
    "a picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000)), "no text|its bytes are not"),
    "a gzip that is none": (lambda path: path.write_bytes(b"\x1f\x8b\x08\x00" + b"rubbish" * 9), "damaged|cannot be read"),
    "xz": (lambda path: path.write_bytes(b"\xfd7zXZ\x00rubbish"), "packed with xz"),
    "nothing": (lambda path: path.write_bytes(b""), "is empty"),
}  # fmt: skip

REPAIRED: dict[str, tuple[Writer, str | None]] = {
    "XInclude": (text(wxr.export(wxr.item(1, more='<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'))), "A text."),
    "XInclude in a text": (text(wxr.export(wxr.item(1).replace(wxr.cdata("A text."), '<xi:include href="file:///etc/passwd"/>'))), '<xi:include href="file:///etc/passwd"/>'),
    "entities without a DTD": (text(wxr.export(wxr.item(1, content="&a9;&a9;", wrap=str))), "&a9;&a9;"),
    "CDATA end tricks": (text(wxr.export(wxr.item(1).replace(wxr.cdata("A text."), "<![CDATA[a]]]>]]]]]><![CDATA[b]]>]]><![CDATA[>c]]>"))), None),
    "serialised objects": (text(wxr.export(wxr.item(1, meta=[("x", 'O:8:"stdClass":1:{s:1:"a";R:1;}')]))), "A text."),
    "a post with 20,000 comments": (many(wxr.item(1).removesuffix("</item>\n"), wxr.comment(1, "a"), 20_000, "</item>" + wxr.FOOT), "A text."),
    "200,000 bare &": (text(wxr.export(wxr.item(1, content="& " * 200_000, wrap=str))), None),
}  # fmt: skip
"""What is read all the same, with the text it must give."""
