"""Polish: digits with their scales and measures, and the commonest number words."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, forms, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

_M = "- a u em owi ie y i ów om ami ach"
_A = "y ego emu ym a ej ą e ych ymi i iego"
NUMBERS = table(
    {
        0: "zero;zera;nic",
        1: "jeden;jedna;jedno;jednego;jednej;jednym;jedną;pojedynczy",
        2: "dwa;dwie;dwóch;dwu;dwaj;dwoje;dwoma;dwiema;dwóm",
        3: "trzy;trzech;trzej;troje;trzema;trzem",
        4: "cztery;czterech;czterej;czworo;czterema",
        5: "pięć;pięciu;pięcioro",
        6: "sześć;sześciu;sześcioro",
        7: "siedem;siedmiu",
        8: "osiem;ośmiu",
        9: "dziewięć;dziewięciu",
        10: "dziesięć;dziesięciu",
        11: "jedenaście;jedenastu",
        12: "dwanaście;dwunastu",
        13: "trzynaście;trzynastu",
        14: "czternaście;czternastu",
        15: "piętnaście;piętnastu",
        16: "szesnaście;szesnastu",
        17: "siedemnaście;siedemnastu",
        18: "osiemnaście;osiemnastu",
        19: "dziewiętnaście;dziewiętnastu",
        20: "dwadzieścia;dwudziestu",
        30: "trzydzieści;trzydziestu",
        40: "czterdzieści;czterdziestu",
        50: "pięćdziesiąt;pięćdziesięciu",
        60: "sześćdziesiąt;sześćdziesięciu",
        70: "siedemdziesiąt;siedemdziesięciu",
        80: "osiemdziesiąt;osiemdziesięciu",
        90: "dziewięćdziesiąt;dziewięćdziesięciu",
        100: "sto;stu",
        200: "dwieście;dwustu",
        300: "trzysta;trzystu",
        400: "czterysta;czterystu",
        500: "pięćset;pięciuset",
        600: "sześćset;sześciuset",
        700: "siedemset;siedmiuset",
        800: "osiemset;ośmiuset",
        900: "dziewięćset;dziewięciuset",
    }
)
LANGUAGE = Language(
    numbers=NUMBERS,
    ones=words("jeden jedna jedno jednego jednej jednym jedną"),
    scales=table(
        {
            1e3: "tysiąc;tysiąca;tysiące;tysięcy;tysiącami;tys",
            1e6: f"milion|{_M};mln",
            1e9: f"miliard|{_M};mld",
            1e12: f"bilion|{_M};bln",
        }
    ),
    minus=words("minus"),
    half_joiners=words("i"),
    halves=words("pół"),
    parts=table(
        {
            1 / 2: "połowa;połowę;połowy",
            1 / 3: "trzecia;trzecie;trzecich",
            1 / 4: "czwarta;czwarte;czwartych;ćwierć",
            1 / 5: "piąta;piąte;piątych",
        }
    ),
    lone=words("połowa połowę połowy"),
    vague=Phrases(
        table(
            {
                10: "dziesiątki;dziesiątek;kilkadziesiąt;kilkudziesięciu",
                100: "setki;setek;kilkaset;kilkuset",
                1e3: "tysiące;tysiącami",
                1e6: "miliony;milionami",
                1e9: "miliardy",
                2e3: "kilka tysięcy;kilku tysięcy",
                2e6: "kilka milionów",
            }
        )
    ),
    whole=Phrases(table({1.5: "półtora;półtorej", 5e5: "pół miliona", 12: "tuzin"})),
    times=Phrases(table({2: "dwukrotnie;dwa razy więcej", 3: "trzykrotnie;trzy razy więcej", 4: "czterokrotnie"})),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "około;ok;ok.;prawie;niemal;blisko;mniej więcej;w przybliżeniu",
                "MORE_THAN": "ponad;więcej niż;co najmniej;przynajmniej;powyżej;nie mniej niż;minimum;przeszło",
                "LESS_THAN": "mniej niż;poniżej;niespełna",
                "UP_TO": "do;nie więcej niż;maksymalnie;najwyżej;co najwyżej;aż do",
            }
        )
    ),
    between=words("między pomiędzy"),
    and_=words("a i"),
    from_=words("od z"),
    to=words("do"),
    or_=words("lub albo czy"),
    changes=Phrases(
        table(
            {
                "up": "wzrósł;wzrosła;wzrosło;wzrosły;wzrost o;zwiększył się",
                "down": "spadł;spadła;spadło;spadły;zmalał;zmniejszył się",
            }
        )
    ),
    of=words("z"),
    units=Phrases(
        SIGNS
        | table(
            {
                "percent": "procent;procenta;procentach;proc;procentow|y ego a",
                "kilometre": "kilometr|- a y ów;km;kilometrow|y ego a",
                "metre": "metr|- a y ów;m;metrow|y ego a ej e ych",
                "centimetre": "centymetr|- a y ów;cm",
                "mile": "mila;mile;mil;mili",
                "foot": "stop|a y;stóp",
                "inch": "cal;cala;cale;cali",
                "yard": "jard|- a y ów",
                "kilogram": "kilogram|- a y ów;kg;kilo;kilogramow|y ego a",
                "pound": "funt|- a y ów;funtów szterlingów",
                "tonne": "ton|a y;ton",
                "gram": "gram|- a y ów",
                "year": f"rok;roku;lat|- a ach;letni|{_A};latek",
                "month": "miesiąc|- a e;miesięcy",
                "week": "tydzień;tygodni|e a u;tygodni",
                "day": "dzień;dni;dnia;dniow|y ego a;doby;dób",
                "hour": "godzin|a y ę ie;godzin;godz",
                "minute": "minut|a y ę;minut;min",
                "second": "sekund|a y ę;sekund",
                "dollar": "dolar|- a y ów;dolarów amerykańskich",
                "euro": "euro",
                "zloty": "złot|y ego ych e;zł",
                "grosz": "grosz|- y e;groszy",
                "rouble": "rubel;rubl|i a e",
                "degree": "stopni|e a;stopni;stopień",
                "degree Celsius": "stopni celsjusza;stopnie celsjusza",
                "kilometre per hour": "km/h;kilometrów na godzinę",
                "mile per hour": "mil na godzinę;mile na godzinę;mph",
                "cubic metre": "metrów sześciennych",
                "square metre": "metrów kwadratowych",
                "litre": "litr|- a y ów",
                "hectare": "hektar|- a y ów",
            }
        )
    ),
    persons=frozenset(
        forms(
            "os|ób oby oba",
            "ludzi",
            "ludzie",
            "mężczyzn|- y a",
            "kobiet|- y a",
            "dzieci",
            "żołnierz|y e",
            "mieszkańc|ów y",
            "uczni|ów owie",
            "cywil|ów i",
            "ofiar|- y",
            "rannych",
            "zabitych",
            "uchodźc|ów y",
        )
    ),
    months=frozenset(
        forms(
            "stycz|eń nia niu",
            "lut|y ego ym",
            "mar|zec ca cu",
            "kwie|cień tnia tniu",
            "maj|- a u",
            "czerw|iec ca cu",
            "lip|iec ca cu",
            "sierp|ień nia niu",
            "wrze|sień śnia śniu",
            "październik|- a u",
            "listopad|- a zie",
            "grud|zień nia niu",
        )
    ),
    year_words=words("roku rok r rokiem"),
    dated=words("w we od do po przed na z"),
    dated_bounds=words("do około od po"),
    hours=Phrases(dict.fromkeys(listed("rano;wieczorem;po południu;w nocy", ";"), "hour")),
    at_hours=Phrases(dict.fromkeys(listed("godz.;godzinie;godziny;o", ";"), "hour")),
    exact_hours=False,
    ordinal_after=words("minucie"),
    names=words("kategorii kategoria numer nr grupa godzinie godz minucie"),
    adjectives=("ych", "ego", "ej", "ich", "iego"),
    dotted_ordinals=True,
    points_group=False,
    stops=words(
        "i a ale albo lub że jak który która które w we na z ze od do po za o dla przy nad pod przed bez nie jest "
        "był była było byli będzie to ten ta jego jej ich on ona oni się już jeszcze tylko gdy gdzie"
    ),
    endings=words("letni-x go tego tej ej ty ta te mu cie"),
)
