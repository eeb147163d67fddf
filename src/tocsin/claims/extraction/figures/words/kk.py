"""Kazakh: digits with their scales and measures, and the number words."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

_CASES = "- ға ге қа ке ды ді ты ті да де та те дан ден тан тен дың дің тың тің дық дік тық тік лық лік"
LANGUAGE = Language(
    numbers=table(
        {
            1: "бір",
            2: "екі",
            3: "үш",
            4: "төрт",
            5: "бес",
            6: "алты",
            7: "жеті",
            8: "сегіз",
            9: "тоғыз",
            10: "он",
            20: "жиырма",
            30: "отыз",
            40: "қырық",
            50: "елу",
            60: "алпыс",
            70: "жетпіс",
            80: "сексен",
            90: "тоқсан",
        }
    ),
    ones=words("бір"),
    scales=table(
        {
            100: "жүз",
            1e3: f"мың|{_CASES};тыс",
            1e6: f"миллион|{_CASES};млн",
            1e9: f"миллиард|{_CASES};млрд",
            1e12: "триллион",
        }
    ),
    vague=Phrases(table({10: "ондаған", 100: "жүздеген", 1e3: "мыңдаған", 1e6: "миллиондаған"})),
    bounds=Phrases(table({"APPROXIMATELY": "шамамен;жуық", "MORE_THAN": "кем дегенде;кемінде", "UP_TO": "ең көбі"})),
    after=Phrases(
        table(
            {
                "MORE_THAN": "астам;-дан астам;-ден астам;-нан астам;-нен астам;-тан астам;-тен астам;дан астам;"
                "ден астам",
                "UP_TO": "дейін;-ге дейін;-ға дейін;-қа дейін;-ке дейін",
                "APPROXIMATELY": "жуық;-ға жуық;-ге жуық;шақты",
            }
        )
    ),
    or_=words("немесе"),
    units=Phrases(
        SIGNS
        | table(
            {
                "percent": f"пайыз|{_CASES};пайызы;пайызын;процент",
                "kilometre": f"километр|{_CASES};шақырым;км",
                "metre": f"метр|{_CASES};м",
                "centimetre": "см;сантиметр",
                "mile": f"миля|{_CASES};миль",
                "foot": "фут;футтық",
                "inch": "дюйм",
                "kilogram": f"килограмм|{_CASES};кг;келі;келілік",
                "pound": f"фунт|{_CASES};фунт стерлинг",
                "tonne": "тонна",
                "year": f"жыл|{_CASES};жылдық;жас;жаста;жасар;жастағы",
                "month": "ай",
                "week": "апта",
                "day": "күн;күндік",
                "hour": "сағат;сағаттық",
                "minute": "минут;минуттық",
                "second": "секунд",
                "dollar": f"доллар|{_CASES};доллары;долларын;ақш доллары",
                "euro": "еуро",
                "tenge": "теңге",
                "degree": "градус",
                "kilometre per hour": "км/сағ",
            }
        )
    ),
    persons=words("адам адамды адамның кісі бала әйел сарбаз"),
    months=words(
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан қаңтарда ақпанда "
        "наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда "
        "қыркүйектегі қазандағы"
    ),
    year_words=words("жылы жылғы жылдың жылдан жылға жылдары жылдардағы"),
    points_group=False,
    stops=words("және мен бен пен бұл сол ол да де та те үшін"),
    endings=words("ші шы інші ыншы нші"),
)
