"""What an article's body is made of. A block holds and checks; its template shows."""

from __future__ import annotations

from threading import RLock
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from tocsin.articles import ports
from tocsin.articles.statuses import INLINE_FEATURES, NOTE_FEATURES, TEXT_FEATURES, LedgerKind


class WordsBlock(blocks.RichTextBlock):
    """Rich text in which markers of references may stand. In migrations it is Wagtail's own block."""

    def get_comparison_class(self) -> type:
        from tocsin.articles.comparing import WordsComparison

        return WordsComparison

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", args, kwargs


class ParagraphBlock(WordsBlock):
    """Running text. Markers of references stand in it."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "articles/blocks/paragraph.html"


class HeadingBlock(blocks.StructBlock):
    """A heading below the headline; levels 2 to 4."""

    text = blocks.CharBlock(label=_("Heading"), max_length=200)
    level = blocks.ChoiceBlock(label=_("Level"), choices=[("2", "2"), ("3", "3"), ("4", "4")], default="2")

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "articles/blocks/heading.html"


class PictureBlock(blocks.StructBlock):
    """A picture with its alternative text for this place, or marked as decorative."""

    picture = ImageBlock(label=_("Picture"))
    caption = WordsBlock(label=_("Caption"), required=False, features=INLINE_FEATURES)
    credit = blocks.CharBlock(
        label=_("Credit"),
        required=False,
        max_length=200,
        help_text=_("Leave empty for the picture's own credit."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "articles/blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2)
    caption = blocks.CharBlock(label=_("Caption of the gallery"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "articles/blocks/gallery.html"


class QuoteBlock(blocks.StructBlock):
    """Someone's own words, with who said them and as what."""

    text = WordsBlock(label=_("Words"), features=[*INLINE_FEATURES])
    speaker = blocks.CharBlock(label=_("Speaker"), required=False, max_length=200)
    office = blocks.CharBlock(label=_("Office or role"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "articles/blocks/quote.html"


class ListBlock(blocks.StructBlock):
    ordered = blocks.BooleanBlock(label=_("Numbered"), required=False)
    items = blocks.ListBlock(WordsBlock(features=INLINE_FEATURES), label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        template = "articles/blocks/list.html"


class DemandsBlock(blocks.StructBlock):
    """Demands, calls or slogans: each a line of its own."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)
    by = blocks.CharBlock(label=_("Whose demands"), required=False, max_length=200)
    items = blocks.ListBlock(WordsBlock(features=INLINE_FEATURES), label=_("Demands"))

    class Meta:
        icon = "clipboard-list"
        label = _("Demands or calls")
        template = "articles/blocks/demands.html"


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"), max_length=300)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            (
                "rich",
                WordsBlock(label=_("Text with references"), required=False, features=INLINE_FEATURES),
            ),
            ("number", blocks.DecimalBlock(label=_("Number"), required=False)),
        ],
        label=_("Table"),
    )
    row_headings = blocks.BooleanBlock(label=_("The first column names the rows"), required=False)

    class Meta:
        icon = "table"
        label = _("Table")
        template = "articles/blocks/table.html"


class EmbedBlock(blocks.StructBlock):
    """Something shown by another site. It is a link until the reader asks for more."""

    address = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("What it shows"), max_length=300)
    caption = WordsBlock(label=_("Caption"), required=False, features=INLINE_FEATURES)

    class Meta:
        icon = "media"
        label = _("Embed")
        template = "articles/blocks/embed.html"


class FileBlock(blocks.StructBlock):
    file = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=300)

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "articles/blocks/file.html"


class RecordingBlock(blocks.StructBlock):
    """Sound or moving pictures from a file of our own, with its transcript."""

    file = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    transcript = WordsBlock(label=_("Transcript"), required=False, features=INLINE_FEATURES)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=200)

    @cached_property
    def extensions(self) -> tuple[str, ...]:
        return self.meta.extensions  # type: ignore[no-any-return]

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if errors := self.wrong_files(cleaned):
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def wrong_files(self, value: Any) -> dict[str, ValidationError]:
        """What a browser could not play, by field, each with what to choose instead."""
        return _wrong("file", value["file"], self.extensions)

    class Meta:
        extensions: tuple[str, ...] = ()


def _wrong(field: str, file: Any, extensions: tuple[str, ...]) -> dict[str, ValidationError]:
    if file is None or file.file_extension.lower() in extensions:
        return {}
    sentence = _("“%(title)s” is of another kind. Choose a file that ends in %(extensions)s.")
    return {field: ValidationError(sentence, params={"title": file.title, "extensions": ", ".join(extensions)})}


class AudioBlock(RecordingBlock):
    class Meta:
        icon = "media"
        label = _("Audio")
        template = "articles/blocks/audio.html"
        extensions = ("mp3", "m4a", "ogg", "oga", "opus", "flac", "wav")


class VideoBlock(RecordingBlock):
    captions = DocumentChooserBlock(label=_("Captions (WebVTT)"), required=False)

    def wrong_files(self, value: Any) -> dict[str, ValidationError]:
        return {**super().wrong_files(value), **_wrong("captions", value["captions"], ("vtt",))}

    class Meta:
        icon = "media"
        label = _("Video")
        template = "articles/blocks/video.html"
        extensions = ("mp4", "m4v", "webm", "ogv")


class LedgerBlock(blocks.StructBlock):
    """Something of the ledger that stays up to date: a claim, a figure, a chart, a map, a timeline."""

    kind = blocks.ChoiceBlock(label=_("What"), choices=LedgerKind.choices, default=LedgerKind.CLAIM)
    of = blocks.RegexBlock(
        label=_("Of which"),
        required=False,
        regex=r"^[\w, -]*$",
        help_text=_(
            "A claim's number; for a chart the address of its series; for a map or timeline numbers of claims, "
            "separated by commas, or nothing for the claims of this article."
        ),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if sentence := ports.embeds.objection(cleaned["kind"], cleaned["of"]):
            raise StructBlockValidationError(block_errors={"of": ValidationError(sentence)})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        article = (parent_context or {}).get("article")
        context["drawn"] = ports.embeds.render(value["kind"], value["of"], article)
        return context

    class Meta:
        icon = "list-ol"
        label = _("From the ledger")
        template = "articles/blocks/ledger.html"


class EditorsNoteBlock(blocks.RichTextBlock):
    """A note among editors. It never leaves the desk: no page, feed, search or edition shows it."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", NOTE_FEATURES)
        super().__init__(**kwargs)

    def render(self, value: object, context: object = None) -> str:
        return ""

    class Meta:
        icon = "warning"
        label = _("Note for editors (never published)")


class BodyBlock(blocks.StreamBlock):
    """The body of an article."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    list = ListBlock()
    demands = DemandsBlock()
    table = TableBlock()
    embed = EmbedBlock()
    file = FileBlock()
    audio = AudioBlock()
    video = VideoBlock()
    ledger = LedgerBlock()
    note = EditorsNoteBlock()

    # Wagtail 8 makes fields optional for a draft by changing these very objects, which all threads share: two
    # editors saving at once would fail, or publish what is incomplete. So one at a time.
    _one_at_a_time = RLock()

    def clean(self, value: Any, *arguments: Any, **options: Any) -> Any:
        with self._one_at_a_time:
            return super().clean(value, *arguments, **options)

    def clean_deferred(self, value: Any) -> Any:
        with self._one_at_a_time:
            return super().clean_deferred(value)
