"""Where comments stand: an article or a claim, as addresses name it (``article-12``, ``claim-7``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.urls import reverse

from tocsin.articles.models import ArticlePage
from tocsin.claims.models import Claim
from tocsin.comments.models import Comment
from tocsin.comments.queries import Target

KEY = re.compile(r"(?:article|claim)-\d{1,18}", re.ASCII)


@dataclass(frozen=True)
class Place:
    """A thing that readers see and may comment on."""

    target: Target

    @property
    def key(self) -> str:
        """Its name in an address."""
        return f"{'claim' if self.is_claim else 'article'}-{self.target.pk}"

    @property
    def is_claim(self) -> bool:
        return isinstance(self.target, Claim)

    @property
    def title(self) -> str:
        return str(self.target.text if isinstance(self.target, Claim) else self.target.title)

    @property
    def language(self) -> str:
        return str(self.target.language)

    @property
    def direction(self) -> str:
        return self.target.direction

    @property
    def address(self) -> str:
        """Where it is read."""
        return reverse("claim", args=[self.target.pk]) if isinstance(self.target, Claim) else self.target.address

    @property
    def list_address(self) -> str:
        """Where all that is said of it is read."""
        return reverse("comments-of", args=[self.key])

    @property
    def write_address(self) -> str:
        return reverse("comment-write", args=[self.key])

    def page_address(self, number: int) -> str:
        return self.list_address if number == 1 else reverse("comments-of-page", args=[self.key, number])


def find(key: str) -> Place | None:
    """Return the place that *key* names, if readers may see it."""
    kind, _dash, pk = key.partition("-")
    found: Target | None
    if kind == "claim":
        found = Claim.objects.public().filter(pk=int(pk)).first()
    else:
        found = ArticlePage.objects.published().filter(pk=int(pk)).first()
    return Place(found) if found else None


def of(comment: Comment) -> Place:
    return Place(comment.target)
