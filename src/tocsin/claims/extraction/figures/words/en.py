"""English."""

from __future__ import annotations

from tocsin.claims.extraction.figures.words.en_units import MEASURES, MONEY
from tocsin.claims.extraction.figures.words.language import Language, Phrases, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

NUMBERS = {
    word: float(value)
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
} | {
    word: value * 10.0
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "bn": 1e9,
    "mn": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
PARTS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fourth": 1 / 4,
    "fourths": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "seventh": 1 / 7,
    "sevenths": 1 / 7,
    "eighth": 1 / 8,
    "eighths": 1 / 8,
    "ninth": 1 / 9,
    "ninths": 1 / 9,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
    "hundredth": 1 / 100,
    "hundredths": 1 / 100,
    "thousandth": 1 / 1000,
    "thousandths": 1 / 1000,
    "twelfth": 1 / 12,
    "twelfths": 1 / 12,
    "twentieth": 1 / 20,
    "twentieths": 1 / 20,
}
VAGUE: dict[str, float] = {
    "tens": 10,
    "dozens": 12,
    "scores of": 20,
    "hundreds": 100,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
    "several dozen": 24,
    "a few dozen": 24,
    "several hundred": 200,
    "a few hundred": 200,
    "several thousand": 2e3,
    "a few thousand": 2e3,
    "several million": 2e6,
    "a few million": 2e6,
    "several billion": 2e9,
    "a few billion": 2e9,
    "few hundred": 200,
    "few thousand": 2e3,
    "many hundreds": 100,
    "many thousands": 1e3,
    "couple hundred": 200,
    "a couple hundred": 200,
    "a couple of hundred": 200,
    "a couple of thousand": 2e3,
}
WHOLE: dict[str, float] = {
    "a dozen": 12,
    "one dozen": 12,
    "half a dozen": 6,
    "half-a-dozen": 6,
    "a half dozen": 6,
    "a half-dozen": 6,
    "half-dozen": 6,
    "two dozen": 24,
    "three dozen": 36,
    "four dozen": 48,
    "five dozen": 60,
    "dozen": 12,
    "a couple of": 2,
    "a couple": 2,
    "a score of": 20,
    "a half million": 5e5,
    "a quarter of a million": 250000,
    "a quarter million": 250000,
    "quarter million": 250000,
    "a quarter-million": 250000,
    "a half-million": 5e5,
}
TIMES: dict[str, float] = {
    "twice as many": 2,
    "twice as much": 2,
    "twice the number": 2,
    "twice the amount": 2,
    "twice the size": 2,
    "double the number": 2,
    "double the amount": 2,
    "triple the number": 3,
    "three times as many": 3,
    "twofold": 2,
    "two-fold": 2,
    "threefold": 3,
    "three-fold": 3,
    "fourfold": 4,
    "four-fold": 4,
    "fivefold": 5,
    "five-fold": 5,
    "sixfold": 6,
    "six-fold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
    "ten-fold": 10,
    "hundredfold": 100,
}
BOUNDS = {
    "APPROXIMATELY": "about;around;approximately;approx;approx.;some;roughly;nearly;almost;close to;an estimated;"
    "estimated;circa;ca.;c.;~;≈;in the region of;in the neighborhood of;in the order of;on the order of;"
    "averaged;averaging;an approximate;approaching;virtually;practically;more or less;somewhere around;just about",
    "MORE_THAN": "more than;over;at least;no fewer than;no less than;not less than;not fewer than;upwards of;upward of;"
    "in excess of;above;exceeding;exceeded;exceeds;exceed;just over;well over;a little over;greater than;larger than;"
    "higher than;bigger than;longer than;older than;a minimum of;minimum;beyond;topped;tops;topping;surpassed;"
    "surpassing;surpasses;surpass;over than;more then;>;≥;just more than;slightly more than;slightly over;"
    "little more than;little over;well above;just above;at a minimum;anything over;north of;much more than",
    "LESS_THAN": "less than;fewer than;under;below;just under;just below;well under;well below;lower than;smaller than;"
    "shorter than;younger than;just shy of;shy of;<;sub;a little under;slightly less than;slightly under;"
    "south of;fewer then;less then;little under;not quite;just less than;just fewer than",
    "UP_TO": "up to;as many as;as much as;as high as;at most;no more than;not more than;a maximum of;maximum;upto;"
    "as long as;≤;within;within about;not exceeding;at the most;a maximum;no greater than;not over;as far as;max",
}
AFTER = {
    "MORE_THAN": "or more;plus;+;and more;or over;and over;and above;or above;or older;or higher;or greater;"
    "at least;and up;or longer;and counting;and older;upwards;or better",
    "LESS_THAN": "or less;or fewer;or under;and under;at most;or lower;and below;or below;or younger;and younger;"
    "maximum;at the most;tops",
    "APPROXIMATELY": "or so;odd;or thereabouts;ish;-odd;-ish;approximately",
}
CHANGES = {
    "up": "up;rose;risen;rise;rises;rising;increase;increased;increases;increasing;grew;grow;grown;grows;growing;gain;"
    "gained;gains;gaining;jump;jumped;jumps;jumping;climb;climbed;climbs;climbing;soar;soared;soars;soaring;surge;"
    "surged;surges;surging;added;advance;advanced;advances;advancing;rallied;rally;rallying;expanded;"
    "leapt;leaped;spiked;skyrocketed;edged up;ticked up;went up;rocketed;edged higher;"
    "swelled;inched up",
    "down": "down;fell;fall;falls;fallen;falling;drop;dropped;drops;dropping;decline;declined;declines;declining;"
    "decrease;decreased;decreases;decreasing;lost;lose;loses;losing;plunge;plunged;plunges;plunging;plummet;plummeted;"
    "plummets;plummeting;tumble;tumbled;tumbles;tumbling;sank;sink;slid;slide;slides;sliding;slump;slumped;"
    "slipped;slip;slips;shed;sheds;shrank;shrunk;shrink;shrinking;contracted;dipped;"
    "dip;eased;crashed;retreated;slashed;edged down;edged lower;shedding;tanked",
}
PERSONS = listed("""
people person persons men man women woman children child kids kid boys boy girls girl civilians civilian soldiers
soldier troops servicemen serviceman servicewomen officers officer policemen policeman refugees refugee migrants
migrant residents resident victims victim casualties casualty deaths death fatalities fatality dead wounded injured
killed missing patients patient students student pupils workers worker employees employee protesters protester
demonstrators demonstrator passengers passenger prisoners prisoner detainees detainee hostages hostage fighters
fighter militants militant rebels rebel guerrillas guerrilla terrorists terrorist gunmen gunman attackers attacker
citizens citizen inhabitants inhabitant evacuees evacuee survivors survivor journalists journalist reporters reporter
doctors doctor nurses nurse medics medic teachers teacher peasants peasant farmers farmer miners miner tourists
tourist visitors visitor voters voter members member adults adult teenagers teenager babies baby infants infant
pensioners pensioner volunteers volunteer combatants combatant personnel staff crew lawmakers lawmaker deputies deputy
senators senator ministers minister suspects suspect bodies body corpses drivers driver pilots pilot sailors sailor
marines marine conscripts conscript reservists reservist recruits mercenaries mercenary leaders leader attendees
supporters supporter activists activist players player friends friend others americans palestinians israelis
ukrainians russians britons iraqis syrians afghans germans households immigrants immigrant asylum-seekers individuals
individual users user customers customer firefighters firefighter guests guest participants participant pedestrians
pedestrian bystanders bystander settlers settler inmates inmate sons son daughters daughter brothers brother sisters
sister wives wife husbands husband priests priest jesuits missionaries missionary judges judge mayors mayor
politicians politician bodyguards bodyguard guards guard cadets cadet lawyers lawyer generals colonels colonel
captains captain lieutenants lieutenant sergeants sergeant agents agent diplomats diplomat officials official
executives executive engineers engineer technicians technician assailants assailant insurgents insurgent extremists
extremist snipers sniper gangsters gangster criminals criminal traffickers trafficker kidnappers kidnapper relatives
relative parents parent mothers mother fathers father twins orphans widows nuns nun bishops bishop monks monk clerics
cleric imams worshippers worshipper pilgrims pilgrim rescuers rescuer paramedics paramedic athletes athlete artists
artist writers writer photographers photographer cyclists cyclist motorists motorist shoppers shopper commuters
onlookers schoolchildren schoolgirls schoolboys toddlers toddler newborns elderly youths youth natives unionists
unionist trade-unionists candidates candidate delegates delegate councilmen councilors councillors governors governor
ambassadors ambassador presidents foreigners foreigner nationals colleagues colleague accomplices accomplice
perpetrators perpetrator defendants defendant witnesses witness respondents homeless servants employers owners
subscribers spectators spectator fans fan actors scientists scientist researchers researcher experts expert trainees
homeowners tenants tenant
""")
CASUALTIES = listed("""
killed wounded injured dead missing died slain murdered hurt displaced arrested detained kidnapped abducted executed
evacuated hospitalized hospitalised massacred rescued homeless stranded trapped captured beheaded assassinated
""")
STOPS = listed("""
the a an of in on at by for from to with without within into onto over under after before since until till during
between among against about through across and or but nor so yet as than that which who whom whose what when where
while if because although though is are was were be been being am has have had having do does did will would can could
shall should may might must not no it its he him his she her hers they them their we us our you your i my me this these
those there here also only just even still already per each every all both either neither such more less fewer most
least up down out off away back ago later earlier old other said says say told according including following amid
around near outside inside behind beyond toward towards despite via like unlike due then now today yesterday tomorrow
too very much many s t 's who've he's she's it's they're we're
came come comes coming went go goes going gone took take takes taken got get gets made make makes
live lives lived remain remains remained became become began begin lost left fled flee escaped stood joined
gathered arrived attended worked works work died dies die hit struck fell fall rose rise need needs needed
want wants wanted showed show shows used voted vote took took received receive won wins win lost
last next this monday tuesday wednesday thursday friday saturday sunday apart long tall wide high deep away
""")
LANGUAGE = Language(
    decimal=".",
    numbers=NUMBERS,
    ones=words("one"),
    scales=SCALES,
    minus=words("minus negative"),
    joiners=words("and"),
    half_joiners=words("and"),
    articles=words("a an another"),
    halves=words("half"),
    parts=PARTS,
    vague=Phrases(VAGUE),
    whole=Phrases(WHOLE),
    times=Phrases(TIMES),
    bounds=Phrases(table(BOUNDS)),
    after=Phrases(table(AFTER)),
    between=words("between"),
    and_=words("and"),
    from_=words("from"),
    to=words("to through"),
    or_=words("or"),
    changes=Phrases(table(CHANGES)),
    not_millions=frozenset(STOPS) - {"of"}
    | words(
        "race sprint freestyle hurdles relay butterfly breaststroke backstroke medley dash run final heat runner "
        "sprinter champion swimmer steeplechase thick square diving drop tower wave waves pool track"
    ),
    periods=words("first second latter last opening other top bottom better"),
    hours=Phrases(
        dict.fromkeys(listed("am;pm;a.m;p.m;a. m;p. m;o'clock;oclock;gmt;hours gmt;noon;a m;p m", ";"), "hour")
    ),
    determiners=words("the a an"),
    streets=words("street st avenue ave road rd boulevard blvd lane drive square terrace"),
    hour_words=words("at"),
    zones=words("gmt hours utc local est bst"),
    groups=words("family crew group team gang party household crowd delegation convoy squad patrol band"),
    tolls=Phrases(
        dict.fromkeys(
            listed(
                "death toll;toll;number of dead;number of deaths;number of victims;number of casualties;number of "
                "wounded;"
                "number of injured;number of people killed;body count;number of fatalities;dead",
                ";",
            ),
            "person",
        )
    ),
    pronouns=words("them whom us"),
    per=words(
        "share person head capita annum unit user vehicle car game dozen household student passenger customer patient "
        "room ticket item employee child piece set site location store player capita"
    ),
    counters=words("times occasions"),
    points=words("point"),
    possessives=words("its his her their our my your own new old"),
    ages=Phrases(
        dict.fromkeys(
            listed(
                "aged;ages;age;aged about;age of;aged between;ages of;over the age of;he is;she is;he was;she was;who "
                "is;who was;"
                "he will be;she will be;i am;i was;he's;she's;was aged;he turned;she turned;who turned;turned;turning",
                ";",
            ),
            "age",
        )
    ),
    more=words("more other additional further extra fewer most such"),
    elided=words("and or to from with than versus against for"),
    of=words("of"),
    units=Phrases(SIGNS | table(MEASURES) | table(MONEY) | {"pounds": "pound"}),
    persons=frozenset(PERSONS),
    casualties=frozenset(CASUALTIES),
    months=words(
        "january february march april may june july august september october november december jan feb mar apr jun "
        "jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec."
    ),
    dated=words("in since until till by before after during circa from through of late early mid for year years"),
    dated_bounds=words("around about circa c. ca. by before after until over"),
    not_before_one=words(
        "each every this that which no any some same another the first last only new good big next other such either "
        "neither square day year month week morning night it"
    ),
    names=words(
        "section row page pages chapter article game group route highway flight room channel no number nos version "
        "phase type model figure table step episode week day round line class gate unit block building house apartment "
        "platform lane exit bus train interstate level act part volume vol grade category stage division district ward "
        "zone area sector season apt suite terminal track pier psalm verse verses fortune formula top bus seed pick "
        "match hole quarter q week wk tier lot item point rule resolution paragraph para sub-section subsection "
        "clause title "
        "s&p sp nasdaq stoxx ftse dow nikkei iphone ipad ipod ios windows ps nfl"
    ),
    scores=words(
        "win wins victory victories defeat loss losses draw score scoreline lead record vote ruling decision result "
        "series aggregate down up ahead tie margin advantage deficit triumph thrashing rout split formation"
    ),
    stops=frozenset(STOPS),
    endings=words("st nd rd th s"),
)
