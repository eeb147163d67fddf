"""German cues."""

from __future__ import annotations

from tocsin.claims.extraction.attributions.words.forms import Words, listed, phrases

_FORMS = """
    sagte sagten sagt sagen erklärte erklärten erklärt erklären berichtete berichteten berichtet berichten
    teilte teilten meinte meinten meint meinen ergänzte betonte betont betonten kritisierte kritisiert
    kritisierten forderte fordert forderten warnte warnt warnten kündigte äußerte äußerten bestätigte
    bestätigten bestätigt versicherte erzählte behauptete behauptet behaupteten vermutete vermutet antwortete
    fragte begründete erläuterte verlangte glaubt glaubte hofft hoffte drohte lobte beklagte bekräftigte
    prognostizierte informierte argumentierte dementierte kommentierte schätzt schätzte befürchtet befürchtete
    verkündete zitierte schrieb schreibt schrieben schreiben nannte nennt hieß heißt hervorhob fügte fügt wies
    wiesen räumte bezeichnete bezeichnet wirft warf bestritt bestreitet dachte denkt verwies resümierte
    konstatierte urteilte bedauerte appellierte mahnte rechnet versprach verspricht gestand leugnete widersprach
    angekündigt mitgeteilt gesagt gefordert erwartet erwarten vermuten
"""
GERMAN = Words(
    verbs=listed(_FORMS),
    clausal=listed(
        "geht gehen ging gingen stellte stellten stellt hält halten hielt nimmt nehmen nahm nahmen gab gaben gibt "
        "weiß wissen wusste sieht sehen sah zeigt zeigen zeigte zeigten ergab ergaben rief sprach spricht"
    ),
    tags=listed("so"),
    that=listed("dass daß ob"),
    like=frozenset({"wie"}),
    according=phrases(
        "laut, nach angaben von, nach angaben der, nach angaben des, nach ansicht von, nach ansicht der, "
        "nach ansicht des, nach meinung von, nach meinung der, nach meinung des, nach auskunft der, nach auskunft des, "
        "nach aussage von, nach aussagen von, nach aussage der, nach aussage des, nach darstellung der, gemäß, "
        "nach einschätzung von, nach einschätzung der, nach einschätzung des, nach informationen der, "
        "nach informationen des, nach berichten der, nach auffassung der, nach auffassung des"
    ),
    prepositions=listed("""
        in im an am auf bei beim mit nach seit zu zum zur von vom vor aus gegen für durch über unter um während wegen
        gegenüber bis zwischen anlässlich heute gestern dazu dazu
        """),
    joining=listed("der des von vom für und zu zur im in"),
    postposed=frozenset({"zufolge"}),
    skipped=listed("heute gestern auch dabei weiter zudem außerdem jedoch aber sich"),
    conjunctions=listed("und oder aber sondern"),
    particles=frozenset({"nicht"}),
    deny=("bestr", "dement", "leugn", "widersp"),
    query=("frag", "bezweif"),
    distance=("behaupt", "beschuld", "wirft", "warf"),
    endorse=("bestät", "räum", "gestand", "wies", "verwies", "beton", "erläut"),
    bare_clause=True,
    reported=listed("""
        sei seien habe hätten hätte haben werde werden würde würden könne könnten könnte müsse müssten müsste solle
        sollten sollte wolle wollten dürfe dürften gebe gäbe komme käme wäre wären liege stehe gehe bleibe mache
        sehe lasse brauche wisse halte nehme führe sterbe handle handele bestehe finde zeige
        """),
)
