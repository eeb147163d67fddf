"""A small ledger with everything in it that readers may see, and beside each thing what they must not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests import make
from tocsin.articles.models import ArticlePage
from tocsin.articles.services import publishing, spanning
from tocsin.claims import services as ledger
from tocsin.claims.models import Claim, ClaimPlace, FigureSeries, Office, Place
from tocsin.sources import services as source_services

CANARIES = {
    "a private assertion": "CANARYprivate",
    "the note of a private assertion": "CANARYnote",
    "a name that is withheld": "CANARYwithheld",
    "the name behind a pseudonym": "CANARYbehind",
    "who in the newsroom knows them": "CANARYknown",
    "an assertion from a source kept back": "CANARYrestricted",
    "the text of a source": "CANARYtext",
    "a claim no article states": "CANARYdraft",
    "the speaker of a claim no article states": "CANARYspeaker",
    "a place no public claim is about": "CANARYplace",
    "the true latitude": "46.98765",
    "the true longitude": "32.12345",
    "a note about a speaker": "CANARYabout",
    "a protected name": "CANARYprotected",
}


@dataclass
class Ground:
    article: ArticlePage
    claim: Claim
    figure: Claim
    series: FigureSeries
    place: Place
    speaker: Any


def lay() -> Ground:
    """A published article with a contested claim, a figure of a series, an accusation; and the canaries."""
    body = [
        make.paragraph("Russian forces hold Kherson. More than <b>2,000</b> civilians were killed."),
        make.paragraph("The ministry blamed the city council. A bridge is said to be mined."),
    ]
    article = make.article("What we know of Kherson", body=body, live=False)
    text = spanning.anchored_text(article).text
    place = make.place("Kherson", geonames=706448, true_latitude=46.98765, true_longitude=32.12345, radius_m=5000)

    def stated(words: str, **fields: Any) -> Claim:
        claim = make.claim(words, **fields)
        start = text.index(words.replace("<b>", ""))
        spanning.add_span(article, claim, start=start, end=start + len(words))
        return claim

    claim = stated("Russian forces hold Kherson.", places=[place], date="2022-03-02", subtype={"status": "held"})
    ministry = make.speaker("Ministry of Defence", kind="PublicBody", side=make.party("Russia"), wikidata="Q1")
    mayor = make.speaker("Ihor Kolykhaiev", side=make.party("Ukraine"), note="CANARYabout")
    Office.objects.create(speaker=mayor, title="Mayor", body="Kherson", since="2020")
    witness = make.speaker("CANARYwithheld", naming="withheld", naming_reason="At risk.", known_to="CANARYknown")
    other = make.speaker("CANARYbehind", naming="pseudonym", pseudonym="Olena", naming_reason="At risk.")
    source = make.source("Statement", publication="An agency", text="CANARYtext They hold it.")
    citation = source_services.cite(source, exact="They hold it.")
    make.assertion(claim, speaker=ministry, source=source, citation=citation, interest="for")
    make.assertion(claim, speaker=mayor, stance="deny", interest="for")
    make.assertion(claim, speaker=witness, stance="query")
    make.assertion(claim, speaker=other, stance="comment", note="From the quay.")
    make.assertion(claim, speaker=make.speaker("CANARYprivate"), is_private=True, note="CANARYnote")
    kept_back = make.source("CANARYrestricted", confidentiality="restricted")
    make.assertion(claim, source=kept_back)

    series = ledger.series_for(
        name="Civilians killed", indicator="civilians killed", kind="cumulative", definition="as reported", origin=mayor
    )
    record = {
        "low": 2000,
        "quantifier": "MORE_THAN",
        "definition": "as reported",
        "as_of": "2022-03-02",
        "term": "DEAD",
    }
    figure = stated(
        "More than 2,000 civilians were killed.",
        type="figure",
        subtype={**record, "series": series, "kind": "cumulative"},
        places=[place],
        date="2022-03-02",
    )
    make.assertion(figure, speaker=mayor)
    accusation = stated(
        "The ministry blamed the city council.", type="accusation", subtype={"reply_sought": "Asked on 4 March."}
    )
    make.assertion(accusation, speaker=ministry)
    event = stated(
        "A bridge is said to be mined.",
        type="event",
        date="2022-03-03/2022-03-04",
        places=[ClaimPlace(place=place, distance=20, distance_unit="mile")],
    )
    make.assertion(event, speaker=mayor)
    hidden = make.claim("CANARYdraft", places=[make.place("CANARYplace")], date="2022-03-01")
    make.assertion(hidden, speaker=make.speaker("CANARYspeaker"))
    publishing.publish(article)
    article = ArticlePage.objects.get(pk=article.pk)
    assert article.published_at is not None
    assert article.published_at < datetime.now(UTC)
    return Ground(article, Claim.objects.get(pk=claim.pk), figure, series, place, mayor)
