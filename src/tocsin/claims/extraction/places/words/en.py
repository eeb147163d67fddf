"""English words around place names, folded."""

from tocsin.claims.extraction.places.words.lists import listed

INSIDE = listed(
    "in at near from to into around outside inside across toward towards throughout within through via between "
    "leaving entering reached reach reaching hit hits struck shelled bombed seized captured besieged entered left "
    "over off beyond above along past visited visit visiting attacked downtown central"
)
"""Words directly before a place; a mention after one is likely a place."""
OF = frozenset({"of", "for", "on", "against", "and", "or", "with", "by"})
KIND_BEFORE = listed(
    "city town village capital port settlement outskirts suburb suburbs neighborhood neighbourhood district province "
    "region north south east west northeast northwest southeast southwest centre center kilometers kilometres km "
    "miles residents people mayor governor vicinity area areas streets municipality department state county oblast "
    "governorate jurisdiction coast hamlet community locality townlet seaport"
)
"""Words before ``of`` (or before the name itself) that a place follows."""
DIRECTIONS = listed(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern upper lower greater downtown nearby neighboring neighbouring "
    "occupied besieged liberated rural inner mainland"
)
ADM1 = listed(
    "oblast oblasts region regions province provinces governorate governorates department departments state krai "
    "prefecture voivodeship canton governate muhafazah obl"
)
ADM2 = listed("county district districts raion rayon municipality subdistrict sub-district")
SETTLEMENT = listed("city town village settlement vicinity hromada suburb outskirts")
HUBS = listed(
    "airport international station railway port harbor harbour dam nuclear thermal airfield airbase monastery lavra "
    "abbey"
)
"""Words after a town's name for what stands in or by it."""
LANDMARKS = listed(
    "hospital university market bridge cathedral mosque church prison barracks square street avenue highway road base "
    "stadium checkpoint crossing camp school college museum theatre theater plant beach zoo palace hotel metro "
    "neighborhood neighbourhood tower towers building buildings house home family clinic bakery junction roundabout "
    "park refugee lane boulevard residence hall block restaurant cafe farm garden gardens center centre"
)
"""Words after a name for what may be called by anything; the name alone is then no town, unless one in its place."""
TITLES = listed(
    "mr mrs ms dr president minister general colonel col gen lt lieutenant captain capt major sgt sergeant corporal "
    "private senator sen representative rep judge justice pope bishop archbishop monsignor father sister brother "
    "prince princess king queen lord lady sir sheikh imam ayatollah chancellor secretary commander admiral professor "
    "prof governor ambassador spokesman spokeswoman spokesperson chief director deputy congressman attorney coach "
    "striker player actor actress singer writer author journalist reporter rev reverend saint comrade"
)
SAYS = listed(
    "said says told tells stated states added adds announced warned claimed claims denied denies reported argued "
    "insisted replied asked wrote tweeted noted explained recalled testified vowed accused accuses agreed wants "
    "believes hopes thinks"
)
ORDINARY = listed(
    "of nice reading mobile independence police most born same march may april august june july sunday monday tuesday "
    "wednesday thursday friday saturday january february september october november december bath battle best big "
    "bone bar can come date deal do enter even far fort given god good grand hell home hope hull idea ideal industry "
    "justice kind king lake lay liberal liberty long love man many media mission moss never new normal northern old "
    "opportunity orange order over pace page paradise park peace pilot police port post power president price prime "
    "progress queen rapid real republic rice rich rock rose rule sale salt same sand san santa sea senator side sin "
    "son split star stone summit sun surprise temple the this time top trinity tours truth union university van "
    "victory war wells wise worth young army navy force forces central church council court union league party front "
    "east west north south southern western eastern street road house hall hill hills bay beach island islands river "
    "valley mountain spring springs well wood field green black white brown red blue grey gray young day week but and "
    "for not was are his her him she they them who why how when where what which that these those there then here now "
    "all any some each few more less much such than too very just only also well still yet again once after before "
    "during since until under about above below between through against among within without despite while because "
    "although though however meanwhile moreover therefore thus hence otherwise instead rather one two three four five "
    "six seven eight nine ten hundred thousand million first second third last next other another both either neither "
    "every several various certain according following including regarding concerning male female women woman men "
    "children child boy girl baby family father mother brother sister people person local national international "
    "federal social democratic royal united general major colonel captain chief minister ministry department state "
    "government country world city town village area region province district county municipality capital center "
    "centre station airport hospital school college museum market bridge news times post herald tribune globe mail "
    "standard guardian independent observer telegraph economist reuters company bank group corporation institute "
    "agency committee commission organization association foundation energy water fire air land sky moon earth wind "
    "rain snow storm ice gas oil gold silver iron steel coal cruise crown eagle falcon hawk lion tiger wolf bear "
    "horse bull buffalo falcon marina laguna villa casa aurora delta alpha beta omega gamma phoenix corona victoria "
    "plaza central imperial regal freedom friendship unity eureka carbon diamond jewel crystal pearl ruby sapphire "
    "commerce trade enterprise trump putin obama wagner azov hamas isis taliban fatah nato goth eden mercy grace "
    "faith charity christian jesus mary maria jose david george john james peter paul martin thomas andrew alexander "
    "nicholas michael william henry charles edward jackson johnson lincoln washington madison jefferson franklin "
    "wilson clinton bush nelson wellington houston austin dallas paris sydney florence charlotte chelsea brooklyn "
    "savannah carolina virginia georgia jordan chad israel guinea turkey china chile interior defense defence "
    "treasury labor labour health education commerce agriculture transportation transport foreign finance tourism "
    "planning homeland security information intelligence investigation investigations legal political economic "
    "emergency art history science sports veterans housing this each whole entire same downtown"
)
"""Ordinary words and personal names that towns have too: by themselves no evidence of a place."""
PERSONS = listed(
    "jackson johnson lincoln washington madison jefferson franklin wilson clinton bush nelson wellington houston "
    "austin paris sydney florence charlotte chelsea savannah carolina virginia georgia jordan chad israel"
)
"""Those of the ordinary words that are well-known places none the less: evidence decides."""
