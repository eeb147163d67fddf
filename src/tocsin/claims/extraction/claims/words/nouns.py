"""English nouns and adjectives by what they make of a clause. Lemmas."""

from __future__ import annotations

from tocsin.claims.extraction.claims.words.lists import words

TOLL = words(
    "toll death fatality casualty victim number total count figure estimate injury loss damage cost death-toll"
)

SERVICE = words(
    "electricity power heat heating water gas internet telephone phone telecommunication communication network fuel"
    " food medicine sanitation sewage supply transport service blackout outage signal grid tap hospital clinic"
    " bread signal airport railway train"
)
UTILITY = words(
    "electricity heat heating water gas internet telephone phone telecommunication sewage grid blackout outage"
)

STATE = words("out down off available unavailable short scarce functional operational inaccessible dark intermittent")

WAY = words(
    "corridor border crossing checkpoint road route highway bridge exit entry access passage airport port gate way"
    " escape convoy evacuation embargo blockade siege aid area zone"
)

PLANNED = words("meeting talk round summit election vote referendum conference session trial hearing visit ceremony")

INTENTION = words("intention plan aim goal intent ambition objective purpose desire wish determination")
WILLING = words("unwilling willing ready eager reluctant determined prepared keen intent poised desperate")

LIKELY = words("likely unlikely possible probable set poised bound inevitable imminent certain uncertain")
RISK = words("risk danger threat possibility likelihood prospect chance fear expectation prospect forecast")

COMPARED = words("superiority inferiority advantage majority dominance supremacy lead preponderance")
"""Nouns that hold a comparison of their own."""

UNCLEAR = words("unclear unknown contradictory unconfirmed uncertain unverified disputed conflicting inconclusive")

ROLE = words(
    "head leader president minister premier chief chairman chairwoman chair director commander general colonel captain"
    " governor mayor spokesman spokeswoman spokesperson secretary ambassador envoy king queen prince princess sheikh"
    " emir pope bishop archbishop cardinal founder owner member deputy vice-president representative commissioner"
    " senator congressman judge prosecutor lawyer attorney professor author analyst expert adviser advisor coordinator"
    " executive ceo co-founder cofounder boss officer inspector superintendent sheriff speaker chancellor"
    " ruler dictator wife husband son daughter"
    " brother sister father mother widow cousin nephew candidate successor predecessor rector dean editor manager"
    " delegate councilman councillor lieutenant sergeant major brigadier admiral marshal treasurer"
)
"""Offices, ranks and ties of family."""

TITLE = words(
    "president minister premier chancellor king queen prince princess governor mayor secretary ambassador general"
    " colonel commander chief director chairman spokesman spokeswoman spokesperson commissioner senator prosecutor"
    " pope emir sultan leader deputy admiral marshal archbishop bishop envoy judge"
)

KIND = words(
    "city town village country capital province region district state port seaport river island mountain airport"
    " plant dam bridge refinery reactor company group party organisation organization militia movement faction agency"
    " bank newspaper channel network army force alliance union federation church mosque temple university hospital"
    " camp base prison stronghold suburb neighbourhood neighborhood municipality territory republic kingdom front arm"
    " wing branch offshoot subsidiary maker producer exporter supplier tribe settlement resort station school dialect"
    " opposition coalition home site home-town hometown source facility"
)
"""What a place, a body or a thing is."""

GROUND = words(
    "position hill area ground part half section zone embassy headquarters building street square palace radio land"
    " coast front line crossing checkpoint road highway route field oilfield valley pass settlement outpost post"
    " garrison barracks junction district quarter centre center outskirts sector land"
)
"""What else can be held or taken."""

RANK = words("main largest biggest smallest oldest highest tallest busiest only second-largest third-largest chief")
"""Before a noun these rank it among its kind."""

TIE = words("ally neighbour neighbor rival branch part member affiliate")

HARM = words(
    "death killing murder massacre responsibility crime violence casualty incident bloodshed atrocity damage fire"
)
"""What somebody may be said to have done."""

BLOWS = words(
    "fire attack shelling bombardment explosion blast strike airstrike raid fighting clash battle assault offensive"
    " arrest ambush bombing invasion siege earthquake flood landslide storm accident crash riot protest"
)
"""Happenings told by a noun."""
