"""Filling a site with the demo's newsroom, by the services any newsroom uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from tocsin.accounts import services as account_services
from tocsin.accounts.models import User
from tocsin.articles.models import (
    ArticlePage,
    Contributor,
    File,
    FrontStory,
    Menu,
    MenuItem,
    Newsroom,
    Picture,
    PlainPage,
    Section,
)
from tocsin.articles.services import corrections, drafts, newsroom, pages, publishing
from tocsin.articles.services import pictures as picture_services
from tocsin.articles.services.roles import ROLES
from tocsin.articles.services.sections import save_section
from tocsin.articles.statuses import CorrectionKind, MenuPlace
from tocsin.evidence import asking
from tocsin.evidence.models import Reading
from tocsin.evidence.proposing import objection
from tocsin.importers.demo import comments, pictures, read, sound
from tocsin.importers.demo.body import Shelf
from tocsin.importers.ledger import read as tables
from tocsin.importers.ledger import services as ledger
from tocsin.lib import clock
from tocsin.search.services import gathered
from tocsin.sources import services as source_services
from tocsin.sources.models import Source


@dataclass
class Summary:
    """What was added to the site; nothing when all of it was there."""

    articles: int = 0
    pages: int = 0
    pictures: int = 0
    sources: int = 0


@dataclass
class _Filling:
    """What has been made so far, by the keys the content files use."""

    by: User | None
    summary: Summary = field(default_factory=Summary)
    shelf: Shelf = field(default_factory=Shelf)
    sections: dict[str, Section] = field(default_factory=dict)
    contributors: dict[str, Contributor] = field(default_factory=dict)


def fill(
    *, by: User | None = None, base_url: str = "http://127.0.0.1:8000", drawn: dict[str, bytes] | None = None
) -> Summary:
    """Fill the site with the demo's newsroom; what is there already is left as it is.

    It is all there afterwards, or nothing of it. *drawn* are pictures drawn before, by name.
    """
    drawn = _undrawn(drawn or {})
    filling = _Filling(by)
    with transaction.atomic(), gathered():
        _found(base_url)
        _classify(filling)
        _shelve(filling, drawn)
        for text in read.texts("pages"):
            _page(filling, text)
        for text in read.texts("articles"):
            _article(filling, text)
        _front(filling)
        _menus(filling)
        _propose(filling)
        comments.discuss(by=by)
    return filling.summary


def editor(username: str) -> tuple[User, str]:
    """Return the account of an editor, made if need be, and its new password."""
    password = account_services.new_password()
    account = User.objects.filter(username=username).first()
    if account is None:
        account = account_services.add_user(username, group=ROLES["editor"].group, password=password)
    else:
        account_services.set_password(account, password)
    return account, password


def _undrawn(drawn: dict[str, bytes]) -> dict[str, bytes]:
    """Return the pictures the site lacks, drawn before the database is locked for writing."""
    there = set(Picture.objects.values_list("title", flat=True))
    missing = [name for name, said in read.pictures().items() if said["title"] not in there]
    return {name: drawn.get(name) or pictures.draw(name) for name in missing}


def _found(base_url: str) -> None:
    said = read.newsroom()
    home = newsroom.found(said["name"], strapline=said["strapline"], base_url=base_url)
    record = Newsroom.for_site(home.get_site())
    record.about, record.contact = said["about"], said["contact"]
    record.save()


def _classify(filling: _Filling) -> None:
    """Make sections and contributors."""
    for position, said in enumerate(read.newsroom()["sections"]):
        parent = filling.sections.get(said.get("parent", ""))
        path = f"{parent.path}/{said['slug']}" if parent else said["slug"]
        fields = {"name": said["name"], "slug": said["slug"], "about": said.get("about", ""), "position": position}
        known = Section.objects.filter(path=path).first()
        filling.sections[said["slug"]] = known or save_section(Section(parent=parent, **fields))
    for slug, said in read.newsroom()["contributors"].items():
        filling.contributors[slug] = Contributor.objects.get_or_create(slug=slug, defaults=said)[0]


def _shelve(filling: _Filling, drawn: dict[str, bytes]) -> None:
    """Record sources, take in pictures, keep files."""
    for key, said in read.sources().items():
        known = Source.objects.filter(title=said["title"], publication__name=said["publication"]).first()
        filling.summary.sources += known is None
        filling.shelf.sources[key] = known or source_services.record(**said)
    rights = {"credit": read.newsroom()["credit"], "licence": read.newsroom()["licence"]}
    for name, said in read.pictures().items():
        filling.summary.pictures += name in drawn
        filling.shelf.pictures[name] = (
            picture_services.add(drawn[name], **said, **rights, by=filling.by)
            if name in drawn
            else Picture.objects.get(title=said["title"])
        )
    for key, said in read.newsroom()["files"].items():
        filling.shelf.files[key] = File.objects.filter(title=said["title"]).first() or _file(said)


def _file(said: dict[str, Any]) -> File:
    content = sound.bell() if said.get("sound") == "bell" else (read.CONTENT / "files" / said["path"]).read_bytes()
    made: File = File.objects.create(
        title=said["title"], file=ContentFile(content, name=said["path"]), file_size=len(content)
    )
    return made


def _page(filling: _Filling, text: read.Text) -> None:
    page = PlainPage.objects.filter(slug=text.about["slug"]).first()
    if page is None:
        page = PlainPage(**text.about, body=filling.shelf.stream(text.pieces))
        pages.publish_page(page, by=filling.by)
        filling.summary.pages += 1
    filling.shelf.pages[page.slug] = page.pk


def _article(filling: _Filling, text: read.Text) -> None:
    article = ArticlePage.objects.filter(slug=text.about["slug"]).first()
    if article is None:
        article = _draft(filling, text)
        bylines = [_byline(filling, entry) for entry in text.about["byline"]]
        drafts.keep(article, bylines=bylines, by=filling.by)
        _state_claims(article, filling.by)
        _set_out(article, text.about, filling.by)
        filling.summary.articles += 1
    filling.shelf.pages[article.slug] = article.pk


def _state_claims(article: ArticlePage, by: User | None) -> None:
    """Record the claims of the article, where a table of them lies beside it."""
    table = read.CONTENT / "claims" / f"{article.slug}.csv"
    if table.exists():
        rows = tables.read(table.read_bytes())
        ledger.bring_in(rows, ledger.Wishes(f"demo-{article.slug}", article, by))


def _draft(filling: _Filling, text: read.Text) -> ArticlePage:
    about = text.about
    article = ArticlePage(
        title=about["title"],
        slug=about["slug"],
        standfirst=about["standfirst"],
        language=about["language"],
        section=filling.sections[about["section"].rpartition("/")[2]],
        translation_of_id=filling.shelf.pages.get(about.get("translation_of", "")),
        dateline_place=about.get("place", ""),
        dateline_date=about.get("date"),
        published_at=about.get("published"),
        lead_picture=filling.shelf.pictures[about["picture"]],
        lead_alt=about.get("alt", ""),
        lead_caption=about.get("caption", ""),
        seo_title=about.get("seo_title", ""),
        search_description=about.get("seo_description", ""),
        body=filling.shelf.stream(text.pieces),
    )
    article.tags.add(*about["tags"])
    return article


def _byline(filling: _Filling, entry: str) -> tuple[Contributor, str]:
    slug, _, role = entry.partition(": ")
    return filling.contributors[slug], role


def _set_out(article: ArticlePage, about: dict[str, Any], by: User | None) -> None:
    """Publish, schedule or keep back, as the file says."""
    state = about.get("state", "published")
    if state == "draft":
        return
    if state == "scheduled":
        tomorrow = (clock.now() + timedelta(days=1)).replace(hour=7, minute=0, second=0, microsecond=0)
        publishing.schedule(article, tomorrow, by=by)
        return
    if state == "embargoed":
        article.published_at = None
        article.embargo_until = clock.now() + timedelta(days=7)
    published = publishing.publish(article, by=by)
    for said in about.get("corrections", []):
        corrections.announce(published, said["text"], kind=CorrectionKind(said["kind"]), at=said["at"], by=by)


def _front(filling: _Filling) -> None:
    if FrontStory.objects.exists():
        return
    slugs = read.newsroom()["front"]
    articles = ArticlePage.objects.in_bulk([filling.shelf.pages[slug] for slug in slugs])
    pages.lead_with([articles[filling.shelf.pages[slug]] for slug in slugs], by=filling.by)


def _menus(filling: _Filling) -> None:
    for said in read.newsroom()["menus"]:
        if not Menu.objects.filter(place=said["place"], language=said["language"]).exists():
            links = [_link(filling, item) for item in said["items"]]
            pages.set_menu(MenuPlace(said["place"]), said["language"], links)


def _propose(filling: _Filling) -> None:
    """Have one article read for its claims by the worker, where something is installed that reads."""
    article = ArticlePage.objects.get(slug=read.newsroom()["read_for_claims"])
    if not objection() and not Reading.objects.filter(article=article).exists():
        asking.ask([article], by=filling.by)


def _link(filling: _Filling, item: dict[str, str]) -> MenuItem:
    return MenuItem(
        label=item.get("label", ""),
        page_id=filling.shelf.pages[item["page"]] if "page" in item else None,
        section=filling.sections[item["section"]] if "section" in item else None,
        address=item.get("address", ""),
    )
