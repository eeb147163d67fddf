"""Names that could be taken for somebody else's: written in two alphabets, or looking like a name that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from tocsin.articles.models import Contributor, Newsroom
from tocsin.comments.models import Comment
from tocsin.comments.names import mixes_scripts, shown_name, skeleton
from tocsin.comments.statuses import State

COMPARED = 1000
"""So many of the latest comments under the same articles and claims are compared."""


def warnings(comments: Sequence[Comment]) -> dict[int, list[str]]:
    """Say, by the id of each of *comments*, what is odd about its writer's name; the newsroom's own are left out."""
    readers = {one.pk: shown_name(one.name) for one in comments if one.name and not one.by_staff_id}
    looks = {pk: skeleton(name) for pk, name in readers.items()}
    by_look: dict[str, set[str]] = {look: set() for look in looks.values() if look}
    ours = [*Newsroom.objects.values_list("name", flat=True), *Contributor.objects.values_list("name", flat=True)]
    for name in (*ours, *_known(comments)):
        if (look := skeleton(name)) in by_look:
            by_look[look].add(name)
    folded = {name.casefold() for name in ours}
    return {pk: list(_odd(name, by_look.get(looks[pk], set()), folded)) for pk, name in readers.items()}


def _odd(name: str, alike: Iterable[str], ours: set[str]) -> Iterator[str]:
    if mixes_scripts(name):
        yield _("This name mixes alphabets")
    for other in sorted(alike):
        if other.casefold() in ours:
            yield _("This name is, or looks like, one of the newsroom’s: %(name)s") % {"name": other}
        elif other.casefold() != name.casefold():
            yield _("This name looks like another’s: %(name)s") % {"name": other}


def _known(comments: Sequence[Comment]) -> Iterator[str]:
    """Yield the names of those whom readers see under the same articles and claims."""
    places = Q(article__in={one.article_id for one in comments if one.article_id})
    places |= Q(claim__in={one.claim_id for one in comments if one.claim_id})
    published = Comment.objects.filter(places, state=State.PUBLISHED).exclude(name="").order_by("-written_at")
    for name in dict.fromkeys(published.values_list("name", flat=True)[:COMPARED]):
        yield shown_name(name)
