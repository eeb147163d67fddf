"""Turkish."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

NUMBERS = table(
    {
        0: "sıfır",
        1: "bir",
        2: "iki",
        3: "üç",
        4: "dört",
        5: "beş",
        6: "altı",
        7: "yedi",
        8: "sekiz",
        9: "dokuz",
        10: "on",
        20: "yirmi",
        30: "otuz",
        40: "kırk",
        50: "elli",
        60: "altmış",
        70: "yetmiş",
        80: "seksen",
        90: "doksan",
        11: "onbir",
        12: "oniki",
        15: "onbeş",
    }
)
_CASES = "- i ı u ü e a de da den dan nin nın lik lık si sı"
LANGUAGE = Language(
    numbers=NUMBERS,
    ones=words("bir"),
    scales=table(
        {100: "yüz", 1e3: f"bin|{_CASES};k", 1e6: f"milyon|{_CASES};m", 1e9: f"milyar|{_CASES}", 1e12: "trilyon"}
    ),
    minus=words("eksi"),
    halves=words("yarım"),
    half_joiners=words("-"),
    parts=table({1 / 2: "yarısı"}),
    lone=words("yarısı"),
    vague=Phrases(
        table(
            {
                10: "onlarca",
                100: "yüzlerce",
                1e3: "binlerce",
                1e4: "on binlerce",
                1e5: "yüz binlerce",
                1e6: "milyonlarca",
                12: "düzinelerce",
            }
        )
    ),
    whole=Phrases(
        table(
            {
                1.5: "bir buçuk",
                2.5: "iki buçuk",
                0.5: "yarım",
                12: "bir düzine;düzine",
                5e5: "yarım milyon",
                0.25: "çeyrek",
            }
        )
    ),
    times=Phrases(table({2: "iki katı", 3: "üç katı"})),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "yaklaşık;yaklaşık olarak;neredeyse;aşağı yukarı;takriben",
                "MORE_THAN": "en az;asgari",
                "LESS_THAN": "en fazla-",
                "UP_TO": "en fazla;en çok;azami",
            }
        )
    ),
    after=Phrases(
        table(
            {
                "MORE_THAN": "'den fazla;'dan fazla;'ten fazla;'tan fazla;den fazla;dan fazla;ten fazla;tan fazla;"
                "'in üzerinde;'ın üzerinde;'un üzerinde;'ün üzerinde",
                "LESS_THAN": "'den az;'dan az;den az;dan az;'ten az;'tan az",
                "UP_TO": "'e kadar;'a kadar;e kadar;a kadar;'ye kadar;'ya kadar",
            }
        )
    ),
    and_=words("ile ve"),
    to=words("ila ile"),
    or_=words("veya"),
    units=Phrases(
        SIGNS
        | table(
            {
                "kilometre": f"kilometre|{_CASES};km",
                "metre": f"metre|{_CASES};m",
                "centimetre": f"santimetre|{_CASES};cm;santim",
                "millimetre": "milimetre",
                "mile": f"mil|{_CASES}",
                "foot": "fit;ayak",
                "inch": "inç",
                "yard": "yarda",
                "kilogram": f"kilogram|{_CASES};kilo;kg;kiloluk",
                "gram": "gram",
                "pound": "pound;sterlin;libre",
                "tonne": "ton;tonluk",
                "year": f"yıl|{_CASES};yıllık;sene;yaş;yaşında;yaşındaki",
                "month": "ay;aylık",
                "week": "hafta;haftalık",
                "day": "gün;günlük",
                "hour": "saat;saatlik",
                "minute": "dakika;dakikalık;dk",
                "second": "saniye;sn",
                "dollar": f"dolar|{_CASES};dolarlık;abd doları",
                "euro": f"euro|{_CASES};avro",
                "lira": f"lira|{_CASES};türk lirası;tl",
                "kuruş": "kuruş",
                "cent": "sent",
                "degree": "derece;derecelik",
                "degree Celsius": "santigrat derece;derece santigrat;santigrat",
                "degree Fahrenheit": "derece fahrenhayt;fahrenayt;derece fahrenheit;° fahrenayt;fahrenheit",
                "litre": "litre;lt",
                "millilitre": "mililitre",
                "square metre": "metrekare",
                "square kilometre": "kilometrekare",
                "cubic metre": "metreküp",
                "hectare": "hektar",
                "acre": "dönüm",
                "yen": "yen",
                "rouble": "ruble",
            }
        )
    ),
    prefixes=Phrases({"yüzde": "percent", "%": "percent"}),
    persons=words("kişi kişiyi kişinin kişiye insan kadın erkek çocuk asker sivil ölü yaralı öğrenci"),
    months=words("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
    year_words=words("yılında yılı yılının yılından yılına yılındaki"),
    dated=words("yılı"),
    names=words("kategori numara no"),
    dotted_ordinals=True,
    stops=words("ve veya ile bir bu şu o da de ki için gibi kadar sonra önce olan olarak daha en çok"),
    endings=words("inci ıncı uncu üncü nci ncı ncu ncü lar ler"),
)
