"""Chinese: digits with 万 and 亿, and the measure words that follow them."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

LANGUAGE = Language(
    decimal=".",
    scales=table({1e2: "百", 1e3: "千", 1e4: "万;萬", 1e8: "亿;億", 1e12: "兆"}),
    vague=Phrases(
        table(
            {
                10: "数十;數十",
                100: "数百;數百",
                1e3: "数千;數千;成千上万",
                1e4: "数万;數萬",
                1e6: "数百万;數百萬",
                1e7: "数千万;數千萬",
            }
        )
    ),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "约;約;大约;大約;近;将近;接近;大概",
                "MORE_THAN": "超过;超過;逾;至少;多于;高于;以上",
                "LESS_THAN": "少于;不到;低于;不足",
                "UP_TO": "高达;高達;最多;多达;多達;至多",
            }
        )
    ),
    after=Phrases(table({"MORE_THAN": "多;余;餘;以上;多名;多个", "LESS_THAN": "以下;以内", "APPROXIMATELY": "左右"})),
    to=words("至 到"),
    or_=words("或"),
    units=Phrases(
        SIGNS
        | table(
            {
                "kilometre": "公里;千米",
                "metre": "米;公尺",
                "centimetre": "厘米;公分",
                "mile": "英里;英哩",
                "foot": "英尺;英呎",
                "inch": "英寸;英吋",
                "yard": "码;碼",
                "kilogram": "公斤;千克",
                "pound": "英镑;英鎊;磅",
                "tonne": "吨;噸",
                "year": "年;岁;歲",
                "month": "个月;個月",
                "week": "周;星期;週",
                "day": "天",
                "hour": "小时;小時",
                "minute": "分钟;分鐘",
                "second": "秒",
                "dollar": "美元;美金",
                "euro": "欧元;歐元",
                "yuan": "元;人民币",
                "yen": "日元;日圓",
                "degree": "度",
                "degree Celsius": "摄氏度;攝氏度",
                "mile per hour": "英里/小时",
                "hectare": "公顷;公頃",
                "cubic metre": "立方米;立方公尺",
                "square kilometre": "平方公里",
                "square metre": "平方米",
            }
        )
    ),
    prefixes=Phrases({"百分之": "percent"}),
    persons=words("人 名 位"),
    year_words=words("年"),
    dated=words("自 于 於 到 从 在 至"),
    ordinal_after=words("月 日 号 號 点 點 时 時 楼"),
    names=words("第"),
)
