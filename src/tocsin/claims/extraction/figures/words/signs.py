"""Signs and codes of money and measure that every language shares."""

from tocsin.claims.extraction.figures.words.language import listed, table

MONEY = {
    "dollar": "$;us$;usd$;$us;us $;usd;$ us;＄",
    "Australian dollar": "a$;aud$;au$;aud;$a",
    "Canadian dollar": "c$;cad$;ca$;cad;cdn$",
    "Hong Kong dollar": "hk$;hk $;hkd",
    "New Zealand dollar": "nz$;nzd$;nzd",
    "Singapore dollar": "s$;sgd",
    "Taiwan dollar": "nt$;twd",
    "euro": "€;eur",
    "pound": "£;￡;gbp",
    "yen": "¥;￥;jpy",
    "yuan": "cny;rmb",
    "hryvnia": "₴;uah",
    "rouble": "₽;rub",
    "rupee": "₹;inr",
    "lira": "₺",
    "shekel": "₪;nis;ils",
    "won": "₩;krw",
    "tenge": "₸;kzt",
    "zloty": "zł;pln",
    "real": "r$;brl",
    "Swiss franc": "chf",
    "peso": "mxn$;mex$;mxn;ars",
    "naira": "₦",
    "baht": "฿;thb",
    "dong": "₫",
    "cent": "¢",
    "ringgit": "rm;myr",
    "bitcoin": "₿;btc",
    "krona": "sek",
    "krone": "nok;dkk",
}
MEASURES = {
    "percent": "%;٪;％",
    "permille": "‰",
    "kilometre": "km",
    "metre": "m",
    "centimetre": "cm",
    "millimetre": "mm",
    "square kilometre": "km²;km2",
    "square metre": "m²;m2",
    "cubic metre": "m³;m3",
    "kilogram": "kg",
    "gram": "g",
    "milligram": "mg",
    "tonne": "t",
    "litre": "l",
    "millilitre": "ml",
    "centilitre": "cl",
    "hectare": "ha",
    "kilometre per hour": "km/h",
    "metre per second": "m/s",
    "degree Celsius": "°c;° c;℃",
    "degree Fahrenheit": "°f;° f;℉",
    "degree": "°",
    "watt": "w",
    "kilowatt": "kw",
    "megawatt": "mw",
    "kilowatt-hour": "kwh",
    "hertz": "hz",
    "kilohertz": "khz",
    "megahertz": "mhz",
    "gigahertz": "ghz",
    "gigabyte": "gb",
    "megabyte": "mb",
    "terabyte": "tb",
    "kilobyte": "kb",
    "hour": "h",
    "minute": "min",
    "volt": "v",
    "foot": "′",
    "inch": "″",
}
UNITS = table(MEASURES) | table(MONEY)
PREFIXED = frozenset(listed("$ € £ ¥ ￥ ￡ ＄ ₴ ₽ ₹ ₺ ₪ ₩ ₸ ₦ ฿ ₫ ₿"))
CODES = frozenset(
    listed(
        "usd aud cad hkd nzd sgd twd eur gbp jpy cny rmb uah rub inr krw kzt pln brl chf mxn sek nok dkk huf czk zar "
        "try aud$ cad$ nzd$ mxn$ usd$ mex$ nis ils rs rm us$ a$ au$ c$ ca$ hk$ nz$ s$ nt$ r$ cdn$"
    )
)
SAFE = frozenset(listed("usd eur gbp jpy rmb cny uah aud cad hkd chf inr"))
"""Codes that are no word, so that they may be written in small letters."""
