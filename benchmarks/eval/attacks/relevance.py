"""Which incidents MUC asks for. Its rules leave out clashes between armies, old history and what is only general.

A claim is a claim whether or not MUC wants it, so this filter belongs to the evaluation, not to Tocsin. It is a linear
model over what the claims of an incident say, trained by ``python -m benchmarks.eval.attacks.train`` on the 1,300
development texts and their keys (public domain), never on a test set.
"""

from __future__ import annotations

import json
import math
import re
from functools import cache
from pathlib import Path

from benchmarks.eval.attacks.keys import plain
from benchmarks.eval.attacks.templates import Case

WEIGHTS = Path(__file__).with_name("relevance.json")
_MILITARY = re.compile(
    r"\b(?:SOLDIER|TROOP|ARMY|MILITARY|BATTALION|GUERRILLA|REBEL|SUBVERSIVE|TERRORIST|COMBATANT|PATROL|BRIGADE|"
    r"TRAFFICKER|CONTRAS?\b|PARAMILITAR|HITMEN|FORCES)"
)
_FIGHTING = re.compile(r"CLASH|COMBAT|BATTLE|WAR\b|OFFENSIVE|FIGHTING|CONFRONT|CASUALT")
_NINE = frozenset(
    ["EL SALVADOR", "GUATEMALA", "HONDURAS", "ARGENTINA", "BOLIVIA", "CHILE", "COLOMBIA", "ECUADOR", "PERU"]
)


def probability(case: Case) -> float:
    """Return how probable it is that a template of the key is this incident."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in features(case).items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> dict[str, float]:
    return dict(json.loads(WEIGHTS.read_text(encoding="utf-8"))) if WEIGHTS.exists() else {}


def features(case: Case) -> dict[str, float]:
    claims, answer = case.claims, case.answer
    found = {
        "bias": 1.0,
        f"kind {answer.kind}": 1.0,
        "claims": math.log(len(claims)),
        "day named": float(answer.days[0] is not None),
        "place named": float(bool(answer.places)),
        "country of nine": float(answer.country in _NINE),
        "other country": float(bool(answer.country) and answer.country not in _NINE),
        "numbers": float(min(3, len(answer.numbers))),
        "perpetrator": float(bool(answer.perpetrators)),
        "accused": float(any(claim.accused for claim in claims)),
        "early": 1.0 / (1 + claims[0].start / 600),
        "first": float(case.first),
        "incidents": math.log(case.among),
        "share unreal": sum(claim.modality != "actual" for claim in claims) / len(claims),
        "share negated": sum(claim.polarity == "negation" for claim in claims) / len(claims),
        "share said": sum(claim.speaker is not None for claim in claims) / len(claims),
        "all plural": float(bool(answer.numbers) and all(one.value == "PLURAL" for one in answer.numbers)),
        "vast": float(
            any(one.value.strip(" -~").isdigit() and int(one.value.strip(" -~")) > 200 for one in answer.numbers)
        ),
        "named victim": float(any(claim.figure and claim.figure.text == claim.figure.text.upper() for claim in claims)),
        "old": case.age,
    }
    tags = " ".join(one.tag for one in answer.numbers)
    accused = plain(" ".join(claim.accused.text for claim in claims if claim.accused))
    found["military victims"] = float(bool(_MILITARY.search(tags)))
    found["military accused"] = float(bool(_MILITARY.search(accused)))
    found["both military"] = found["military victims"] * found["military accused"]
    found["fighting"] = float(bool(_FIGHTING.search(plain(answer.text))))
    for prefix, said in (("v ", tags), ("a ", accused), ("w ", plain(answer.text))):
        for word in set(re.findall(r"[A-Z]{3,}", said)):
            found[prefix + word] = 0.5
    return found
