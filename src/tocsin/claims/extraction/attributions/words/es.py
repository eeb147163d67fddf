"""Spanish cues."""

from __future__ import annotations

from tocsin.claims.extraction.attributions.words.forms import Words, listed, phrases, with_endings

_AR = """
    afirm declar inform asegur explic señal agreg indic coment relat manifest anunci denunci acus critic reclam reiter
    subray destac precis apunt alert not opin cont pregunt contest confirm revel estim calcul consider neg critic
    lament celebr record insist puntualiz aclar detall argument sostuv not argument aleg conden rechaz exclam adelant
    coment matiz recalc zanj enfatiz proclam report
"""
_OTHER = """
    dijo dice dicen dijeron decía ha han había habían dicho sostuvo sostiene sostienen sostuvieron advirtió advierte
    advirtieron advierten añadió añade añadieron añaden reconoció reconoce reconocieron admitió admite admitieron
    respondió responde respondieron escribió escribe escribieron cree creen creyó piensa piensan pidió pide pidieron
    prometió promete prometieron exigió exige exigieron expuso expone reconocen concluyó concluye concluyeron repuso
    cuenta cuentan niega niegan negó negaron desmintió desmiente desmintieron sugirió sugiere sugirieron prevé prevén
    propuso propone mantuvo mantiene predijo predice teme temen espera esperan leyó reza según
"""
SPANISH = Words(
    verbs=frozenset(
        with_endings(_AR, "ó a an aron aba aban ando ado ar")
        | (set(_OTHER.split()) - {"ha", "han", "había", "habían", "según"})
    ),
    that=frozenset({"que"}),
    like=frozenset({"como", "según"}),
    according=phrases(
        "según, de acuerdo con, de acuerdo a, conforme a, en palabras de, en opinión de, a juicio de, según informó, "
        "según dijo, en opinión del, a juicio del, en palabras del"
    ),
    prepositions=listed("""
        a al ante bajo con contra desde en entre hacia hasta para por sin sobre tras durante mediante luego ayer hoy
        este esta
        """),
    joining=listed("de del la el los las y e para"),
    skipped=listed("también además ayer hoy luego ya"),
    conjunctions=listed("y e o u pero ni"),
    auxiliaries=listed("ha han había habían he hemos"),
    particles=frozenset({"no"}),
    deny=("neg", "nieg", "desmi", "rechaz"),
    query=("pregunt",),
    distance=("aleg", "acus", "sosten", "sostien", "sostuv", "insist"),
    endorse=("reconoc", "admit", "confirm", "revel", "record", "señal", "destac", "subray", "precis", "aclar"),
)
