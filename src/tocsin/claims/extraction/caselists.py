"""Words the case of which is settled: for texts that come in capitals."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION = listed(
    """a about above after again against all almost along already also although always am among an and another
    any anyone anything are around as at away back be because been before behind being below between both
    but by can cannot could did do does doing done down during each either else enough even ever every
    everyone everything few first for from further had has have having he her here hers herself him himself
    his how however i if in indeed inside instead into is it its itself just last least less many may me
    might mine more moreover most much must my myself near neither never nevertheless next no nobody none
    nor not nothing now of off often on once one only onto or other others otherwise our ours out outside
    over own per perhaps quite rather same second several shall she should since so some someone something
    somewhere soon still such than that the their theirs them themselves then there therefore these they
    third this those though through throughout thus to today together tomorrow too toward towards two under
    until up upon us very was we were what whatever when where whereas whether which while who whom whose
    why will with within without would yesterday yet you your yours aboard amid besides despite except
    including unlike via according three four five six seven eight nine ten eleven twelve km kg mr mrs vs"""
)
MONTHS = listed(
    """jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august
    september october november december"""
)
SMALL = listed("""by my try dry fly sky why shy spy cry km kg mr mrs dr vs st nd rd th ft lb pm am hr""")
ALWAYS = listed(
    """TEXT AS RECEIVED BEGIN END RECORDING VIDEO PASSAGE OMITTED WORDS INDISTINCT SENTENCE HEARD COMMENTARY"""
)
"""What agencies put in brackets that is no acronym."""
PARTICLES = listed("""el la los las san santa santo saint st fort puerto villa nueva nuevo new rio monte""")
OFFICES = listed(
    """president general colonel captain major lieutenant sergeant corporal admiral commander minister mayor
    governor senator deputy ambassador judge father bishop archbishop cardinal pope monsignor king queen
    prince princess doctor professor secretary congressman attorney lake mount cape port gulf"""
)
BODIES = listed(
    """front army party movement ministry university police navy congress senate parliament council commission
    committee federation confederation union association institute bank brigade battalion command forces
    force corps alliance league coalition national popular revolutionary democratic patriotic liberation
    people's armed communist socialist christian republican liberal conservative nationalist supreme central
    federal foreign defense interior justice treasury embassy court assembly guard infantry air organization
    agency red cross human rights"""
) - {
    "forces",
    "force",
    "court",
    "embassy",
    "foreign",
    "central",
}
DEMONYMS = listed(
    """afghan african albanian algerian american angolan arab argentine argentinean argentinian armenian asian
    australian austrian azerbaijani bahraini bangladeshi belarusian belgian bolivian bosnian brazilian
    british bulgarian burmese cambodian cameroonian canadian chadian chilean chinese colombian congolese
    croatian cuban cypriot czech danish dominican dutch ecuadoran ecuadorean ecuadorian egyptian english
    eritrean estonian ethiopian european filipino finnish french georgian german ghanaian greek guatemalan
    haitian honduran hungarian indian indonesian iranian iraqi irish israeli italian ivorian jamaican
    japanese jesuit jesuits jewish jordanian kazakh kenyan korean kurdish kuwaiti kyrgyz lao latin latvian
    lebanese liberian libyan lithuanian malaysian malian marxist mexican moldovan mongolian moroccan
    mozambican nepalese nicaraguan nigerian norwegian omani pakistani palestinian panamanian paraguayan
    peruvian polish portuguese puerto qatari romanian russian rwandan salvadoran salvadorean saudi scottish
    senegalese serbian sandinista slovak slovenian somali soviet spanish sudanese swedish swiss syrian tajik
    taiwanese tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan
    vietnamese welsh yemeni yugoslav zambian zimbabwean catholic muslim christian monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november
    december americans arabs argentines bolivians brazilians canadians chileans colombians cubans ecuadorans
    europeans germans guatemalans hondurans indians iranians iraqis israelis italians mexicans nicaraguans
    palestinians panamanians peruvians russians salvadorans soviets spaniards sandinistas syrians turks
    ukrainians uruguayans venezuelans"""
) - {"march"}
