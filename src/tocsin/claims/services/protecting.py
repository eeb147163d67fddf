"""The protect list: who must not be named by accident."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from tocsin.claims.errors import ClaimRefused
from tocsin.claims.models import Assertion, Claim, Override, Place, ProtectedName

_NOT_WORD = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """*text* without case, accents, punctuation or double spaces, so that spellings of one name meet."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return f" {_NOT_WORD.sub(' ', plain).strip()} "


def protected_in(texts: Iterable[str]) -> list[ProtectedName]:
    """Return the protected names, numbers and addresses that stand in *texts*.

    A name is found as whole words; a number also without its spaces and dashes.
    """
    names = list(ProtectedName.objects.all())
    if not names:
        return []
    whole = folded(" ".join(texts))
    closed = whole.replace(" ", "")
    return [one for one in names if _stands_in(folded(one.text), whole, closed)]


def texts_of(claims: Collection[int]) -> list[str]:
    """Every word readers get with *claims* (ids): the claims, their records, what is said of them and by whom."""
    texts: list[str] = []
    for claim in Claim.objects.filter(pk__in=claims).select_related("figure", "accusation"):
        texts += [claim.text, claim.checkability_note, claim.date_text]
        texts += [claim.figure.source_excerpt, claim.figure.reported] if hasattr(claim, "figure") else []
        texts += [claim.accusation.reply_sought] if hasattr(claim, "accusation") else []
    for one in Assertion.objects.public().filter(claim__in=claims).select_related("speaker", "source", "citation"):
        texts += texts_of_assertion(one)
    texts += Override.objects.filter(claim__in=claims, lifted_at=None).values_list("reason", flat=True)
    texts += Place.objects.filter(claims__in=claims).values_list("name", flat=True)
    return texts


def texts_of_assertion(one: Assertion) -> list[str]:
    """Every word readers get with an assertion."""
    texts = [one.said_by, one.speaker_role_text, one.note, one.withdrawn_reason]
    texts += [one.citation.exact] if one.citation else []
    return [*texts, one.source.title, one.source.issuer] if one.source else texts


def refuse_protected(texts: Iterable[str]) -> None:
    """Raise ``ClaimRefused`` when something protected would reach readers. The refusal does not repeat it."""
    if protected_in(texts):
        raise ClaimRefused(
            _("A name, number or address of somebody at risk stands in this. Take it out, or keep it for the newsroom.")
        )


def _stands_in(name: str, whole: str, closed: str) -> bool:
    bare = name.replace(" ", "")
    return bool(bare) and (name in whole or (bare.isdigit() and bare in closed))
