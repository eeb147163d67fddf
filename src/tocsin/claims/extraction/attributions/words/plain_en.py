"""English cues by their forms, for when there is no parser."""

from __future__ import annotations

from tocsin.claims.extraction.attributions.words.forms import Words, listed, phrases

ENGLISH = Words(
    verbs=listed("""
        said says say saying told tells telling added adds adding noted notes reported reports wrote writes announced
        announces claimed claims claim explained explains argued argues insisted insists warned warns replied
        responded answered stated states acknowledged admitted denied denies confirmed confirms suggested suggests
        predicted alleged alleges asserted tweeted stressed emphasized recalled revealed disclosed estimated estimates
        believes believe thinks think testified vowed pledged promised complained declared concluded remarked observed
        asked
        """),
    that=frozenset({"that", "whether"}),
    like=frozenset({"as"}),
    according=phrases("according to, in the words of"),
    prepositions=listed(
        "in on at by for with from to of about after before during under over against through late early"
    ),
    joining=listed("of for the and"),
    skipped=listed("also later reporters us me him her them yesterday today earlier"),
    conjunctions=listed("and or but"),
    auxiliaries=listed("has have had"),
    particles=frozenset({"not"}),
    deny=("den",),
    query=("ask",),
    distance=("claim", "alleg", "insist", "assert"),
    endorse=("acknowledg", "admit", "confirm", "reveal", "disclos", "recall", "noted", "notes"),
)
