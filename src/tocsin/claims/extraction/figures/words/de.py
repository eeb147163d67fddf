"""German: number words are written as one, so those under a thousand are spelled out."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

_ONES = listed("ein zwei drei vier fünf sechs sieben acht neun")
_TEENS = listed("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
_TENS = listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")


def _under_thousand() -> dict[str, float]:
    small = dict(zip(_ONES, range(1, 10), strict=True)) | dict(zip(_TEENS, range(10, 20), strict=True))
    for value, tens in enumerate(_TENS, start=2):
        small |= {tens: value * 10} | {f"{one}und{tens}": value * 10 + at for at, one in enumerate(_ONES, start=1)}
    hundreds = {"hundert": 100} | {f"{one}hundert": at * 100 for at, one in enumerate(_ONES, start=1)}
    rest = {f"{head}{tail}": many + few for head, many in hundreds.items() for tail, few in small.items()}
    return {word: float(value) for word, value in (small | hundreds | rest).items()}


_SMALL = _under_thousand()
NUMBERS = (
    _SMALL
    | {f"{word}tausend": value * 1000 for word, value in _SMALL.items()}
    | {word.replace("ß", "ss"): value for word, value in _SMALL.items() if "ß" in word}
    | table({0: "null", 1: "eins;eine;einer;einem;einen;eines", 2: "zwo;zweier", 3: "dreier"})
)
LANGUAGE = Language(
    numbers=NUMBERS,
    ones=words("ein eine einer einem einen eines"),
    scales=table(
        {
            1e3: "tausend;tsd;k",
            1e6: "million;millionen;mio;mill;m",
            1e9: "milliarde;milliarden;mrd",
            1e12: "billion;billionen;bio",
        }
    ),
    minus=words("minus"),
    joiners=words("und"),
    half_joiners=words("und"),
    articles=words("ein eine einer einem einen"),
    halves=words("halbe halber halbes halben halb"),
    parts=table(
        {
            1 / 2: "hälfte",
            1 / 3: "drittel",
            1 / 4: "viertel",
            1 / 5: "fünftel",
            1 / 6: "sechstel",
            1 / 8: "achtel",
            1 / 10: "zehntel",
        }
    ),
    lone=words("hälfte"),
    vague=Phrases(
        table(
            {
                10: "dutzende von-;zig",
                12: "dutzende;dutzenden",
                100: "hunderte;hunderten",
                1e3: "tausende;tausenden",
                1e4: "zehntausende;zehntausenden",
                1e5: "hunderttausende;hunderttausenden",
                1e6: "millionen",
                1e9: "milliarden",
                200: "mehrere hundert;einige hundert",
                2e3: "mehrere tausend;einige tausend",
            }
        )
    ),
    whole=Phrases(
        table(
            {
                1.5: "anderthalb;eineinhalb",
                2.5: "zweieinhalb",
                3.5: "dreieinhalb",
                4.5: "viereinhalb",
                12: "ein dutzend;dutzend;einem dutzend",
                6: "ein halbes dutzend",
                5e5: "eine halbe million;halbe million",
                2: "ein paar-",
            }
        )
    ),
    times=Phrases(
        table(
            {
                2: "doppelt so viele;doppelt so viel;zweimal so viele;verdoppelt",
                3: "dreimal so viele;dreimal so viel;verdreifacht",
            }
        )
    ),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "etwa;rund;circa;ca;ca.;ungefähr;fast;knapp-;nahezu;beinahe;gut-;um die;geschätzt;"
                "zirka;annähernd",
                "MORE_THAN": "mehr als;über;mindestens;wenigstens;gut;nicht weniger als;ab-;oberhalb von;größer "
                "als;minimum",
                "LESS_THAN": "weniger als;unter;knapp;kleiner als",
                "UP_TO": "bis zu;höchstens;maximal;nicht mehr als;bis-",
            }
        )
    ),
    between=words("zwischen"),
    and_=words("und"),
    from_=words("von"),
    to=words("bis auf"),
    or_=words("oder"),
    of=words("von"),
    changes=Phrases(
        table(
            {
                "up": "stieg um;stiegen um;gestiegen um;plus von;zuwachs von;anstieg von",
                "down": "sank um;sanken um;fiel um;gesunken um;minus von;rückgang von",
            }
        )
    ),
    units=Phrases(
        SIGNS
        | table(
            {
                "percent": "prozent;prozentige;prozentigen;prozentiger",
                "percentage point": "prozentpunkte;prozentpunkten",
                "kilometre": "kilometer;kilometern;km",
                "metre": "meter;metern;m",
                "centimetre": "zentimeter;zentimetern;cm",
                "millimetre": "millimeter;mm",
                "mile": "meilen;meile",
                "foot": "fuß;fuss",
                "inch": "zoll",
                "yard": "yards;yard",
                "kilogram": "kilogramm;kilo;kg",
                "gram": "gramm",
                "pound": "pfund;britische pfund;pfund sterling",
                "tonne": "tonnen;tonne",
                "year": "jahre;jahren;jahr;jahres;jährige;jährigen;jähriger;jähriges",
                "month": "monate;monaten;monat",
                "week": "wochen;woche",
                "day": "tage;tagen;tag;tägige;tägigen",
                "hour": "stunden;stunde",
                "minute": "minuten;minute;minütige",
                "second": "sekunden;sekunde",
                "dollar": "dollar;us-dollar",
                "euro": "euro",
                "cent": "cent;cents",
                "degree": "grad",
                "degree Celsius": "grad celsius",
                "degree Fahrenheit": "grad fahrenheit",
                "kilometre per hour": "km/h;kilometer pro stunde;stundenkilometer;stundenkilometern",
                "mile per hour": "meilen pro stunde;mph",
                "square kilometre": "quadratkilometer;quadratkilometern",
                "square metre": "quadratmeter;quadratmetern",
                "cubic metre": "kubikmeter;kubikmetern",
                "litre": "liter;litern",
                "millilitre": "milliliter",
                "hectare": "hektar",
                "acre": "acres",
                "yen": "yen",
                "yuan": "yuan",
                "rouble": "rubel",
                "franc": "franken;schweizer franken",
                "rupee": "rupien",
                "year of age": "jahre alt;jahren alt",
            }
        )
    ),
    persons=words(
        "menschen personen person männer frauen kinder soldaten zivilisten tote verletzte opfer schüler einwohner "
        "flüchtlinge leute mitglieder bürger"
    ),
    months=words("januar jänner februar märz april mai juni juli august september oktober november dezember"),
    dated=words("in im seit bis ab jahr jahre jahren von nach vor ende anfang"),
    dated_bounds=words("bis um über"),
    hours=Phrases(dict.fromkeys(listed("uhr;uhr morgens;uhr abends", ";"), "hour")),
    names=words("nummer nr kategorie gruppe artikel seite kapitel kanal klasse minute platz"),
    determiners=words("der die das den dem ein eine"),
    noun_capitals=True,
    dotted_ordinals=True,
    periods=words("erste ersten zweite zweiten erster zweiter"),
    stops=words(
        "der die das den dem des ein eine einen einem einer und oder aber dass wie in im an am auf aus bei mit "
        "nach von vor zu zum zur für über unter durch ist sind war waren wurde wurden werden hat haben hatte "
        "sich nicht er sie es ihr ihre sein seine als auch nur noch"
    ),
    endings=words("te ten ter er ern"),
)
