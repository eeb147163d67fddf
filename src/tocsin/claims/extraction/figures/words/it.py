"""Italian: number words are written as one, so those under a thousand are spelled out."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

_ONES = listed("uno due tre quattro cinque sei sette otto nove")
_TEENS = listed("dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove")
_TENS = listed("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")


def _under_thousand() -> dict[str, float]:
    small = dict(zip(_ONES, range(1, 10), strict=True)) | dict(zip(_TEENS, range(10, 20), strict=True))
    for value, tens in enumerate(_TENS, start=2):
        for at, one in enumerate(_ONES, start=1):
            head = tens[:-1] if one[0] in "uo" else tens
            small |= {head + one: value * 10 + at, tens + one.replace("tre", "tré"): value * 10 + at}
        small[tens] = value * 10
    hundreds = {"cento": 100} | {f"{one}cento": at * 100 for at, one in enumerate(_ONES, start=1) if at > 1}
    rest = {f"{head}{tail}": many + few for head, many in hundreds.items() for tail, few in small.items()}
    return {word: float(value) for word, value in (small | hundreds | rest).items()}


_SMALL = _under_thousand()
NUMBERS = (
    _SMALL
    | {f"{word}mila": value * 1000 for word, value in _SMALL.items() if value > 1}
    | table({0: "zero", 1: "un;una"})
)
LANGUAGE = Language(
    numbers=NUMBERS,
    ones=words("un una uno"),
    scales=table(
        {
            1e3: "mille;mila;k",
            1e6: "milione;milioni;mln;m",
            1e9: "miliardo;miliardi;mld",
            1e12: "bilione;bilioni;trilioni",
        }
    ),
    minus=words("meno"),
    joiners=words("e"),
    half_joiners=words("e"),
    articles=words("un una"),
    halves=words("mezzo mezza"),
    parts=table(
        {
            1 / 2: "metà;mezzo;mezzi",
            1 / 3: "terzo;terzi",
            1 / 4: "quarto;quarti",
            1 / 5: "quinto;quinti",
            1 / 8: "ottavo;ottavi",
            1 / 10: "decimo;decimi",
        }
    ),
    lone=words("metà"),
    vague=Phrases(
        table({10: "decine", 12: "dozzine", 100: "centinaia", 1e3: "migliaia", 1e6: "milioni", 1e9: "miliardi"})
    ),
    whole=Phrases(
        table(
            {
                12: "una dozzina;dozzina",
                10: "una decina",
                100: "un centinaio",
                1e3: "un migliaio",
                5e5: "mezzo milione",
                20: "una ventina",
                30: "una trentina",
            }
        )
    ),
    times=Phrases(table({2: "il doppio;due volte più", 3: "il triplo;tre volte più"})),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "circa;quasi;intorno a;approssimativamente;all'incirca;attorno a",
                "MORE_THAN": "più di;oltre;almeno;superiore a;maggiore di;non meno di;più che;come minimo",
                "LESS_THAN": "meno di;inferiore a;minore di;sotto i",
                "UP_TO": "fino a;al massimo;non più di;massimo",
            }
        )
    ),
    between=words("tra fra"),
    and_=words("e"),
    from_=words("da"),
    to=words("a"),
    or_=words("o"),
    of=words("di"),
    changes=Phrases(
        table(
            {
                "up": "aumentato del;aumento del;salito del;cresciuto del",
                "down": "calato del;calo del;sceso del;diminuito del",
            }
        )
    ),
    units=Phrases(
        SIGNS
        | table(
            {
                "percent": "per cento;percento",
                "kilometre": "chilometri;chilometro;km",
                "metre": "metri;metro;m",
                "centimetre": "centimetri;cm",
                "mile": "miglia;miglio",
                "foot": "piedi;piede",
                "inch": "pollici;pollice",
                "yard": "iarde",
                "kilogram": "chilogrammi;chili;chilo;kg",
                "gram": "grammi;grammo",
                "pound": "libbre;libbra;sterline;sterlina",
                "tonne": "tonnellate;tonnellata",
                "year": "anni;anno",
                "month": "mesi;mese",
                "week": "settimane;settimana",
                "day": "giorni;giorno",
                "hour": "ore;ora",
                "minute": "minuti;minuto",
                "second": "secondi;secondo",
                "dollar": "dollari;dollaro;dollari americani",
                "euro": "euro",
                "cent": "centesimi;centesimo",
                "degree": "gradi;grado",
                "degree Celsius": "gradi celsius;gradi centigradi;celsius",
                "degree Fahrenheit": "gradi fahrenheit;fahrenheit",
                "kilometre per hour": "km/h;chilometri orari;chilometri all'ora",
                "mile per hour": "miglia orarie",
                "square kilometre": "chilometri quadrati",
                "square metre": "metri quadrati;metri quadri",
                "cubic metre": "metri cubi",
                "litre": "litri;litro",
                "millilitre": "millilitri",
                "hectare": "ettari;ettaro",
                "acre": "acri;acro",
                "yen": "yen",
                "yuan": "yuan",
                "rouble": "rubli",
                "franc": "franchi",
                "rupee": "rupie",
                "year of age": "anni di età",
            }
        )
    ),
    persons=words(
        "persone persona uomini donne bambini soldati civili morti feriti vittime studenti abitanti rifugiati"
    ),
    months=words("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    dated=words("nel dal al dell del anno anni in fino"),
    dated_bounds=words("a"),
    decades=words("anni"),
    names=words("numero n categoria gruppo articolo pagina capitolo canale minuto"),
    determiners=words("il la i gli le un una"),
    periods=words("prima seconda"),
    stops=words(
        "il lo la i gli le un una di del della dei delle da dal a al in nel con su per tra fra e o ma che chi è "
        "sono era erano ha hanno non si suo sua loro più meno"
    ),
    endings=words("º ª"),
)
