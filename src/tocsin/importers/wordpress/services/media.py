"""Pictures and files of the media library are taken in as if they were uploaded, each in a transaction of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.base import File as BaseFile
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from tocsin.articles.models import File, Picture
from tocsin.articles.models.media import scrubbed_file
from tocsin.importers.wordpress import addresses, languages, media
from tocsin.importers.wordpress.content import Attachment
from tocsin.importers.wordpress.plan import Plan, Upload
from tocsin.importers.wordpress.records import Item
from tocsin.importers.wordpress.report import Account, Need
from tocsin.importers.wordpress.services.desk import edit_of
from tocsin.importers.wordpress.services.journal import Journal, Line, hash_of
from tocsin.importers.wordpress.spool import Spool
from tocsin.importers.wordpress.statuses import Kind
from tocsin.lib.errors import TocsinError

_DRAWN = frozenset(["gif", "svg", "bmp", "tif", "tiff", "heic", "heif", "ico"])
"""Pictures that are asked for as pictures, and refused with the reason the scrubber gives."""
_CUT = 255


@dataclass(frozen=True, slots=True)
class Stored:
    """A picture or file that is here."""

    kind: Kind
    pk: int
    words: str = ""
    """The alternative text of a picture, the title of a file."""


@dataclass
class Shelved:
    """Which attachment became which picture or file. What cannot be taken is listed, each once."""

    plan: Plan
    spool: Spool
    journal: Journal
    account: Account
    shelf: media.Shelf
    _stored: dict[str, Stored | None] = field(default_factory=dict)

    def of(self, number: int, address: str) -> Stored | None:
        """Return what became of the attachment *number*, or of the one at *address*, or of the file there."""
        if known := self._known(number, address):
            return self._stored.get(str(known.number))
        return self._stored.get(loose(address)) if address else None

    def name_of(self, number: int, address: str) -> str:
        """Return by what the attachment or the loose file is remembered where it is missed."""
        if known := self._known(number, address):
            return str(known.number)
        return loose(address) if address else str(number)

    def _known(self, number: int, address: str) -> Attachment | None:
        known = self.plan.library.by_number.get(number) if number else None
        return known or (self.plan.library.at(address) if address else None)

    def has(self, name: str) -> bool:
        return self._stored.get(name) is not None

    def take_all(self) -> Iterator[int]:
        """Take every attachment, one after the other; yield 1 after each."""
        for upload in self.plan.uploads:
            self._take(upload)
            yield 1

    def take_loose(self, address: str) -> None:
        """Take a picture that the library does not know, from *address*."""
        name = loose(address)
        if name in self._stored or self.plan.library.at(address):
            return
        line = self.journal.get(Kind.PICTURE, name)
        if line and line.target:
            self._stored[name] = _as_stored(Kind.PICTURE, line.target)
            return
        self._stored[name] = None
        title = unquote(urlsplit(address).path).rpartition("/")[2] or "picture"
        with self._refusals(title, address):
            found = self.shelf.find(address)
            picture = Picture(title=title[:_CUT])
            self._keep_picture(picture, media.bytes_of(found), name, hash_of(address), [address])

    def _take(self, upload: Upload) -> None:
        name = str(upload.number)
        for kind in (Kind.PICTURE, Kind.FILE):
            line = self.journal.get(kind, name)
            if line and line.target:
                self._again(kind, name, line, upload)
                return
        self._stored[name] = None
        item = self.spool.take(upload.place)
        with self._refusals(item.title or upload.file, upload.address):
            found = self.shelf.find(upload.address, upload.file)
            ending = _ending(upload.file or upload.address)
            if ending in settings.WAGTAILIMAGES_EXTENSIONS or ending in _DRAWN:
                picture = Picture()
                _describe(picture, item, self.plan.language)
                where = [upload.address, upload.file]
                self._keep_picture(picture, media.bytes_of(found), name, upload.digest, where)
            elif ending in settings.WAGTAILDOCS_EXTENSIONS:
                self._keep_file(item, found, upload)
            else:
                raise media.NotThere(_("files of this kind are not taken"))

    @contextmanager
    def _refusals(self, title: str, address: str) -> Iterator[None]:
        """Take down what cannot be had, or is refused, and why."""
        try:
            yield
        except (TocsinError, ValidationError, OSError) as error:
            why = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            self.account.count("media", "missing")
            self.account.missing.add(Need(title, "", f"{address}: {why}"))

    def _keep_picture(self, picture: Picture, data: bytes, name: str, digest: str, where: list[str]) -> None:
        picture.file = scrubbed_file(ContentFile(data), hash_of(name, hashlib.sha256(data).hexdigest()))
        _clear_way(picture)
        with transaction.atomic():
            picture.save()
            self._note(Kind.PICTURE, picture, name, digest, where)
        self._stored[name] = Stored(Kind.PICTURE, picture.pk, picture.description)
        self.account.count("media", "added")

    def _keep_file(self, item: Item, found: Path | bytes, upload: Upload) -> None:
        label = get_valid_filename(Path(unquote(upload.file or upload.address)).name)[-80:]
        with _opened(found, label) as stream:
            if stream.size > media.LARGEST:
                raise media.NotThere(_("it is too large"))
            document = File(title=(_words(item.title, self.plan.language) or label)[:_CUT], file=stream)
            document.full_clean(exclude=["file_size", "file_hash", "uploaded_by_user"])
            _clear_way(document)
            with transaction.atomic():
                document.file_size = stream.size
                document.save()
                self._note(Kind.FILE, document, str(upload.number), upload.digest, [upload.address, upload.file])
        self._stored[str(upload.number)] = Stored(Kind.FILE, document.pk, document.title)
        self.account.count("media", "added")

    def _note(self, kind: Kind, one: Picture | File, name: str, digest: str, where: list[str]) -> None:
        self.journal.note(kind, name, Line(digest, one.pk, _state(one)))
        names = addresses.of_file(where[0], base=self.plan.base, also=where[1:])
        self.journal.lead((addresses.key(each, "") for each in names), kind, one.pk)
        self.journal.flush()

    def _again(self, kind: Kind, name: str, line: Line, upload: Upload) -> None:
        """What came before: its words follow the export unless they were changed here."""
        model = Picture if kind == Kind.PICTURE else File
        one = model.objects.filter(pk=line.target).first()
        if one is None:
            self.account.count("media", "deleted here")
            return
        what = "unchanged"
        if line.digest != upload.digest and kind == Kind.PICTURE:
            if line.written == _state(one):
                what = "updated"
                _describe(one, self.spool.take(upload.place), self.plan.language)
                with transaction.atomic():
                    one.save()
                    self.journal.note(kind, name, Line(upload.digest, one.pk, _state(one)))
                    self.journal.flush()
            else:
                what = "conflict"
                self.account.conflicts.add(Need(one.title, edit_of(one), _("changed here since it came")))
        self.account.count("media", what)
        self._stored[name] = Stored(kind, one.pk, one.description if kind == Kind.PICTURE else one.title)


def loose(address: str) -> str:
    """Return under what a file that the library does not know is remembered."""
    return f"at:{hash_of(address)}"


def _as_stored(kind: Kind, pk: int) -> Stored | None:
    one = Picture.objects.filter(pk=pk).only("description").first()
    return Stored(kind, pk, one.description) if one else None


def _describe(picture: Picture, item: Item, language: str) -> None:
    picture.title = (_words(item.title, language) or "picture")[:_CUT]
    picture.description = _words(item.first("_wp_attachment_image_alt"), language)[:_CUT]
    picture.caption = _words(item.excerpt, language)


def _words(text: str, language: str) -> str:
    return " ".join(strip_tags(languages.first(text, [language])).split())


def _state(one: Picture | File) -> str:
    return hash_of(one.title, getattr(one, "description", ""), getattr(one, "caption", ""))


def _ending(address: str) -> str:
    return unquote(address.partition("?")[0]).rpartition(".")[2].lower()


@contextmanager
def _opened(found: Path | bytes, label: str) -> Iterator[BaseFile]:
    if isinstance(found, bytes):
        yield ContentFile(found, name=label)
    else:
        with found.open("rb") as stream:
            yield BaseFile(stream, name=label)


def _clear_way(one: Picture | File) -> None:
    """Remove a file that an import cut short has left where *one* is about to be stored; no row names it."""
    field = one._meta.get_field("file")
    name = field.generate_filename(one, one.file.name)
    storage = one.file.storage
    if storage.exists(name) and not type(one)._base_manager.filter(file=name).exists():
        storage.delete(name)
