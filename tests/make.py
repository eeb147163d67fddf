"""Test data, built by plain typed functions. Each makes what it needs and takes whatever fields a test cares about."""

from __future__ import annotations

import io
import itertools
import random
from datetime import UTC, datetime
from string import ascii_lowercase
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from PIL import Image

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, Byline, Contributor, HomePage, Picture, Section
from tocsin.articles.services.newsroom import found
from tocsin.articles.services.sections import save_section
from tocsin.claims import services as ledger
from tocsin.claims.models import Assertion, Claim, Place, Speaker
from tocsin.comments import services as comment_services
from tocsin.comments.models import Comment, DiscussionSettings
from tocsin.comments.statuses import State
from tocsin.sources import services as source_services
from tocsin.sources.models import Party, Source

PASSWORD = "correct horse battery staple"
_number = itertools.count(1)


def site() -> HomePage:
    """The newsroom's ground: locale, root, front page and site, from nothing where a browser test has emptied all."""
    return HomePage.objects.first() or found("The Bell", base_url="http://testserver")


def user(username: str = "", *, role: str = "", superuser: bool = False) -> User:
    """A member of staff; *role* is the name of a group (``articles.services.roles``)."""
    made = User.objects.create_user(username or f"person{next(_number)}", password=PASSWORD, is_superuser=superuser)
    if role:
        made.groups.add(Group.objects.get(name=role))
    return made


def contributor(name: str = "Olha Kovalenko", **fields: Any) -> Contributor:
    return Contributor.objects.create(name=name, **{"slug": f"contributor-{next(_number)}", **fields})


def section(name: str = "War", *, parent: Section | None = None, **fields: Any) -> Section:
    return save_section(Section(name=name, parent=parent, **{"slug": f"section-{next(_number)}", **fields}))


def source(title: str = "Situation report 9", **fields: Any) -> Source:
    return source_services.record(title=title, **{"address": "https://example.org/report", **fields})


def marker(*sources: Source) -> str:
    """A reference's marker as the editor stores it in running text."""
    ids = ",".join(str(one.pk) for one in sources)
    return f'<a linktype="reference" sources="{ids}">[ref]</a>'


def paragraph(html: str) -> dict[str, str]:
    return {"type": "paragraph", "value": f"<p>{html}</p>"}


def picture_bytes(*, size: tuple[int, int] = (800, 600), form: str = "JPEG", colour: str = "#335577") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, form)
    return stream.getvalue()


def picture(title: str = "A bridge", *, description: str = "A bridge with one arch gone", **fields: Any) -> Picture:
    number = next(_number)
    file = ContentFile(picture_bytes(), name=f"picture-{number}.jpg")
    made: Picture = Picture.objects.create(title=title, description=description, file=file, **fields)
    return made


def article(
    title: str = "Bridge at Irpin repaired",
    *,
    body: list[dict[str, Any]] | None = None,
    by: list[Contributor] | None = None,
    tags: list[str] | None = None,
    live: bool = True,
    **fields: Any,
) -> ArticlePage:
    """An article on the site, published unless *live* is false."""
    fields.setdefault("slug", f"article-{next(_number)}")
    fields.setdefault("published_at", datetime(2022, 3, 5, 12, tzinfo=UTC) if live else None)
    made = ArticlePage(title=title, live=False, body=body or [paragraph("The bridge is open again.")], **fields)
    made.bylines = [Byline(contributor=one) for one in by or []]
    home = HomePage.objects.get(pk=site().pk)
    home.add_child(instance=made)
    if tags:
        made.tags.add(*tags)
        made.save()
    if live:
        made.save_revision().publish()
        made.refresh_from_db()
    return made


def party(name: str = "Ukraine", camp: str = "") -> Party:
    return Party.objects.get_or_create(name=name, defaults={"camp": camp or name})[0]


def speaker(name: str = "Ihor Kolykhaiev", **fields: Any) -> Speaker:
    return Speaker.objects.create(name=name, **fields)


def place(name: str = "Kherson", **fields: Any) -> Place:
    """A settlement with a true spot and a public one."""
    spot = {"true_latitude": 46.6354, "true_longitude": 32.6169, "public_latitude": 46.6, "public_longitude": 32.6}
    return Place.objects.create(name=name, **{"country": "UA", **spot, **fields})


def claim(
    text: str = "Russian forces hold Kherson.", *, type: str = "control", public: bool = False, **fields: Any
) -> Claim:
    """A claim nobody asserts yet; readers see it when *public*."""
    made = ledger.record_claim(text=text, type=type, **{"sensitivity": ["not_sensitive"], **fields})
    if public:
        ledger.set_public([made.pk], public=True)
        made.refresh_from_db()
    return made


def assertion(claim: Claim | None = None, *, stance: str = "support", **fields: Any) -> Assertion:
    """What somebody says first hand of *claim*, public since the fifth of March 2022."""
    if "speaker" not in fields and "source" not in fields:
        fields["speaker"] = speaker(f"Speaker {next(_number)}")
    said = datetime(2022, 3, 5, tzinfo=UTC)
    fields = {"asserted_at": said, "public_at": said, **fields}
    if "repeats" not in fields:
        fields.setdefault("origin", "root")
    return ledger.record_assertion(claim or globals()["claim"](), stance=stance, **fields)


def discussion_settings(**fields: Any) -> DiscussionSettings:
    """The site's settings for comments, with *fields* changed."""
    settings = DiscussionSettings.current()
    for name, value in fields.items():
        setattr(settings, name, value)
    settings.save()
    return settings


def submitted(target: ArticlePage | Claim | None = None, text: str = "", **fields: Any) -> comment_services.Submitted:
    """A comment as a reader sends it, with the secret of its private link; by default it is held."""
    return comment_services.submit(target or article(), text=text or _sentence(next(_number)), **fields)


def _sentence(number: int) -> str:
    """Words that are like no others."""
    chance = random.Random(number)
    return " ".join("".join(chance.choices(ascii_lowercase, k=6)) for _ in range(6)) + "."


def comment(
    target: ArticlePage | Claim | None = None, text: str = "", *, state: str = State.PUBLISHED, **fields: Any
) -> Comment:
    """A comment in *state*, by whichever way it got there."""
    if parent := fields.get("parent"):
        target = target or parent.target
        parent.refresh_from_db()
    made = submitted(target, text, **fields).comment
    published_at = made.written_at if state == State.PUBLISHED else None
    Comment.objects.filter(pk=made.pk).update(state=state, reasons=[], published_at=published_at)
    made.refresh_from_db()
    return made
