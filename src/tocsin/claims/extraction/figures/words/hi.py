"""Hindi: digits of both scripts with their scales (lakh, crore) and measures."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

LANGUAGE = Language(
    decimal=".",
    numbers=table(
        {
            1: "एक",
            2: "दो",
            3: "तीन",
            4: "चार",
            5: "पाँच;पांच",
            6: "छह;छः;छ:",
            7: "सात",
            8: "आठ",
            9: "नौ",
            10: "दस",
            11: "ग्यारह",
            12: "बारह",
            13: "तेरह",
            15: "पंद्रह",
            20: "बीस",
            30: "तीस",
            40: "चालीस",
            50: "पचास",
            60: "साठ",
            70: "सत्तर",
            80: "अस्सी",
            90: "नब्बे",
        }
    ),
    ones=words("एक"),
    scales=table(
        {
            100: "सौ",
            1e3: "हज़ार;हजार",
            1e5: "लाख",
            1e6: "मिलियन",
            1e7: "करोड़;करोड़",
            1e9: "अरब;बिलियन",
            1e12: "खरब-;ट्रिलियन",
        }
    ),
    minus=words("माइनस"),
    parts=table({1 / 2: "आधा;आधे;आधी"}),
    lone=words("आधा आधे आधी"),
    vague=Phrases(table({12: "दर्जनों", 100: "सैकड़ों;सैकड़ों", 1e3: "हज़ारों;हजारों", 1e5: "लाखों", 1e7: "करोड़ों;करोड़ों"})),
    whole=Phrases(table({1.5: "डेढ़;डेढ़", 2.5: "ढाई"})),
    bounds=Phrases(table({"APPROXIMATELY": "लगभग;करीब;क़रीब;तकरीबन", "MORE_THAN": "कम से कम", "UP_TO": "अधिकतम"})),
    after=Phrases(table({"MORE_THAN": "से अधिक;से ज़्यादा;से ज्यादा;से भी अधिक;से ऊपर", "LESS_THAN": "से कम", "UP_TO": "तक"})),
    or_=words("या"),
    to=words("से"),
    units=Phrases(
        SIGNS
        | table(
            {
                "percent": "प्रतिशत;फीसदी;फ़ीसदी",
                "kilometre": "किलोमीटर;किमी;कि.मी",
                "metre": "मीटर",
                "centimetre": "सेंटीमीटर",
                "mile": "मील",
                "foot": "फुट;फीट;फ़ीट",
                "inch": "इंच",
                "yard": "गज;यार्ड",
                "kilogram": "किलोग्राम;किलो;किग्रा",
                "pound": "पाउंड;पौंड",
                "tonne": "टन",
                "year": "साल;वर्ष;वर्षीय;वर्षों;सालों",
                "month": "महीने;महीना;माह",
                "week": "सप्ताह;हफ्ते;हफ़्ते",
                "day": "दिन;दिनों",
                "hour": "घंटे;घंटा;घंटों",
                "minute": "मिनट",
                "second": "सेकंड",
                "dollar": "डॉलर",
                "euro": "यूरो",
                "rupee": "रुपये;रुपए;रुपया;रूपए",
                "degree": "डिग्री",
                "mile per hour": "मील प्रति घंटे;मील प्रति घंटा",
                "kilometre per hour": "किमी प्रति घंटा;किलोमीटर प्रति घंटे",
            }
        )
    ),
    persons=words("लोग लोगों व्यक्ति व्यक्तियों महिला महिलाओं पुरुष बच्चे बच्चों सैनिक"),
    months=words("जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर नवंबर नवम्बर दिसंबर दिसम्बर"),
    dated=words("सन वर्ष साल"),
    dated_after=words("में की के का से तक"),
    hours=Phrases(dict.fromkeys(listed("बजे;बजकर", ";"), "hour")),
    names=words("श्रेणी नंबर"),
    stops=words("और या का की के को में से पर ने है हैं था थे थी यह वह ये वे तक भी ही"),
    endings=words("वें वां वीं वाँ वे वी ठी"),
)
