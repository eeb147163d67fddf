"""Categories become sections with their tree, everything else readers filed by becomes tags."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from taggit.models import Tag

from tocsin.articles.models import Section
from tocsin.articles.services.sections import save_section
from tocsin.importers.wordpress import addresses, languages, slugs
from tocsin.importers.wordpress.records import Item, Term
from tocsin.importers.wordpress.report import Account, Need
from tocsin.importers.wordpress.services.desk import edit_of
from tocsin.importers.wordpress.services.journal import Journal, Line, hash_of
from tocsin.importers.wordpress.statuses import Kind

INNER = frozenset(
    [
        *("language", "term_language", "post_translations", "term_translations", "nav_menu", "post_format", "author"),
        *("wp_theme", "wp_template_part_area", "wp_pattern_category", "link_category", "elementor_library_type"),
    ]
)
"""Taxonomies by which WordPress or a plugin files for itself."""
CATEGORY = "category"
LONGEST_NAME, LONGEST_TAG, LONGEST_SLUG = 120, 100, 100
_AT_ONCE = 500


@dataclass
class Filing:
    """Which term became which section or tag, by taxonomy and slug."""

    journal: Journal
    account: Account
    language: str
    sections: dict[str, int] = field(default_factory=dict)
    tags: dict[tuple[str, str], int] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    """The slug of each category by its number, for the plugins that name the main one so."""

    slugs: dict[tuple[str, int], str] = field(default_factory=dict)
    """The slug of every other term, by taxonomy and number."""

    def section_of(self, item: Item, primary: int) -> int | None:
        """Return the section of *item*: its main category, else the first that is one here."""
        named = [term.slug or term.name for term in item.terms if term.taxonomy == CATEGORY]
        main = self.numbers.get(primary)
        for slug in [main, *named] if main in named else named:
            if slug in self.sections:
                return self.sections[slug]
        return None

    def tags_of(self, item: Item, section: int | None) -> list[int]:
        """Return the tags of *item*, each once; categories beside its section are among them."""
        found = []
        for term in item.terms:
            slug = term.slug or term.name
            if term.taxonomy == CATEGORY and self.sections.get(slug) == section:
                continue
            if term.taxonomy == CATEGORY and slug in self.sections:
                self._tag_beside(slug)
            if pk := self.tags.get((term.taxonomy, slug)):
                found.append(pk)
        return list(dict.fromkeys(found))

    def _tag_beside(self, slug: str) -> None:
        """Make a tag of the name of a category's section, for what is filed there beside its own section."""
        if (CATEGORY, slug) not in self.tags:
            name = Section.objects.get(pk=self.sections[slug]).name
            _tags_named(self, {(CATEGORY, slug): name[:LONGEST_TAG]})


def old_of(taxonomy: str, slug: str) -> str:
    """Return under what a term is remembered."""
    return addresses.key(f"term:{taxonomy}/{slug}", "")


@transaction.atomic
def take_sections(filing: Filing, terms: Iterable[Term]) -> None:
    """Make or bring up to date a section of every category among *terms*, those above first."""
    known = {term.slug: term for term in terms if term.taxonomy == CATEGORY}
    for term in sorted(known.values(), key=lambda one: _depth(one, known)):
        _take_section(filing, term, known)
        filing.numbers[term.id] = term.slug
    filing.journal.flush()


def _depth(term: Term, known: dict[str, Term]) -> int:
    """How many categories stand above; one that stands above itself, or very deep, counts as at the top."""
    seen, above = {term.slug}, known.get(term.parent_slug)
    while above is not None:
        if above.slug in seen or len(seen) > 5:  # noqa: PLR2004 - addresses of sections have a limit
            return 0
        seen.add(above.slug)
        above = known.get(above.parent_slug)
    return len(seen) - 1


