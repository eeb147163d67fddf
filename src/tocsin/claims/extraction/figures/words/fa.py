"""Persian: digits of its script, scales, measures and number words."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

LANGUAGE = Language(
    decimal=".",
    slash=True,
    numbers=table(
        {
            1: "یک",
            2: "دو",
            3: "سه",
            4: "چهار",
            5: "پنج",
            6: "شش",
            7: "هفت",
            8: "هشت",
            9: "نه-",
            10: "ده",
            11: "یازده",
            12: "دوازده",
            13: "سیزده",
            14: "چهارده",
            15: "پانزده",
            16: "شانزده",
            17: "هفده",
            18: "هجده",
            19: "نوزده",
            20: "بیست",
            30: "سی",
            40: "چهل",
            50: "پنجاه",
            60: "شصت",
            70: "هفتاد",
            80: "هشتاد",
            90: "نود",
            100: "صد",
            200: "دویست",
            300: "سیصد",
            400: "چهارصد",
            500: "پانصد",
            600: "ششصد",
            700: "هفتصد",
            800: "هشتصد",
            900: "نهصد",
        }
    ),
    ones=words("یک"),
    scales=table({1e3: "هزار", 1e6: "میلیون", 1e9: "میلیارد;بیلیون", 1e12: "تریلیون"}),
    joiners=words("و"),
    half_joiners=words("و"),
    halves=words("نیم"),
    parts=table({1 / 2: "نیمی;نصف", 1 / 3: "سوم"}),
    lone=words("نیمی نصف"),
    minus=words("منفی"),
    vague=Phrases(table({10: "ده‌ها;دهها", 100: "صدها", 1e3: "هزاران", 1e6: "میلیون‌ها;میلیونها"})),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "حدود;تقریبا;تقریباً;نزدیک به;در حدود",
                "MORE_THAN": "بیش از;بیشتر از;حداقل;دست کم;دستکم;بالای",
                "LESS_THAN": "کمتر از;زیر",
                "UP_TO": "تا;حداکثر",
            }
        )
    ),
    between=words("بین"),
    and_=words("تا و"),
    from_=words("از"),
    to=words("تا"),
    or_=words("یا"),
    units=Phrases(
        SIGNS
        | table(
            {
                "percent": "درصد",
                "kilometre": "کیلومتر;کیلومتری",
                "metre": "متر;متری",
                "centimetre": "سانتی‌متر;سانتیمتر;سانتی متر",
                "mile": "مایل;مایلی",
                "foot": "فوت;فوتی",
                "inch": "اینچ",
                "yard": "یارد;یاردی",
                "kilogram": "کیلوگرم;کیلو;کیلوگرمی",
                "pound": "پوند;پوندی",
                "tonne": "تن",
                "year": "سال;ساله",
                "month": "ماه;ماهه",
                "week": "هفته",
                "day": "روز;روزه",
                "hour": "ساعت;ساعته",
                "minute": "دقیقه;دقیقه‌ای",
                "second": "ثانیه",
                "dollar": "دلار;دلاری",
                "euro": "یورو",
                "degree": "درجه",
                "mile per hour": "مایل در ساعت;مایل بر ساعت",
                "kilometre per hour": "کیلومتر در ساعت;کیلومتر بر ساعت",
                "rial": "ریال",
                "cubic metre": "متر مکعب",
            }
        )
    ),
    persons=words("نفر تن فرد زن مرد کودک سرباز"),
    months=words(
        "ژانویه فوریه مارس آوریل مه می ژوئن ژوئیه جولای اوت آگوست سپتامبر اکتبر نوامبر دسامبر فروردین اردیبهشت "
        "خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
    ),
    dated=words("سال در از دهه ساله"),
    hours=Phrases(dict.fromkeys(listed("صبح;عصر;شب;بعدازظهر;بعد از ظهر;بامداد", ";"), "hour")),
    at_hours=Phrases({"ساعت": "hour"}),
    exact_hours=True,
    decades=words("دهه"),
    names=words("شماره رده دقیقه"),
    stops=words("و در از به با که این آن را برای تا است بود شد های ها"),
    endings=words("م امین مین اُم ام"),
)
