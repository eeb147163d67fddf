"""Romanian: digits with their scales and measures, and the commonest number words."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

NUMBERS = table(
    {
        1: "unu;una",
        2: "doi;două",
        3: "trei",
        4: "patru",
        5: "cinci",
        6: "șase;şase",
        7: "șapte;şapte",
        8: "opt",
        9: "nouă",
        10: "zece",
        11: "unsprezece",
        12: "doisprezece;douăsprezece",
        13: "treisprezece",
        14: "paisprezece",
        15: "cincisprezece",
        16: "șaisprezece",
        17: "șaptesprezece",
        18: "optsprezece",
        19: "nouăsprezece",
        20: "douăzeci",
        30: "treizeci",
        40: "patruzeci",
        50: "cincizeci",
        60: "șaizeci",
        70: "șaptezeci",
        80: "optzeci",
        90: "nouăzeci",
    }
)
LANGUAGE = Language(
    numbers=NUMBERS,
    ones=words("unu una"),
    scales=table(
        {
            100: "sută;sute",
            1e3: "mie;mii",
            1e6: "milion;milioane;mil;mln",
            1e9: "miliard;miliarde;mld",
            1e12: "trilion;trilioane",
        }
    ),
    minus=words("minus"),
    joiners=words("și şi"),
    half_joiners=words("și şi"),
    articles=words("o un"),
    halves=words("jumătate"),
    parts=table({1 / 2: "jumătate", 1 / 3: "treime;treimi", 1 / 4: "sfert;sferturi"}),
    lone=words("jumătate"),
    vague=Phrases(table({10: "zeci", 100: "sute", 1e3: "mii", 1e6: "milioane", 1e9: "miliarde", 12: "duzini"})),
    whole=Phrases(table({5e5: "jumătate de milion"})),
    times=Phrases(table({2: "de două ori mai", 3: "de trei ori mai"})),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "aproximativ;circa;aproape;în jur de;cam;vreo",
                "MORE_THAN": "peste;mai mult de;mai mulți de;mai multe de;cel puțin;cel puţin;minimum",
                "LESS_THAN": "sub;mai puțin de;mai puţin de",
                "UP_TO": "până la;pana la;cel mult;nu mai mult de;maximum",
            }
        )
    ),
    between=words("între intre"),
    and_=words("și şi"),
    from_=words("de"),
    to=words("la"),
    or_=words("sau"),
    of=words("de din"),
    changes=Phrases(table({"up": "crescut cu;creștere de", "down": "scăzut cu;scădere de"})),
    units=Phrases(
        SIGNS
        | {
            f"de {phrase}": unit
            for phrase, unit in table(
                {
                    "percent": "procente",
                    "kilometre": "kilometri;km",
                    "metre": "metri",
                    "mile": "mile",
                    "year": "ani",
                    "day": "zile",
                    "hour": "ore",
                    "minute": "minute",
                    "week": "săptămâni",
                    "month": "luni",
                    "dollar": "dolari",
                    "euro": "euro",
                    "kilogram": "kilograme;kg",
                    "degree": "grade",
                    "pound": "lire;lire sterline",
                    "mile per hour": "mile pe oră",
                    "kilometre per hour": "kilometri pe oră;km/h",
                    "centimetre": "centimetri",
                    "tonne": "tone",
                    "second": "secunde",
                }
            ).items()
        }
        | table(
            {
                "percent": "procente;la sută;la suta",
                "kilometre": "kilometri;kilometru;km",
                "metre": "metri;metru;m",
                "centimetre": "centimetri;cm",
                "mile": "mile;milă",
                "foot": "picioare",
                "inch": "inci;inch;țoli",
                "yard": "yarzi;iarzi",
                "kilogram": "kilograme;kilogram;kg",
                "pound": "lire sterline;lire;liră;livre",
                "tonne": "tone;tonă",
                "year": "ani;an",
                "month": "luni;lună",
                "week": "săptămâni;săptămână",
                "day": "zile;zi",
                "hour": "ore;oră",
                "minute": "minute;minut",
                "second": "secunde",
                "dollar": "dolari;dolar",
                "euro": "euro",
                "leu": "lei;leu",
                "degree": "grade",
                "degree Celsius": "grade celsius",
                "kilometre per hour": "km/h;kilometri pe oră",
                "mile per hour": "mile pe oră;mph",
                "cubic metre": "metri cubi",
                "litre": "litri",
            }
        )
    ),
    persons=words("persoane oameni bărbați femei copii soldați morți răniți elevi locuitori victime"),
    months=words("ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
    year_words=words("anul"),
    dated=words("în din anul anului până de la după anii"),
    dated_bounds=words("la"),
    decades=words("anii"),
    hours=Phrases(dict.fromkeys(listed("dimineața;seara;după-amiaza;a.m;p.m", ";"), "hour")),
    at_hours=Phrases(dict.fromkeys(listed("ora;orei;orele", ";"), "hour")),
    exact_hours=True,
    names=words("categoria numărul nr minutul locul ora"),
    determiners=words("o un"),
    stops=words(
        "și şi sau că care în din de la pe cu pentru după până este sunt era erau a au fost lui ei lor nu se mai"
    ),
    endings=words("lea a"),
)
