"""Whether a file is what its name says: a web page that calls itself a text would be shown as one by some readers."""

from __future__ import annotations

from collections.abc import Callable

START = 4096
"""How many of a file's first bytes are needed."""

_PAGES = (b"<!doctype", b"<html", b"<head", b"<body", b"<script", b"<svg", b"<?xml", b"<iframe", b"<img", b"<!--")
_MPEG_SYNC = 0xE0


def _starts(*signs: bytes) -> Callable[[bytes], bool]:
    return lambda start: start.startswith(signs)


def _is_text(start: bytes) -> bool:
    """Whether it is text that nothing takes for a page or a picture."""
    words = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return b"\0" not in start and not any(sign in words for sign in _PAGES)


def _is_subtitles(start: bytes) -> bool:
    return start.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def _is_mpeg_sound(start: bytes) -> bool:
    return start.startswith(b"ID3") or (len(start) > 1 and start[0] == 0xFF and start[1] & _MPEG_SYNC == _MPEG_SYNC)  # noqa: PLR2004


def _is_wave(start: bytes) -> bool:
    return start.startswith(b"RIFF") and start[8:12] == b"WAVE"


def _is_mp4(start: bytes) -> bool:
    return start[4:8] == b"ftyp"


_SIGNS: dict[str, Callable[[bytes], bool]] = {
    "pdf": _starts(b"%PDF-"),
    **dict.fromkeys(("docx", "odt", "xlsx", "ods", "zip"), _starts(b"PK\3\4")),
    **dict.fromkeys(("txt", "csv"), _is_text),
    "vtt": _is_subtitles,
    "mp3": _is_mpeg_sound,
    **dict.fromkeys(("m4a", "mp4", "m4v"), _is_mp4),
    **dict.fromkeys(("ogg", "oga", "opus", "ogv"), _starts(b"OggS")),
    "flac": _starts(b"fLaC"),
    "wav": _is_wave,
    "webm": _starts(b"\x1aE\xdf\xa3"),
}


def is_what_it_says(name: str, start: bytes) -> bool:
    """Whether a file that begins with *start* may carry *name*; never for a kind that is not known here."""
    known = _SIGNS.get(name.rpartition(".")[2].lower())
    return known is not None and known(start[:START])
