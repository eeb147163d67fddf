"""What is proposed for an article, on its evidence desk: seen, accepted, corrected, refused, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.articles.services import spanning
from tocsin.claims.errors import ClaimRefused
from tocsin.claims.statuses import ClaimType, Modality, Polarity, Quantifier, Sensitivity, Stance
from tocsin.evidence import asking, judging
from tocsin.evidence.desk.asked import Asked, Invalid, exact_words, may_open, may_see_private
from tocsin.evidence.desk.correcting import CorrectedForm
from tocsin.evidence.forms import ClaimForm
from tocsin.evidence.models import Proposed, Reading
from tocsin.evidence.ports import Proposal
from tocsin.evidence.proposing import Offered, Proposals, objection, proposals
from tocsin.evidence.templatetags.ledger import amount, edtf

THRESHOLDS = (95, 90, 80, 70, 60, 50, 40, 30)
USUAL = 80

# Seen -----------------------------------------------------------------------------------------------------------


def panel(article: ArticlePage, user: User, asked: Asked, found: Proposals) -> dict[str, Any]:
    """The list of proposals, or those a threshold picks, to be confirmed."""
    sifted = {"accept-from": found.from_, "refuse-below": found.below}.get(asked.show)
    least = asked.least if asked.least in THRESHOLDS else USUAL
    rows = sifted(least) if sifted else found.open
    return {
        "kind": "sifted" if sifted else "proposals",
        "rows": [
            {"offered": one, "facts": list(facts(one.one)), "type": ClaimType(one.one.type).label} for one in rows
        ],
        "least": least,
        "thresholds": THRESHOLDS,
        "objection": objection(),
        "before": _before(found.reading),
        "undo": judging.last_refusal(article, user),
        "sensitivities": [(value, label, value in asked.sensitivity) for value, label in Sensitivity.choices],
    }


def _before(reading: Reading | None) -> int:
    """How many articles are read before that of *reading*."""
    if reading is None or not reading.is_under_way:
        return 0
    queue = list(Reading.objects.waiting().values_list("pk", flat=True))
    return queue.index(reading.pk) if reading.pk in queue else 0


def facts(one: Proposal) -> Iterator[tuple[str, str]]:
    """What was read of a claim besides its words, each with its name."""
    if one.figure and one.type in judging.WITH_A_FIGURE:
        yield _("Number"), _number(one.figure)
    if one.speaker:
        yield str(Stance(one.stance or Stance.SUPPORT).label), one.speaker + (f" (“{one.cue}”)" if one.cue else "")
    if one.accused:
        yield _("Accused"), one.accused
    if one.date or one.date_text:
        yield _("When"), edtf(one.date) or one.date_text
    if one.places:
        yield _("Where"), ", ".join(one.places)
    if one.polarity == Polarity.NEGATION:
        yield _("Polarity"), str(Polarity.NEGATION.label)
    if one.modality not in {"", Modality.ACTUAL}:
        yield _("Modality"), str(Modality(one.modality).label)


def _number(figure: dict[str, Any]) -> str:
    ends = [None if figure.get(name) in {None, ""} else Decimal(str(figure[name])) for name in ("low", "high")]
    bounds = "–".join(dict.fromkeys(amount(end) for end in ends if end is not None))
    word = figure.get("quantifier") or Quantifier.EXACT
    about = "" if word == Quantifier.EXACT or word not in Quantifier.values else f"{Quantifier(word).label} "
    return f"{about}{bounds or figure.get('reported', '')} {figure.get('definition') or figure.get('unit', '')}".strip()


def corrected_form(found: Proposals, asked: Asked, user: User) -> CorrectedForm | None:
    """The form that corrects the proposal *asked* for, by its number or by its very words."""
    offered = found.by_pk(asked.proposal) or found.at(asked.start, asked.end)
    return CorrectedForm(offered.one, private=may_see_private(user)) if offered else None


# Acts -----------------------------------------------------------------------------------------------------------


def propose(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    """Have the text read."""
    asking.ask([article], by=user)
    return Asked(show="proposals")


def decide(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    """Accept or refuse one proposal, or all that are chosen."""
    text = spanning.anchored_text(article).text
    found = proposals(article, text)
    sensitivity = [one for one in request.POST.getlist("sensitivity") if one in Sensitivity.values]
    verdict, chosen = _chosen(request, found)
    if not chosen:
        raise ClaimRefused(_("Choose at least one proposal."))
    if verdict == "refuse":
        count = judging.refuse(article, chosen, within=text, by=user)
        told = ngettext("%(number)d proposal was refused.", "%(number)d proposals were refused.", count)
    else:
        if not sensitivity:
            raise ClaimRefused(_("Say how sensitive they are; “not sensitive” is an answer."))
        count = _accept(article, chosen, text, sensitivity, user)
        told = ngettext("%(number)d claim was recorded.", "%(number)d claims were recorded.", count)
    messages.success(request, told % {"number": count})
    return Asked(show="proposals", sensitivity=sensitivity)


def _chosen(request: HttpRequest, found: Proposals) -> tuple[str, list[Offered]]:
    """The verdict, and the proposals it is on: the one whose button was pressed, else those that are ticked."""
    for verdict in ("accept", "refuse"):
        if pressed := request.POST.get(verdict):
            return verdict, [one for one in found.open if str(one.pk) == pressed]
    chosen = Asked.of(request.POST).chosen
    return request.POST.get("verdict", ""), [one for one in found.open if one.pk in chosen]


def _accept(article: ArticlePage, chosen: list[Offered], text: str, sensitivity: list[str], user: User) -> int:
    try:
        return judging.accept(article, chosen, within=text, sensitivity=sensitivity, by=user)
    except ValidationError as error:
        raise ClaimRefused(
            _("The ledger cannot keep one of them as proposed: %(why)s Correct it.") % {"why": error.messages[0]}
        ) from None


def correct(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    """Record the claim as the editor put it right."""
    asked = Asked.of(request.POST)
    text = spanning.anchored_text(article).text
    row = get_object_or_404(Proposed, reading__article=article, pk=asked.proposal or 0)
    offered = proposals(article, text).by_pk(row.pk)
    if offered is None:
        raise ClaimRefused(_("This proposal was decided on meanwhile. Look at the list again."))
    if asked.start is None or asked.end is None or text[asked.start : asked.end] != exact_words(request):
        raise spanning.TextChanged(_("The text was changed meanwhile. Load it again, and choose the words once more."))
    claim = ClaimForm(request.POST, may_open=may_open(user))
    more = CorrectedForm(offered.one, request.POST, private=may_see_private(user))
    if not (claim.is_valid() & more.is_valid()):
        raise Invalid(asked, claim=claim, corrected=more)
    as_it_is = more.as_it_is(claim.cleaned_data, start=asked.start, end=asked.end)
    try:
        judging.correct(article, offered, as_it_is, within=text, by=user, **claim.fields_of_claim())
    except ValidationError as error:
        more.add_error(None, error.messages[0])  # type: ignore[arg-type]
        raise Invalid(asked, claim=claim, corrected=more) from None
    messages.success(request, _("The claim was recorded."))
    return Asked(show="proposals", sensitivity=claim.cleaned_data["sensitivity"])


def undo(request: HttpRequest, article: ArticlePage, user: User) -> Asked:
    """Take the last refusal back."""
    if not judging.take_back(article, by=user):
        raise ClaimRefused(_("There is nothing to take back."))
    return Asked(show="proposals", sensitivity=request.POST.getlist("sensitivity"))
