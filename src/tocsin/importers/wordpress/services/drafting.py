"""Composed items as pages that are ready to be written, with the records they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.blocks import StreamValue
from wagtail.models import Page

from tocsin.articles import readiness
from tocsin.articles.models import ArticlePage, HomePage, PlainPage
from tocsin.claims import services as ledger
from tocsin.importers.wordpress.plan import Entry, Outcome, Plan, Why
from tocsin.importers.wordpress.report import Account, Need
from tocsin.importers.wordpress.services import writing
from tocsin.importers.wordpress.services.bodies import Body
from tocsin.importers.wordpress.services.composing import Composed
from tocsin.importers.wordpress.services.journal import Journal
from tocsin.importers.wordpress.services.media import Shelved
from tocsin.importers.wordpress.services.people import People
from tocsin.importers.wordpress.services.sources import Sources
from tocsin.importers.wordpress.services.terms import Filing
from tocsin.importers.wordpress.statuses import Kind

_LONGEST_SLUG = 200
_OWN_TIME = {Why.DRAFT, Why.PENDING}
"""Drafts that are dated when they are first published, and not by when they were last saved."""
_WORTH_A_LOOK = frozenset(
    [
        *("unknown-block", "unknown-shortcode", "left-out", "dynamic", "picture-unknown", "marker-without-note"),
        *("nested-list", "elementor-unreadable", "footnotes-unreadable", "too-deep", "too-long"),
    ]
)
_LEFT_OUT = frozenset(["left-out", "dynamic", "picture-unknown"])
_REASONS = {
    Why.PENDING: gettext_lazy("a draft that waits for review"),
    Why.PRIVATE: gettext_lazy("private there, a draft here: set its privacy before you publish it"),
    Why.PASSWORD: gettext_lazy("behind a password there, a draft here: set its privacy before you publish it"),
    Why.TRASH: gettext_lazy("in the trash there, a draft here: delete it, or publish it"),
    Why.OVERDUE: gettext_lazy("planned for a time that is over: publish it"),
    Why.TYPE: gettext_lazy("of a type that only the old site knew, a draft here"),
    Why.STATUS: gettext_lazy("in a state that only the old site knew, a draft here"),
    Why.CUT: gettext_lazy("the export breaks off in it: compare it with the old site"),
    Why.PROTECTED: gettext_lazy("names somebody on the protect list: a draft here"),
    Why.UNREADY: gettext_lazy("planned, but not ready to be published: a draft here"),
}
"""Why a draft is one, and what to do, in words."""


@dataclass
class Drafting:
    """Everything a page is made with."""

    plan: Plan
    journal: Journal
    account: Account
    people: People
    filing: Filing
    media: Shelved
    home: HomePage
    sources: Sources = field(default_factory=Sources)
    _parents: dict[int, Page] = field(default_factory=dict)

    def ready(self, made: Composed, sources: Mapping[str, list[int]]) -> tuple[writing.Ready, Body]:
        """Return *made* as a page to be written. Tags beside sections are recorded on the way."""
        entry = made.entry
        body = self.body_of(made, sources)
        page = ArticlePage() if entry.kind == Kind.ARTICLE else PlainPage()
        bylines, tags = self.fill(page, made, body)
        page.slug = entry.slug[:_LONGEST_SLUG]
        page.translation_key = writing.name_of(f"{self.plan.site}/{entry.kind}/{entry.old}")
        self._date(page, entry)
        return (
            writing.Ready(
                page=page,
                parent=self._parent_of(entry),
                at=entry.changed or entry.published or self.journal.move.begun_at,
                bylines=bylines,
                tags=tags,
                scheduled=entry.outcome == Outcome.SCHEDULED,
                cites=bool(sources),
            ),
            body,
        )

    def fill(self, page: writing.Written, made: Composed, body: Body) -> tuple[list[int], list[int]]:
        """Write what the item says into *page*; return its contributors and tags."""
        entry = made.entry
        page.title, page.seo_title, page.search_description = made.title, made.seo_title, made.description
        page.language = entry.language
        column = page._meta.get_field("body")
        page.body = StreamValue(column.stream_block, body.raw, is_lazy=True)
        if not isinstance(page, ArticlePage):
            return [], []
        page.standfirst = made.standfirst
        page.section_id = self.filing.section_of(made.item, made.primary)
        lead = self.media.of(made.lead, "") if made.lead else None
        if made.lead and lead is None:
            body.missing.append(str(made.lead))
        page.lead_picture_id = lead.pk if lead and lead.kind == Kind.PICTURE else None
        body.without_words += bool(page.lead_picture_id and lead and not lead.words.strip())
        page.translation_of_id = self.journal.target(Kind.ARTICLE, entry.original) if entry.original else None
        return self.people.byline_of(made.item), self.filing.tags_of(made.item, page.section_id)

    def _date(self, page: writing.Written, entry: Entry) -> None:
        page.live, page.has_unpublished_changes = entry.is_live, not entry.is_live
        page.show_in_menus = False
        if entry.is_live:
            page.first_published_at, page.last_published_at = entry.published, entry.changed or entry.published
        if entry.outcome == Outcome.SCHEDULED:
            page.go_live_at = entry.published
        if isinstance(page, ArticlePage):
            page.published_at = None if entry.why in _OWN_TIME else entry.published
            page.published_address = entry.address if entry.is_live else ""

    def _parent_of(self, entry: Entry) -> Page:
        above = self.plan.by_number.get(entry.parent) if entry.parent else None
        pk = self.journal.target(Kind.PAGE, above.old) if above else None
        if pk is None:
            return self.home
        if pk not in self._parents:
            self._parents[pk] = Page.objects.filter(pk=pk).first() or self.home
        return self._parents[pk]

    # Bodies -----------------------------------------------------------------------------------------------------

    def body_of(self, made: Composed, sources: Mapping[str, list[int]]) -> Body:
        body = Body(sources, self.media, f"{self.plan.site}/{made.entry.kind}/{made.entry.old}")
        for block in made.blocks:
            body.add(block)
        return body

    def objection(self, ready: writing.Ready, *, guarded: bool) -> Why:
        """Say why readers must not see *ready*, now that it is put together: at once, or when its time comes.

        *guarded* says whether anybody is on the protect list.
        """
        page = ready.page
        if not isinstance(page, ArticlePage):
            return Why.NONE
        if guarded and ledger.protected_in(readiness.everything_published(page)):
            return Why.PROTECTED
        return Why.UNREADY if ready.scheduled and readiness.objections(page) else Why.NONE

    # What a person should know ----------------------------------------------------------------------------------

    def take_down(self, made: Composed, pk: int, body: Body) -> None:
        """Take down in the account what was not kept of *made*, and what needs a person."""
        edit, add = f"/desk/pages/{pk}/edit/", self.account.needs.add
        entry, title = made.entry, made.title
        if reason := _REASONS.get(entry.why):
            add(Need(title, edit, str(reason)))
        for notice in made.notices:
            if notice.code == "reference-lost":
                self.account.lost.add(Need(title, edit, f"{notice.name} {notice.detail}".strip()))
                self.account.count("references", "lost", notice.count)
            elif notice.code in _WORTH_A_LOOK:
                why = _("left out of the text") if notice.code in _LEFT_OUT else _("in the text; its words are kept")
                self.account.drop(f"{notice.code} {notice.name}".strip(), why, notice.count)
                add(Need(title, edit, f"{notice.code} {notice.name} {notice.detail}".strip()[:300]))
        self.account.count("references", "kept", len(made.references))
        for why, number in made.dropped.items():
            self.account.drop("comment", why, number)
        if made.nowhere:
            why = ngettext(
                "%(count)d link leads to a page of the old site that is not in the export",
                "%(count)d links lead to pages of the old site that are not in the export",
                made.nowhere,
            )
            add(Need(title, edit, why % {"count": made.nowhere}))
        self._take_down_media(title, edit, body)

    def _take_down_media(self, title: str, edit: str, body: Body) -> None:
        if body.missing:
            count = len(set(body.missing))
            why = ngettext("%(count)d picture or file is missing", "%(count)d pictures or files are missing", count)
            self.account.needs.add(Need(title, edit, why % {"count": count}))
        if body.without_words:
            why = ngettext(
                "%(count)d picture has no alternative text: describe it before you publish this again",
                "%(count)d pictures have no alternative text: describe them before you publish this again",
                body.without_words,
            )
            self.account.needs.add(Need(title, edit, why % {"count": body.without_words}))
