"""A newsroom with at least one record of every kind, what must not be found in its export, and a way to empty it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    CommentReply,
    PageViewRestriction,
    Site,
    Task,
    Workflow,
    WorkflowContentType,
)
from wagtail.models import Comment as Note

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import (
    ArticlePage,
    Correction,
    File,
    FrontStory,
    HomePage,
    Menu,
    MenuItem,
    PlainPage,
    ProtectedDecision,
    Section,
)
from tocsin.articles.services import spanning
from tocsin.articles.services.takedown import take_down
from tocsin.claims import services as ledger
from tocsin.claims.models import Claim, ClaimPlace, Office, Place, PlaceName, ProtectedName, Speaker, SpeakerName
from tocsin.claims.statuses import ClaimType
from tocsin.comments import services as comments
from tocsin.comments.models import Ban, Comment, Discussion, LearnedWord, ModeratorNote, Report
from tocsin.evidence.models import Judgement, Proposed, Reading
from tocsin.importers.wordpress.models import Arrival, Move, OldAddress
from tocsin.sources.models import Citation

NOON = datetime(2022, 3, 5, 12, tzinfo=UTC)
CANARIES = (
    "canary.staff@example.org",
    "canary.reader@example.org",
    "canary.desk@example.org",
    "canarylogin",
    "canarypagepassword",
    "canarytotpkey",
    "canary-writer-token",
)


def build() -> None:
    """Fill the new site of ``make.site``."""
    editor = make.user("canarylogin", role="Editors")
    editor.first_name, editor.last_name, editor.email = "Nina", "Sova", "canary.staff@example.org"
    editor.save()
    make.user("somebody-else")
    TOTPDevice.objects.create(user=editor, name="phone", key=b"canarytotpkey".hex())
    log(editor, "tocsin.account.role", data={"role": "Editors"})
    article = _articles(editor)
    _ledger(editor, article)
    _desk(editor, article)
    _comments(editor, article)
    _moved_in(article)


def _articles(editor: User) -> ArticlePage:
    home = HomePage.objects.get()
    folder = Collection.get_first_root_node().add_child(name="Maps")
    picture = make.picture("Bridge «Міст» 🌉", collection=folder, uploaded_by_user=editor, credit="Ivan")
    picture.tags.add("bridges", "вода")
    file = File.objects.create(title="Table", file=ContentFile(b"a,b\n1,2\n", name="table.csv"))
    writer = make.contributor(about="Writes <b>plainly</b>.", picture=picture)
    section = make.section("Kherson", parent=make.section("War"))
    first, second = (
        make.source("Report", publication="UN"),
        make.source("Lost", address=""),
    )
    Citation.objects.create(source=first, exact="one million", start=3, end=14)
    article = make.article(
        "Bridge at Irpin repaired",
        body=[
            make.paragraph(
                f"The bridge is open again.{make.marker(first, second)} It was closed for <b>two</b> years."
            ),
            {"type": "picture", "value": {"picture": {"image": picture.pk, "alt_text": "A", "decorative": False}}},
            {"type": "file", "value": {"file": file.pk, "title": "Table", "note": ""}},
            {"type": "note", "value": "<p>Ask Olha first.</p>"},
        ],
        by=[writer],
        tags=["bridges"],
        section=section,
        owner=editor,
        lead_picture=picture,
    )
    article.corrections = [Correction(kind="correction", text="It is open since March.", corrected_at=NOON)]
    article.title = "Bridge at Irpin is open"
    article.save_revision(user=editor, log_action=True)
    make.article("Kyiv, the draft", live=False, owner=editor)
    make.article("Міст", language="uk", translation_of=article)
    gone = make.article("Gone", slug="gone")
    take_down(gone, "It named a witness.", editor)
    FrontStory.objects.create(home=home, article=article, sort_order=0)
    about = home.add_child(instance=PlainPage(title="About", slug="about", body=[make.paragraph("Us.")]))
    about.save_revision().publish()
    menu = Menu.objects.create(place="top")
    MenuItem.objects.create(menu=menu, page=about, sort_order=0)
    MenuItem.objects.create(menu=menu, section=Section.objects.last(), sort_order=1)
    Redirect.objects.create(old_path="/old", redirect_page=article, site=Site.objects.get())
    closed = home.add_child(instance=PlainPage(title="Closed", slug="closed", body=[make.paragraph("For us.")]))
    PageViewRestriction.objects.create(page=closed, restriction_type="password", password="canarypagepassword")
    PageViewRestriction.objects.create(
        page=about.add_child(instance=PlainPage(title="Team", slug="team")), restriction_type="groups"
    ).groups.add(Group.objects.get(name="Editors"))
    CollectionViewRestriction.objects.create(
        collection=folder, restriction_type="password", password="canarypagepassword"
    )
    return ArticlePage.objects.get(pk=article.pk)


def _ledger(editor: User, article: ArticlePage) -> None:
    party = make.party()
    speaker, place = make.speaker("Ihor Kolykhaiev", side=party), make.place()
    SpeakerName.objects.create(speaker=speaker, text="Ігор Колихаєв")
    Office.objects.create(speaker=speaker, title="Mayor", since="2020-11")
    PlaceName.objects.create(place=place, text="Херсон")
    claims = {kind: _claim(kind, editor, speaker, place) for kind in ClaimType.values}
    series = ledger.series_for(name="Refugees", indicator="refugees", kind="stock", place=place)
    ledger.add_figure(claims["figure"].figure, series, by=editor)
    ledger.relate(claims["event"], "disputes", claims["control"], by=editor)
    said = make.assertion(claims["control"], speaker=speaker)
    make.assertion(claims["control"], stance="deny", source=article.citations[0].source, best="12.5")
    ledger.override(
        claims["event"], status="contested", reason="Two sides.", until=datetime(2100, 1, 1, tzinfo=UTC), by=editor
    )
    _state(article, claims["control"], editor, said)
    protected = ProtectedName.objects.create(text="Zaplavska", why="Asked us", added_by=editor)
    ProtectedDecision.objects.create(article=article, name=protected, reason="She agreed.", by=editor)
    reading = Reading.objects.create(article=article, state="done", digest="sha256:1", asked_by=editor, task="canary")
    Proposed.objects.create(reading=reading, exact="The bridge", start=0, end=10, type="event", rest={"a": [1.5, None]})
    Judgement.objects.create(article=article, type="event", exact="The bridge", by=editor, proposed={"z": 1, "a": 2})


def _claim(kind: str, editor: User, speaker: Speaker, place: Place) -> Claim:
    return ledger.record_claim(
        text=f"The bridge is open again ({kind}).",
        type=kind,
        sensitivity=["not_sensitive"],
        by=editor,
        subtype={"best": "1000000", "reported": "one million", "as_of": "2022-03-03"} if kind == "figure" else {},
        actors=[speaker],
        places=[ClaimPlace(place=place, role="location", text="Kherson")],
    )


def _state(article: ArticlePage, claim: Claim, editor: User, said: Any) -> None:
    """Tie words of the newest version to *claim*, and publish it."""
    words = "The bridge is open again."
    start = spanning.anchored_text(article).text.index(words)
    spanning.add_span(article, claim, start=start, end=start + len(words), by=editor, assertion=said)
    article.get_latest_revision_as_object().save_revision(user=editor).publish(user=editor)


def _desk(editor: User, article: ArticlePage) -> None:
    note = Note.objects.create(page=article, user=editor, text="Is that so?", contentpath="body")
    CommentReply.objects.create(comment=note, user=editor, text="It is.")
    draft = ArticlePage.objects.get(title="Kyiv, the draft")
    revision = draft.save_revision(user=editor)
    workflow = Workflow.objects.get(name="Second pair of eyes")
    workflow.start(draft, editor)
    assert revision
    Task.objects.create(name="Nothing further")
    WorkflowContentType.objects.create(workflow=workflow, content_type=ContentType.objects.get_for_model(Section))
    log(Section.objects.first(), "wagtail.edit", user=editor)
    make.discussion_settings(tell_moderators="canary.desk@example.org", per_page=20)


def _comments(editor: User, article: ArticlePage) -> None:
    first = make.comment(article, "I live there. <script>alert(1)</script>", name="Reader")
    answer = make.comment(parent=first, text="So do I.")
    held = make.comment(article, state="held", text="Waits.")
    comments.refuse(Comment.objects.filter(pk=held.pk), by=editor)
    Comment.objects.filter(pk=answer.pk).update(
        sealed_email=b"canary.reader@example.org", token="canary-writer-token", wants_reply=True
    )
    Report.objects.create(comment=first, token="canary-writer-token", reason="Rude")
    ModeratorNote.objects.create(comment=first, text="Known to us.", by=editor)
    Discussion.objects.create(article=article, opening="open", changed_by=editor)
    Ban.objects.create(token="canary-writer-token", reason="Spam", made_by=editor)
    LearnedWord.objects.get_or_create(word="", defaults={"spam": 1})
    LearnedWord.objects.create(word="слово/1:2", good=3)


def _moved_in(article: ArticlePage) -> None:
    move = Move.objects.create(site="old.example.org", finished_at=NOON + timedelta(seconds=1.25))
    Arrival.objects.create(move=move, kind="article", old="12", digest="d", target=article.pk)
    OldAddress.objects.create(
        key=hashlib.sha256(b"id:12").hexdigest()[:32], move=move, kind="article", target=article.pk
    )


def empty() -> None:
    """Make the database what it is before a site is founded."""
    kept = {"contenttypes.ContentType", "auth.Permission", "wagtailsearch.SQLiteFTSIndexEntry", "wagtailadmin.Admin"}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label not in kept and model._meta.managed:
            model._base_manager.all()._raw_delete(connection.alias)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(folder: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Change the file *name* of an export, and its manifest so that it fits."""
    path, manifest = folder / name, folder / "manifest.json"
    path.write_bytes(change(path.read_bytes()))
    told = json.loads(manifest.read_bytes())
    told["files"][name] = {
        "bytes": path.stat().st_size,
        "sha256": f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}",
    }
    manifest.write_text(json.dumps(told))
