"""Names that could be taken for somebody else's: in two alphabets, or like, or the same as, one that is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from tocsin.articles.models import Contributor, Newsroom
from tocsin.comments.models import Comment
from tocsin.comments.names import mixes_scripts, shown_name, skeleton
from tocsin.comments.statuses import State

COMPARED = 1000
"""So many of the latest comments under the same articles and claims are compared."""


class Known(NamedTuple):
    """A name that readers see, and whose it is as far as that is known."""

    name: str
    token: str
    is_ours: bool
    """Whether it is the newsroom's, or somebody's who works there."""


def warnings(comments: Sequence[Comment]) -> dict[int, list[str]]:
    """Say, by the id of each of *comments*, what is odd about its writer's name; the newsroom's own are left out."""
    readers = {one.pk: Known(shown_name(one.name), one.token, False) for one in comments if not one.by_staff_id}
    looks = {pk: skeleton(one.name) for pk, one in readers.items() if one.name}
    alike: dict[str, set[Known]] = {look: set() for look in looks.values() if look}
    for known in (*_ours(), *_seen(comments)):
        if (look := skeleton(known.name)) in alike:
            alike[look].add(known)
    return {pk: list(_odd(readers[pk], alike.get(look, set()))) for pk, look in looks.items()}


def _odd(one: Known, alike: Collection[Known]) -> Iterator[str]:
    if mixes_scripts(one.name):
        yield _("This name mixes alphabets")
    ours = {other.name for other in alike if other.is_ours}
    for name in sorted(ours):
        yield _("This name is, or looks like, one of the newsroom’s: %(name)s") % {"name": name}
    told = {name.casefold() for name in (*ours, one.name)}
    for name in sorted({other.name for other in alike if other.name.casefold() not in told}):
        yield _("This name looks like another’s: %(name)s") % {"name": name}
    if not ours and any(_is_of_another(other, one) for other in alike):
        yield _("Somebody else wrote here under this name")


def _is_of_another(other: Known, one: Known) -> bool:
    """Whether the same name is certainly not of the same writer."""
    different = other.token and one.token and other.token != one.token
    return bool(different) and other.name.casefold() == one.name.casefold()


def _ours() -> Iterator[Known]:
    for model in (Newsroom, Contributor):
        for name in model.objects.values_list("name", flat=True):
            yield Known(name, "", True)


def _seen(comments: Sequence[Comment]) -> Iterator[Known]:
    """Yield the names of those whom readers see under the same articles and claims."""
    places = Q(article__in={one.article_id for one in comments if one.article_id})
    places |= Q(claim__in={one.claim_id for one in comments if one.claim_id})
    published = Comment.objects.filter(places, state=State.PUBLISHED).exclude(name="").order_by("-written_at")
    for name, token, staff in dict.fromkeys(published.values_list("name", "token", "by_staff")[:COMPARED]):
        yield Known(shown_name(name), token, staff is not None)