def _take_section(filing: Filing, term: Term, known: dict[str, Term]) -> None:
    journal, old = filing.journal, old_of(CATEGORY, term.slug)
    parent = filing.sections.get(term.parent_slug) if _depth(term, known) else None
    name = (languages.first(term.name, [filing.language]).strip() or term.slug)[:LONGEST_NAME]
    about = strip_tags(languages.first(term.description, [filing.language])).strip()
    digest, line = hash_of(name, about, term.parent_slug), journal.get(Kind.SECTION, old)
    section = Section.objects.filter(pk=line.target or 0).first() if line else None
    if line and section is None:
        filing.account.count("sections", "deleted here")
        return
    if line and section:
        filing.sections[term.slug] = section.pk
        if line.digest == digest:
            filing.account.count("sections", "unchanged")
        elif line.written != _state(section):
            filing.account.count("sections", "conflict")
            filing.account.conflicts.add(Need(section.name, edit_of(section), _("changed here since it came")))
        else:
            section.name, section.about = name, about
            _keep(filing, section, term, old, digest, "updated")
        return
    slug = slugs.cleaned(term.slug, name)[:LONGEST_NAME]
    path = f"{Section.objects.get(pk=parent).path}/{slug}" if parent else slug
    section = Section.objects.filter(path=path).first()
    if section:
        filing.account.count("sections", "was here")
    _keep(
        filing,
        section or Section(name=name, slug=slug, about=about, parent_id=parent),
        term,
        old,
        digest,
        "" if section else "added",
    )


def _keep(filing: Filing, section: Section, term: Term, old: str, digest: str, what: str) -> None:  # noqa: PLR0913, PLR0917
    if what:
        try:
            section = save_section(section)
        except ValidationError as error:
            filing.account.drop(f"category {term.name}", "; ".join(error.messages))
            return
        filing.account.count("sections", what)
    filing.sections[term.slug] = section.pk
    filing.journal.note(Kind.SECTION, old, Line(digest, section.pk, _state(section)))
    names = addresses.of_term(CATEGORY, term.slug, term.id)
    filing.journal.lead((addresses.key(name, "") for name in names), Kind.SECTION, section.pk)


def _state(section: Section) -> str:
    return hash_of(section.name, section.about)


# Tags -----------------------------------------------------------------------------------------------------------


@transaction.atomic
def take_tags(filing: Filing, named: Iterable[tuple[str, str, str]]) -> None:
    """Make a tag of every (taxonomy, slug, name) in *named* where there is none of that name, whatever its case."""
    wanted: dict[tuple[str, str], str] = {}
    for taxonomy, slug, name in named:
        words = " ".join(languages.first(name, [filing.language]).split())[:LONGEST_TAG] or slug[:LONGEST_TAG]
        wanted.setdefault((taxonomy, slug), words)
    _tags_named(filing, wanted)
    for taxonomy, slug in wanted:
        names = addresses.of_term(taxonomy, slug)
        filing.journal.lead((addresses.key(one, "") for one in names), Kind.TAG, filing.tags[taxonomy, slug])
    filing.journal.flush()


def _tags_named(filing: Filing, wanted: dict[tuple[str, str], str]) -> None:
    there = {tag.name.casefold(): tag.pk for tag in Tag.objects.only("pk", "name")}
    taken = set(Tag.objects.values_list("slug", flat=True))
    fresh: dict[str, Tag] = {}
    for (_taxonomy, slug), name in wanted.items():
        if name.casefold() not in there and name.casefold() not in fresh:
            chosen = slugs.free(slugs.cleaned(slug, name)[: LONGEST_SLUG - 5], taken)
            taken.add(chosen)
            fresh[name.casefold()] = Tag(name=name, slug=chosen)
    Tag.objects.bulk_create(fresh.values(), batch_size=_AT_ONCE)
    there |= {name: tag.pk for name, tag in fresh.items()}
    filing.account.count("tags", "added", len(fresh))
    filing.tags |= {term: there[name.casefold()] for term, name in wanted.items()}
