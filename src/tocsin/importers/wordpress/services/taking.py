"""A batch of entries: what is new is written at once, what changed is brought up to date unless it changed here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.articles.errors import ArticleRefused
from tocsin.articles.models import ArticlePage, Byline, CitedSource, PlainPage
from tocsin.claims.models import ProtectedName
from tocsin.comments.services import close_taken_over, take_over_all
from tocsin.importers.wordpress.plan import Entry, Outcome, Why
from tocsin.importers.wordpress.report import Need
from tocsin.importers.wordpress.services import writing
from tocsin.importers.wordpress.services.bodies import Body, addresses_in
from tocsin.importers.wordpress.services.composing import Composed, compose
from tocsin.importers.wordpress.services.drafting import Drafting
from tocsin.importers.wordpress.services.journal import Line
from tocsin.importers.wordpress.services.sources import record_citations
from tocsin.importers.wordpress.spool import Spool
from tocsin.importers.wordpress.statuses import Kind
from tocsin.lib.ahead import done_ahead

_Known = tuple[Entry, Line]
_WORDS = {Kind.ARTICLE: "articles", Kind.PAGE: "pages"}


@dataclass
class Taking:
    """Takes batches, one after the other."""

    drafting: Drafting
    spool: Spool
    archives: Mapping[str, str] = field(default_factory=dict)
    """The pages of authors (``People.archives``)."""
    fetches: bool = True
    """Whether pictures that no library knows are looked for."""

    def count(self, entries: Sequence[Entry]) -> None:
        """Count what would become of *entries*, and write nothing."""
        new, changed, same = self._sorted(entries)
        for what, number in (("added", len(new)), ("updated", len(changed)), ("unchanged", len(same))):
            self.drafting.account.count(_WORDS[entries[0].kind], what, number)

    def take_all(self, batches: Sequence[Sequence[Entry]]) -> Iterator[int]:
        """Take *batches*, each of one kind, parents and originals first; yield the size of each when it is taken.

        What is new is composed ahead, by another process where there is a second processor.
        """
        new = [self._sorted(batch)[0] for batch in batches]
        with closing(done_ahead(lambda place: [self._composed(one) for one in new[place]], len(new))) as composed:
            for batch, made in zip(batches, composed, strict=True):
                self._take(batch, made)
                yield len(batch)

    def _sorted(
        self, entries: Iterable[Entry]
    ) -> tuple[list[Entry], list[tuple[Entry, Line]], list[tuple[Entry, Line]]]:
        """Part *entries* into the new ones, those that changed there, and those that did not."""
        journal, media = self.drafting.journal, self.drafting.media
        new: list[Entry] = []
        changed: list[_Known] = []
        same: list[_Known] = []
        for entry in entries:
            line = journal.get(entry.kind, entry.old)
            if line is None:
                new.append(entry)
            elif line.digest != entry.digest or any(media.has(name) for name in line.missing):
                changed.append((entry, line))
            else:
                same.append((entry, line))
        return new, changed, same

    def _composed(self, entry: Entry) -> Composed:
        return compose(self.drafting.plan, entry, self.spool.take(entry.place), self.archives)

    def _take(self, entries: Sequence[Entry], composed: Sequence[Composed]) -> None:
        new, changed, same = self._sorted(entries)
        for entry, made in zip(new, composed, strict=True):
            made.entry = entry  # another process gave back a copy
        updated = [(self._composed(entry), line) for entry, line in changed]
        for made in [*composed, *(one for one, _line in updated)]:
            self._fetch(made)
        if composed:
            self._write(composed)
        for made, line in updated:
            self._bring_up_to_date(made, line)
        if same:
            self._see_same(same)

    def _fetch(self, made: Composed) -> None:
        """Look for the pictures no library knows, before a transaction begins."""
        if self.fetches:
            for number, address in addresses_in(made.blocks):
                if not number and address:
                    self.drafting.media.take_loose(address)

    # New --------------------------------------------------------------------------------------------------------

    @transaction.atomic
    def _write(self, new: Sequence[Composed]) -> None:
        drafting, guarded = self.drafting, ProtectedName.objects.exists()
        cited = drafting.sources.record((made.references for made in new), {})
        ready: list[tuple[Composed, writing.Ready, Body]] = []
        for made, sources in zip(new, cited, strict=True):
            one, body = drafting.ready(made, sources)
            self._look_at(made.entry, one, guarded=guarded)
            ready.append((made, one, body))
        writing.write([one for _made, one, _body in ready])
        record_citations(one for _made, one, _body in ready if one.cites)
        for made, one, body in ready:
            self._note(made, one.page, body)
            drafting.take_down(made, one.page.pk, body)
            drafting.account.count(_WORDS[made.entry.kind], "added")
            drafting.account.count("states", made.entry.outcome if not made.entry.why else made.entry.why)
        self._discuss((made, one.page) for made, one, _body in ready)
        drafting.journal.flush()

    def _look_at(self, entry: Entry, one: writing.Ready, *, guarded: bool) -> None:
        """Keep a draft of what readers must not see after all."""
        why = Why.NONE if entry.outcome == Outcome.DRAFT else self.drafting.objection(one, guarded=guarded)
        if not why:
            return
        entry.outcome, entry.why = Outcome.DRAFT, why
        one.scheduled, one.page.live, one.page.has_unpublished_changes = False, False, True
        one.page.first_published_at = one.page.last_published_at = one.page.go_live_at = None
        if isinstance(one.page, ArticlePage):
            one.page.published_address = ""

    def _note(self, made: Composed, page: writing.Written, body: Body) -> None:
        entry, journal = made.entry, self.drafting.journal
        missing = tuple(sorted(set(body.missing)))
        journal.note(entry.kind, entry.old, Line(entry.digest, page.pk, str(page.latest_revision_id), missing))
        journal.lead(made.keys, entry.kind, page.pk)

    def _discuss(self, articles: Iterable[tuple[Composed, writing.Written]]) -> None:
        """Bring the comments of readers in under their articles; what takes no more of them there takes none here."""
        account = self.drafting.account
        discussed = [(made, page) for made, page in articles if isinstance(page, ArticlePage)]
        if pairs := [(page, one) for made, page in discussed for one in made.comments]:
            taken = take_over_all(pairs)
            account.count("comments", "added", taken.new)
            account.count("comments", "unchanged", taken.known)
        closed = close_taken_over(page for made, page in discussed if made.item.comment_status == "closed")
        account.count("discussions", "closed", closed)

    # What came before -------------------------------------------------------------------------------------------

    @transaction.atomic
    def _see_same(self, same: Sequence[tuple[Entry, Line]]) -> None:
        """Nothing changed, unless readers wrote more comments."""
        self.drafting.account.count(_WORDS[same[0][0].kind], "unchanged", len(same))
        discussed = {line.target: entry for entry, line in same if entry.comments and entry.kind == Kind.ARTICLE}
        found = ArticlePage.objects.defer("body").in_bulk([pk for pk in discussed if pk])
        self._discuss((self._with_comments(discussed[pk]), article) for pk, article in found.items())

    def _with_comments(self, entry: Entry) -> Composed:
        item = replace(self.spool.take(entry.place), content="", meta={})
        return compose(self.drafting.plan, entry, item, self.archives)

    def _bring_up_to_date(self, made: Composed, line: Line) -> None:
        model = ArticlePage if made.entry.kind == Kind.ARTICLE else PlainPage
        page = model.objects.filter(pk=line.target).first()
        account, words, edit = self.drafting.account, _WORDS[made.entry.kind], f"/desk/pages/{line.target}/edit/"
        if page is None:
            account.count(words, "deleted here")
            return
        if str(page.latest_revision_id) != line.written:
            account.count(words, "conflict")
            why = _("changed on both sides since it came; the version here stays")
            account.conflicts.add(Need(made.title, edit, why))
            self._discuss_again(made, page)
            return
        self._update(made, page)
        account.count(words, "updated")

    @transaction.atomic
    def _discuss_again(self, made: Composed, page: writing.Written) -> None:
        self._discuss([(made, page)])

    @transaction.atomic
    def _update(self, made: Composed, page: writing.Written) -> None:
        drafting, entry = self.drafting, made.entry
        known = {
            cited.source.title: cited.source_id
            for cited in CitedSource.objects.filter(article_id=page.pk).select_related("source")
        }
        (sources,) = drafting.sources.record([made.references], known)
        body = drafting.body_of(made, sources)
        bylines, tags = drafting.fill(page, made, body)
        if isinstance(page, ArticlePage):
            page.bylines = [Byline(contributor_id=pk, sort_order=place) for place, pk in enumerate(bylines)]
            page.tags.set(list(page.tags.through.tag_model().objects.filter(pk__in=tags)), clear=True)
            page.published_at = entry.published if entry.is_live else page.published_at
        self._publish(made, page)
        self._note(made, page, body)
        self._discuss([(made, page)])
        drafting.take_down(made, page.pk, body)
        drafting.journal.flush()

    def _publish(self, made: Composed, page: writing.Written) -> None:
        """Keep the new version, and let readers see it where they saw, or would see, the article there."""
        was_live, wanted = page.live, made.entry.is_live
        if was_live and not wanted:
            page.unpublish()
            page.refresh_from_db()
            return
        revision = page.save_revision()
        if wanted:
            try:
                with transaction.atomic():
                    revision.publish(skip_permission_checks=True)
            except ArticleRefused as refusal:
                why = _("the newer version waits as a draft: %(reason)s") % {"reason": refusal}
                self.drafting.account.needs.add(Need(made.title, f"/desk/pages/{page.pk}/edit/", why))
        page.refresh_from_db()
