"""French cues."""

from __future__ import annotations

from tocsin.claims.extraction.attributions.words.forms import Words, listed, phrases, with_endings

_ER = """
    affirm déclar expliqu indiqu ajout not estim précis assur soulign annonc racont confirm jug rappel dénonc accus
    critiqu demand remarqu insist clam révél pens consid signal relat rapport préconis command témoign martel lanc
"""
FRENCH = Words(
    verbs=frozenset(
        with_endings(_ER, "e ent é ait aient a èrent")
        | listed("""
            dit disent disait répond répondu répondent écrit écrivent soutient soutiennent soutenu reconnaît reconnu
            admet admis promet promis prévient prévenu avertit averti croit croient craint craignent nie nient
            considère considèrent espère espèrent rapporte démenti dément conclut conclu poursuit poursuivi fait
            """)
        - {"fait"}
    ),
    that=frozenset({"que", "qu"}),
    like=frozenset({"comme"}),
    according=phrases("selon, d ’ après, d ' après, d'après, d’après, au dire de, de l'avis de, aux dires de"),
    prepositions=listed(
        "à au aux dans en sur sous pour par avec sans chez vers contre lors devant depuis pendant avant après ce"
    ),
    joining=listed("de du des la le les l d et à"),
    skipped=listed("aussi hier jeudi également ensuite"),
    conjunctions=listed("et ou mais ni"),
    auxiliaries=listed("a ont avait avaient"),
    particles=frozenset({"ne", "n", "pas"}),
    deny=("nie", "dém"),
    query=("demand",),
    distance=("prétend", "accus", "soutien", "soutenu", "insist"),
    endorse=("reconn", "admet", "admis", "confirm", "révél", "rappel", "soulign", "précis"),
)
