"""Who wrote: accounts, guests of Co-Authors Plus and organisations become contributors, without their logins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.text import slugify
from django.utils.translation import gettext as _

from tocsin.articles.models import Contributor
from tocsin.articles.services.contributors import save_contributor
from tocsin.articles.statuses import ContributorKind
from tocsin.importers.wordpress import addresses, languages
from tocsin.importers.wordpress.plan import Plan
from tocsin.importers.wordpress.read import Export
from tocsin.importers.wordpress.records import Author, Item
from tocsin.importers.wordpress.report import Account, Need
from tocsin.importers.wordpress.services.desk import edit_of
from tocsin.importers.wordpress.services.journal import Journal, Line, hash_of
from tocsin.importers.wordpress.statuses import Kind

TAXONOMY = "author"
_GUEST = "cap-"
_LONGEST = 200
_ORGANISATION = re.compile(
    r"\b(?:agency|association|bureau|center|centre|club|collective|committee|council|desk|editors|editorial|foundation|"
    r"institute|media|movement|network|news|newsroom|office|organi[sz]ation|party|press|project|radio|redacción|"
    r"редакція|агентство|рух|служба|staff|team|times|union|university|війська|women)\b",
    re.IGNORECASE,
)


@dataclass
class People:
    """Which login and which guest is which contributor. Logins live here and nowhere longer than the import."""

    journal: Journal
    account: Account
    language: str
    _by_login: dict[str, int] = field(default_factory=dict, repr=False)
    _by_nicename: dict[str, int] = field(default_factory=dict, repr=False)
    _by_shown: dict[str, int] = field(default_factory=dict, repr=False)
    _by_name: dict[str, int] = field(default_factory=dict, repr=False)
    _nameless: int = 0

    def byline_of(self, item: Item) -> list[int]:
        """Return the contributors of *item*: those a plugin for several authors names, else who created it."""
        named = [self._named(term.slug or term.name) for term in item.terms if term.taxonomy == TAXONOMY]
        found = list(dict.fromkeys(pk for pk in named if pk))
        creator = self._by_login.get(item.creator_login)
        return found or ([creator] if creator else [])

    def archives(self) -> dict[str, str]:
        """Return the page of each author by the names under which the old site kept their archive."""
        found = Contributor.objects.in_bulk(set(self._by_name.values()))
        return {name: found[pk].get_absolute_url() for name, pk in self._by_name.items() if pk in found}

    def _named(self, slug: str) -> int | None:
        names = (addresses.path_of(one) for one in (slug, slug.removeprefix(_GUEST)))
        return next((pk for name in names if (pk := self._by_nicename.get(name))), None)

    def take(self, author: Author) -> None:
        """Make a contributor of an account."""
        pk = self._take(f"login:{author.login}", self._name_of(author), "", _nicenames(author.login), author.id)
        if pk:
            self._by_login[author.login] = pk
            self._by_shown.setdefault(author.display_name.strip().casefold(), pk)

    def _name_of(self, author: Author) -> str:
        shown, whole = author.display_name.strip(), f"{author.first_name} {author.last_name}".strip()
        shown = languages.first(shown, [self.language])
        if "@" in shown or shown.casefold() == author.login.casefold():
            return whole if whole and "@" not in whole else ("" if "@" in shown else shown)
        return shown or whole

    def take_guest(self, item: Item) -> None:
        """Make a contributor of a guest author, or know an account by its name in it."""
        nicenames = [item.slug, item.slug.removeprefix(_GUEST)]
        name = item.first("cap-display_name") or item.title
        if pk := self._by_shown.get(name.strip().casefold()):
            self._by_nicename |= {addresses.path_of(one): pk for one in nicenames}
            return
        about = item.first("cap-description")
        self._take(f"guest:{item.slug}", "" if "@" in name else name, about, nicenames)

    def take_named(self, slug: str, name: str) -> None:
        """Make a contributor of an author whom items name and the export does not describe, if that is a name."""
        if self._named(slug) is None and " " in name.strip() and "@" not in name:
            self._take(f"guest:{slug}", name, "", [slug.removeprefix(_GUEST)])

    def take_undeclared(self, logins: Iterable[str]) -> None:
        """Make nameless contributors of logins that items name and no author of the export describes."""
        for login in sorted(logins):
            if login not in self._by_login and (pk := self._take(f"login:{login}", "", "", _nicenames(login))):
                self._by_login[login] = pk

    def _take(self, old: str, name: str, about: str, nicenames: list[str], number: int = 0) -> int | None:
        key = addresses.key(f"author:{old}", settings.SECRET_KEY)
        name, about = " ".join(strip_tags(name).split())[:_LONGEST], strip_tags(about).strip()
        if not name:
            self._nameless += 1
            name = _("Author %(number)d") % {"number": self._nameless}
            nameless = True
        else:
            nameless = False
        pk = self._kept(key, name, about, nameless=nameless)
        if pk is None:
            return None
        for one in nicenames:
            self._by_nicename.setdefault(addresses.path_of(one), pk)
        names = [found for one in nicenames for found in addresses.of_author(one)]
        names += addresses.of_author("", number)
        for one in names:
            self._by_name.setdefault(one, pk)
        self.journal.lead((addresses.key(one, settings.SECRET_KEY) for one in names), Kind.CONTRIBUTOR, pk)
        return pk

    def _kept(self, key: str, name: str, about: str, *, nameless: bool) -> int | None:
        line, digest = self.journal.get(Kind.CONTRIBUTOR, key), hash_of(name, about)
        if line:
            return self._again(line, key, name, about)
        known = Contributor.objects.filter(name__iexact=name).exclude(pk__in=self.journal.targets(Kind.CONTRIBUTOR))
        one = None if nameless else known.first()
        self.account.count("contributors", "was here" if one else "added")
        if one is None:
            kind = ContributorKind.ORGANISATION if _ORGANISATION.search(name) else ContributorKind.PERSON
            one = save_contributor(Contributor(name=name, about=about, kind=kind))
            if nameless:
                why = _("the export does not tell this author's name, only a login, which is not kept")
                self.account.needs.add(Need(name, edit_of(one), why))
        self.journal.note(Kind.CONTRIBUTOR, key, Line(digest, one.pk, _state(one)))
        return one.pk

    def _again(self, line: Line, key: str, name: str, about: str) -> int | None:
        one, digest = Contributor.objects.filter(pk=line.target or 0).first(), hash_of(name, about)
        if one is None:
            self.account.count("contributors", "deleted here")
            return None
        if line.digest == digest:
            self.account.count("contributors", "unchanged")
        elif line.written != _state(one):
            self.account.count("contributors", "conflict")
            self.account.conflicts.add(Need(one.name, edit_of(one), _("changed here since it came")))
        else:
            one.name, one.about = name, about
            save_contributor(one)
            self.account.count("contributors", "updated")
            self.journal.note(Kind.CONTRIBUTOR, key, Line(digest, one.pk, _state(one)))
        return one.pk


@transaction.atomic
def take_people(people: People, export: Export, plan: Plan) -> None:
    """Make contributors of everyone *export* names."""
    for author in export.authors:
        people.take(author)
    for guest in plan.guests:
        people.take_guest(guest)
    people.take_undeclared(export.undeclared)
    for (taxonomy, slug), name in plan.terms.items():
        if taxonomy == TAXONOMY:
            people.take_named(slug, name)
    people.journal.flush()


def _nicenames(login: str) -> list[str]:
    """Return what WordPress makes of a login in the address of its archive: one of these."""
    spelled = slugify(login.replace("@", "").replace(".", "-"), allow_unicode=True)
    return list(dict.fromkeys(one for one in (slugify(login, allow_unicode=True), spelled) if one))


def _state(one: Contributor) -> str:
    return hash_of(one.name, one.about)
