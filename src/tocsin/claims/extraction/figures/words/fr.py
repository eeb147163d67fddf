"""French."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

NUMBERS = table(
    {
        0: "zéro",
        1: "un;une",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        11: "onze",
        12: "douze",
        13: "treize",
        14: "quatorze",
        15: "quinze",
        16: "seize",
        20: "vingt;vingts",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "septante",
        80: "octante;huitante",
        90: "nonante",
    }
)
_TEENS = {
    10: "dix",
    11: "onze",
    12: "douze",
    13: "treize",
    14: "quatorze",
    15: "quinze",
    16: "seize",
    17: "dix-sept",
    18: "dix-huit",
    19: "dix-neuf",
}
_UNITS = {1: "un", 2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf"}
WHOLE: dict[str, float] = (
    {f"soixante-{word}": 60.0 + value for value, word in _TEENS.items()}
    | {f"soixante {word}": 60.0 + value for value, word in _TEENS.items()}
    | {f"quatre-vingt-{word}": 80.0 + value for value, word in (_TEENS | _UNITS).items()}
    | {f"quatre vingt {word}": 80.0 + value for value, word in (_TEENS | _UNITS).items()}
    | {word: float(value) for value, word in _TEENS.items() if value > 16}  # noqa: PLR2004
    | {
        "quatre-vingts": 80,
        "quatre vingts": 80,
        "quatre-vingt": 80,
        "quatre vingt": 80,
        "dix sept": 17,
        "dix huit": 18,
        "dix neuf": 19,
        "soixante et onze": 71,
        "un demi-million": 5e5,
        "demi-million": 5e5,
        "une dizaine": 10,
        "une douzaine": 12,
        "une quinzaine": 15,
        "une vingtaine": 20,
        "une trentaine": 30,
        "une quarantaine": 40,
        "une cinquantaine": 50,
        "une soixantaine": 60,
        "une centaine": 100,
        "un millier": 1000,
        "dizaine": 10,
        "douzaine": 12,
        "centaine": 100,
        "millier": 1000,
    }
)
LANGUAGE = Language(
    numbers=NUMBERS,
    ones=words("un une"),
    scales=table(
        {
            100: "cent;cents",
            1e3: "mille;k",
            1e6: "million;millions;m",
            1e9: "milliard;milliards;md;mds",
            1e12: "billion;billions",
        }
    ),
    minus=words("moins"),
    joiners=words("et"),
    half_joiners=words("et"),
    articles=words("un une"),
    halves=words("demi demie"),
    parts=table(
        {
            1 / 2: "moitié;demi;demis",
            1 / 3: "tiers",
            1 / 4: "quart;quarts",
            1 / 5: "cinquième;cinquièmes",
            1 / 6: "sixième",
            1 / 8: "huitième;huitièmes",
            1 / 10: "dixième;dixièmes",
        }
    ),
    lone=words("moitié"),
    vague=Phrases(
        table({10: "dizaines", 12: "douzaines", 100: "centaines", 1e3: "milliers", 1e6: "millions", 1e9: "milliards"})
    ),
    whole=Phrases(WHOLE),
    times=Phrases(table({2: "deux fois plus;le double", 3: "trois fois plus;le triple"})),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "environ;près de;presque;à peu près;approximativement;autour de;aux alentours de;"
                "quelque;quelques;quasiment",
                "MORE_THAN": "plus de;au moins;plus d'un;supérieur à;supérieure à;au-delà de;pas moins de;au "
                "minimum;au-dessus de;plus que",
                "LESS_THAN": "moins de;inférieur à;inférieure à;en dessous de;moins que",
                "UP_TO": "jusqu'à;au plus;au maximum;pas plus de;maximum",
            }
        )
    ),
    between=words("entre"),
    and_=words("et"),
    from_=words("de"),
    to=words("à"),
    or_=words("ou"),
    of=words("de d"),
    changes=Phrases(
        table(
            {
                "up": "augmenté de;hausse de;progressé de;grimpé de;augmentation de",
                "down": "baissé de;baisse de;reculé de;chuté de;diminué de;diminution de",
            }
        )
    ),
    units=Phrases(
        SIGNS
        | table(
            {
                "percent": "pour cent;pourcent;pour-cent",
                "kilometre": "kilomètres;kilomètre;kilometres;km",
                "metre": "mètres;mètre;metres;m",
                "centimetre": "centimètres;centimètre;cm",
                "millimetre": "millimètres",
                "mile": "milles;mille marin;miles",
                "foot": "pieds;pied",
                "inch": "pouces;pouce",
                "yard": "yards;verges",
                "kilogram": "kilogrammes;kilogramme;kilos;kilo;kg",
                "gram": "grammes;gramme",
                "pound": "livres sterling;livre sterling;livres;livre",
                "tonne": "tonnes;tonne",
                "year": "ans;an;années;année",
                "month": "mois",
                "week": "semaines;semaine",
                "day": "jours;jour",
                "hour": "heures;heure",
                "minute": "minutes;minute",
                "second": "secondes;seconde",
                "dollar": "dollars;dollar;dollars américains",
                "euro": "euros;euro",
                "cent": "centimes;centime;cents;cent",
                "degree": "degrés;degré;degres",
                "degree Celsius": "degrés celsius;degres celsius;° celsius;celsius;degrés c",
                "degree Fahrenheit": "fahrenheit;degrés fahrenheit",
                "kilometre per hour": "km/h;kilomètres par heure;kilomètres à l'heure;kilomètres-heure",
                "mile per hour": "miles par heure;miles à l'heure;milles à l'heure;mph",
                "square kilometre": "kilomètres carrés;km2",
                "square metre": "mètres carrés",
                "cubic metre": "mètres cubes",
                "litre": "litres;litre",
                "millilitre": "millilitres",
                "centilitre": "centilitres;cl",
                "cup": "tasses;tasse",
                "hectare": "hectares",
                "year of age": "ans d'âge",
                "percentage point": "points de pourcentage",
                "yen": "yens;yen",
                "yuan": "yuans;yuan",
                "rouble": "roubles",
                "franc": "francs;franc",
                "rupee": "roupies",
                "acre": "acres",
            }
        )
    ),
    persons=words(
        "personnes personne hommes femmes enfants soldats civils morts blessés victimes élèves habitants réfugiés "
        "étudiants gens membres"
    ),
    months=words("janvier février mars avril mai juin juillet août aout septembre octobre novembre décembre"),
    dated=words("en de depuis jusqu'en année années l'année fin début après avant dès"),
    dated_bounds=words("à"),
    decades=words("années"),
    hours=Phrases(
        dict.fromkeys(listed("heures du matin;h du matin;heures du soir;h;du matin;heures précises", ";"), "hour")
    ),
    at_hours=Phrases(dict.fromkeys(listed("à;vers;dès;avant", ";"), "hour")),
    exact_hours=False,
    ordinal_after=words("anniversaire"),
    names=words("numéro n° catégorie groupe article page chapitre chaîne minute district trou tour"),
    determiners=words("le la les l un une"),
    periods=words("première seconde deuxième"),
    stops=words(
        "le la les un une des de du d et ou mais que qui dont où en dans à au aux par pour avec sans sur sous est "
        "sont était étaient été a ont avait se ne pas plus moins son sa ses leur leurs il elle ils elles ce "
        "cette ces"
    ),
    endings=words("e er re ère ème eme es nd nde ers ès"),
)
