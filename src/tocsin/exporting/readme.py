"""What somebody is told who has nothing but the export."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from django.utils import translation
from django.utils.encoding import force_str

from tocsin.articles.blocks import BodyBlock
from tocsin.exporting.columns import columns, lists
from tocsin.exporting.kinds import KINDS, PERSON, Kind
from tocsin.exporting.manifest import NAME, VERSION

_HEAD = """\
A NEWSROOM, AS FILES

This is everything a newsroom that publishes with Tocsin owns, at one moment, in a form
that needs no program of ours.

It holds what was never published: drafts, notes of editors, comments that wait for a
moderator, the protect list, sources that are kept back, the true places of people at
risk. Keep it as you would keep those, and encrypt it before it leaves the machine.

It holds no password, and of what the program itself keeps no e-mail address and no
network address. What people wrote into a text stands there as they wrote it. A person who
gave no name is called by what the login begins with, before any @.

THE FORM (tocsin-export, version {version})

{manifest}     what this is, how many records of each kind, the length and the SHA-256
                  of every file. What it does not name does not belong here.
*.jsonl           one record in a line, as JSON (RFC 8259), in UTF-8.
media/            pictures and files as they were taken in, each named after the SHA-256
                  of its content.

Every record has an id of a kind and a number, as section:3, which never changes. Other
records refer to it by that. Pages of all kinds (the front page, articles, plain pages)
are numbered together, as page:12. A record that refers to nothing has null there, and one
that names a person whose account was deleted as well. The log and the records of decisions
may tell of records that are gone. next_numbers in the manifest is the number the next
record gets, so that no number of one that is gone is given out again.

An instant is ISO 8601 with its offset, in UTC: 2022-03-05T12:00:00+00:00. A date is
2022-03-05; where less is known of it, 2022-03, or EDTF (ISO 8601-2). Text stands as it
was written. A file is {{"name": its name in the media folder, "media": where it lies
here}}; media is null where the file was lost before.

Blocks, of which the body of a page is made, are a list of
{{"type": ..., "value": ..., "id": ...}}. These are the types:
{blocks}.
Rich text in them is HTML. In it, and in the values,
  <a linktype="reference" sources="12,15">   cites source:12 and source:15,
  <a linktype="page" id="12">                leads to page:12,
  <a linktype="document" id="5">             leads to file:5,
  "image": 5                                 is picture:5, "file": 5 is file:5.
A block of the type note is for editors alone.

content of a revision holds the columns of the page as they were, some by their bare
numbers, and below bylines, tagged_items and corrections what hung on it.

What is published: articles whose live is true, whose embargo_until is over, and that no
record of page-restrictions.jsonl closes; comments whose state is published below those.

READING IT BACK

tocsin import tocsin THIS-FOLDER, in a new site.

THE FILES
"""


def text() -> str:
    """Return it, in English whatever the newsroom speaks."""
    with translation.override("en"):
        blocks = ", ".join(BodyBlock().child_blocks)
        head = _HEAD.format(manifest=NAME, version=VERSION, blocks=textwrap.fill(blocks, 87))
        return "\n".join([head, *(part for kind in KINDS for part in _of(kind))]) + "\n"


def _of(kind: Kind) -> Iterator[str]:
    yield f"{kind.file}.jsonl"
    yield textwrap.indent(textwrap.fill(kind.about, 88), "  ")
    yield f"    id: {kind.prefix}:NUMBER"
    if kind is PERSON:
        yield "    name: text"
    for one in [] if kind is PERSON else columns(kind):
        label = force_str(one.field.verbose_name)
        said = "" if label.replace(" ", "_") == one.name else f" ({label})"
        yield textwrap.fill(f"{one.name}{said}: {one.form}", 88, initial_indent="    ", subsequent_indent="      ")
    for many in lists(kind) if kind is not PERSON else []:
        yield f"    {many.name}: the names of groups"
    for name, why in kind.withheld.items():
        if name != kind.model._meta.pk.name:
            yield f"    (not written: {name}: {why})"
    yield ""
