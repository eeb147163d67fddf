"""Czech cues."""

from __future__ import annotations

from tocsin.claims.extraction.attributions.words.forms import Words, listed, phrases, with_endings

_PAST = """
    řek uved prohlási sděli konstatova poznamena doda tvrdi oznámi potvrdi zdůrazni upozorni vysvětli prozradi
    uvádě říka řika napsa psa odpovědě dodava komentova popře přizna připusti odmít vyjádři ujisti slíbi předpovědě
    připomně zopakova kritizova vyzva požadova zepta obvini označi informova popsa charakterizova shrnu podotk
    zkonstatova naznači varova prohlašova vzkáza soudi doufa mysle věři oponova zvola dodá míni
"""
CZECH = Words(
    verbs=frozenset(
        with_endings(_PAST, "l la lo li ly")
        | listed("""
            říká říkají uvádí uvádějí tvrdí konstatuje konstatují dodává dodávají upozorňuje upozorňují prohlašuje
            prohlašují zdůrazňuje vysvětluje poznamenává potvrzuje potvrzují oznamuje píše píší soudí domnívá myslí
            připouští přiznává popírá odmítá žádá varuje předpovídá doufá věří míní říkával říkávala podotýká míní
            hlásí informuje informují sděluje zní řekne
            """)
    ),
    that=listed("že zda jestli aby"),
    like=frozenset({"jak"}),
    according=phrases("podle, podle slov, podle informací, podle údajů, podle názoru, podle odhadu, podle odhadů"),
    prepositions=listed("""
        v ve na s se z ze k ke o od u za pro při po pod nad před přes bez mezi do během kromě díky kvůli proti
        """),
    joining=frozenset({"pro"}),
    skipped=listed(
        """
        včera dnes také však nám mu jim jí mi ho to již už pak dále i tehdy přitom zároveň později oficiálně rovněž nyní
        ještě jsem jsme sám sama rád bych
        """
    ),
    conjunctions=listed("a ale i nebo či"),
    deny=("popř", "popír", "odmít"),
    query=("zepta", "ptá"),
    distance=("tvrd", "obvin"),
    endorse=("přizn", "potvr", "připust", "připom", "upozor", "zdůraz"),
)
