"""What the blocks of a body refuse."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText

from tocsin.articles.blocks import AudioBlock, EditorsNoteBlock, VideoBlock
from tocsin.articles.models import File


def file(name: str) -> File:
    kept: File = File.objects.create(title=name, file=ContentFile(b"1", name=name))
    return kept


def recording(name: str, captions: str = "") -> dict[str, object]:
    value: dict[str, object] = {"file": file(name), "title": "A call", "transcript": RichText(""), "credit": ""}
    return {**value, "captions": file(captions)} if captions else value


@pytest.mark.parametrize("name", ["call.mp3", "call.OPUS", "call.wav"])
def test_sound_is_taken(db: None, name: str) -> None:
    AudioBlock().clean(recording(name))


@pytest.mark.parametrize("name", ["call.mp4", "call.pdf", "call"])
def test_what_is_no_sound_is_refused_with_what_is(db: None, name: str) -> None:
    with pytest.raises(StructBlockValidationError) as refusal:
        AudioBlock().clean(recording(name))
    assert "Choose a file that ends in mp3, m4a" in str(refusal.value.block_errors["file"])


def test_captions_are_webvtt(db: None) -> None:
    VideoBlock().clean(recording("call.webm", captions="call.vtt"))
    with pytest.raises(StructBlockValidationError) as refusal:
        VideoBlock().clean(recording("call.webm", captions="call.txt"))
    assert list(refusal.value.block_errors) == ["captions"]


def test_a_note_among_editors_shows_nothing() -> None:
    assert EditorsNoteBlock().render("<p>Her name is known to us.</p>") == ""
