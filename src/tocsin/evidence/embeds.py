"""What of the ledger stands in an article: made anew each time it is read, so that it is never out of date."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from tocsin.articles.models import PublishedSpan, Span
from tocsin.articles.shown_claims import ShownClaim, with_voices
from tocsin.articles.statuses import LedgerKind
from tocsin.claims.models import Claim, Figure, FigureSeries
from tocsin.evidence import queries
from tocsin.evidence.charts import chart_of, map_of, timeline_of


class LedgerEmbeds:
    """Supplies ``articles.ports.embeds``."""

    def objection(self, kind: str, of: str) -> str:
        """Say why *of* cannot be drawn as *kind*; nothing when it can."""
        if kind == LedgerKind.CHART:
            return (
                "" if FigureSeries.objects.filter(slug=of).exists() else _("There is no figure series of that address.")
            )
        if kind in {LedgerKind.MAP, LedgerKind.TIMELINE} and not of.strip():
            return ""
        numbers = _numbers(of)
        if not numbers or Claim.objects.kept().filter(pk__in=numbers).count() != len(numbers):
            return _("There is no claim of that number.")
        if kind == LedgerKind.FIGURE and not Figure.objects.filter(claim=numbers[0]).exists():
            return _("That claim gives no figure.")
        return ""

    def render(self, kind: str, of: str, article: Any) -> str:
        """Return the markup readers get, nothing where there is nothing they may see."""
        if kind == LedgerKind.CHART:
            return _chart(of)
        if kind == LedgerKind.MAP:
            return _drawn("parts/embedded_map.html", drawn=map_of(_claims(of, article)))
        if kind == LedgerKind.TIMELINE:
            shown = [ShownClaim(one) for one in _claims(of, article)]
            return _drawn("parts/embedded_timeline.html", drawn=timeline_of(shown))
        claim = next(iter(_claims(of, None)), None)
        if claim is None:
            return ""
        if kind == LedgerKind.FIGURE:
            return _figure(claim)
        return _drawn("parts/embedded_claim.html", one=ShownClaim(claim), drawn=True)


def _numbers(of: str) -> list[int]:
    return list(dict.fromkeys(int(one) for one in of.replace(",", " ").split() if one.isdecimal() and len(one) < 16))  # noqa: PLR2004


def _claims(of: str, article: Any) -> list[Claim]:
    """The public claims *of* names; without a name those the article states."""
    numbers = _numbers(of)
    if not numbers and article is not None and article.pk:
        stated = PublishedSpan.objects.filter(article_id=article.pk).values("claim")
        drafted = Span.objects.anchored().filter(article_id=article.pk).values("claim")
        wanted = Claim.objects.filter(pk__in=stated.union(drafted).values_list("claim", flat=True))
        return list(with_voices(wanted)[: queries.MOST_DRAWN])
    return list(with_voices(Claim.objects.filter(pk__in=numbers)))


def _chart(slug: str) -> str:
    series = FigureSeries.objects.public().select_related("origin").filter(slug=slug).first()
    figures = queries.drawn_figures(series) if series else []
    if series is None or not figures:
        return ""
    return _drawn("parts/embedded_chart.html", series=series, drawn=chart_of(series, figures), latest=figures[-1])


def _figure(claim: Claim) -> str:
    figure = getattr(claim, "figure", None)
    if figure is None:
        return ""
    return _drawn(
        "parts/embedded_figure.html", one=ShownClaim(claim), figure=figure, later=figure.newest_after(), drawn=True
    )


def _drawn(template: str, **context: Any) -> str:
    return render_to_string(template, context) if context.get("drawn") else ""
