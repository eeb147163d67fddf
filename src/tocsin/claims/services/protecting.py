"""The protect list: who must not be named by accident."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from django.utils.translation import gettext as _

from tocsin.claims.errors import ClaimRefused
from tocsin.claims.models import ProtectedName

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


def refuse_protected(texts: Iterable[str]) -> None:
    """Raise ``ClaimRefused`` when something protected would reach readers. The refusal does not repeat it."""
    if protected_in(texts):
        raise ClaimRefused(
            _("A name, number or address of somebody at risk stands in this. Take it out, or keep it for the newsroom.")
        )


def _stands_in(name: str, whole: str, closed: str) -> bool:
    bare = name.replace(" ", "")
    return bool(bare) and (name in whole or (bare.isdigit() and bare in closed))
