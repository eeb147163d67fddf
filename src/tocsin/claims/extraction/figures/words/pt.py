"""Portuguese."""

from tocsin.claims.extraction.figures.words.language import Language, Phrases, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

NUMBERS = table(
    {
        0: "zero",
        1: "um;uma",
        2: "dois;duas",
        3: "três;tres",
        4: "quatro",
        5: "cinco",
        6: "seis",
        7: "sete",
        8: "oito",
        9: "nove",
        10: "dez",
        11: "onze",
        12: "doze",
        13: "treze",
        14: "catorze;quatorze",
        15: "quinze",
        16: "dezesseis;dezasseis",
        17: "dezessete;dezassete",
        18: "dezoito",
        19: "dezenove;dezanove",
        20: "vinte",
        30: "trinta",
        40: "quarenta",
        50: "cinquenta;cinqüenta",
        60: "sessenta",
        70: "setenta",
        80: "oitenta",
        90: "noventa",
        100: "cem;cento",
        200: "duzent|os as",
        300: "trezent|os as",
        400: "quatrocent|os as",
        500: "quinhent|os as",
        600: "seiscent|os as",
        700: "setecent|os as",
        800: "oitocent|os as",
        900: "novecent|os as",
    }
)
LANGUAGE = Language(
    numbers=NUMBERS,
    ones=words("um uma"),
    scales=table(
        {
            1e3: "mil;k",
            1e6: "milhão;milhões;milhao;milhoes;mi;m",
            1e9: "bilhão;bilhões;bilião;mil milhões;bi",
            1e12: "trilhão;trilhões;tri",
        }
    ),
    minus=words("menos negativo"),
    joiners=words("e"),
    half_joiners=words("e"),
    articles=words("um uma"),
    halves=words("meio meia"),
    parts=table(
        {
            1 / 2: "metade;meio;meios",
            1 / 3: "terço;terços",
            1 / 4: "quarto;quartos",
            1 / 5: "quinto;quintos",
            1 / 8: "oitavo;oitavos",
            1 / 10: "décimo;décimos",
        }
    ),
    lone=words("metade"),
    vague=Phrases(
        table({10: "dezenas", 12: "dúzias", 100: "centenas", 1e3: "milhares", 1e6: "milhões", 1e9: "bilhões"})
    ),
    whole=Phrases(
        table(
            {
                5e5: "meio milhão",
                12: "uma dúzia;dúzia",
                10: "uma dezena",
                100: "uma centena;centena",
                6: "meia dúzia",
                1e3: "um milhar",
            }
        )
    ),
    times=Phrases(table({2: "o dobro;duas vezes mais", 3: "o triplo;três vezes mais"})),
    bounds=Phrases(
        table(
            {
                "APPROXIMATELY": "cerca de;aproximadamente;quase;por volta de;em torno de;uns;umas;perto de",
                "MORE_THAN": "mais de;mais do que;mais que;pelo menos;ao menos;no mínimo;acima de;superior a;maior "
                "que;não menos de;maior do que",
                "LESS_THAN": "menos de;menos do que;menos que;abaixo de;inferior a;menor que;menor do que",
                "UP_TO": "até;no máximo;não mais de;não mais que",
            }
        )
    ),
    between=words("entre"),
    and_=words("e"),
    from_=words("de"),
    to=words("a até"),
    or_=words("ou"),
    of=words("de"),
    changes=Phrases(
        table({"up": "aumentou;subiu;cresceu;aumento de;alta de", "down": "caiu;diminuiu;queda de;recuou;reduziu"})
    ),
    units=Phrases(
        SIGNS
        | table(
            {
                "percent": "por cento",
                "kilometre": "quilômetros;quilómetros;quilometros;quilômetro;kilómetros;kilometros;km",
                "metre": "metros;metro;m",
                "centimetre": "centímetros;centimetros;centímetro;cm",
                "millimetre": "milímetros;mm",
                "mile": "milhas;milha",
                "foot": "pés;pé",
                "inch": "polegadas;polegada",
                "yard": "jardas;jarda",
                "kilogram": "quilos;quilo;quilogramas;kg",
                "gram": "gramas;grama",
                "milligram": "miligramas",
                "pound": "libras esterlinas;libras;libra",
                "tonne": "toneladas;tonelada",
                "ounce": "onças;onça",
                "year": "anos;ano",
                "month": "meses;mês",
                "week": "semanas;semana",
                "day": "dias;dia",
                "hour": "horas;hora",
                "minute": "minutos;minuto",
                "second": "segundos;segundo",
                "dollar": "dólares;dólar;dolares;dólares americanos",
                "euro": "euros;euro",
                "real": "reais;real",
                "cent": "centavos;centavo;cêntimos",
                "degree": "graus;grau",
                "degree Celsius": "graus celsius;graus centígrados;graus c;° celsius;celsius;centígrados",
                "degree Fahrenheit": "graus fahrenheit;fahrenheit",
                "kilometre per hour": "km/h;quilômetros por hora;quilómetros por hora",
                "mile per hour": "milhas por hora;mph",
                "square kilometre": "quilômetros quadrados;quilómetros quadrados;km2",
                "square metre": "metros quadrados",
                "cubic metre": "metros cúbicos",
                "litre": "litros;litro",
                "millilitre": "mililitros;ml",
                "cup": "xícaras;xícara",
                "year of age": "anos de idade",
                "hectare": "hectares",
                "percentage point": "pontos percentuais",
                "yen": "ienes;iene",
                "yuan": "yuans;yuan",
                "peso": "pesos",
                "rouble": "rublos",
                "franc": "francos",
                "acre": "acres",
            }
        )
    ),
    persons=words(
        "pessoas pessoa homens mulheres crianças soldados civis mortos feridos vítimas alunos moradores habitantes "
        "refugiados eleitores estudantes"
    ),
    months=words("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    dated=words("em de do desde até ano anos no na o a após"),
    dated_bounds=words("até"),
    decades=words("anos"),
    hours=Phrases(
        dict.fromkeys(listed("da manhã;da tarde;da noite;h;horas da manhã;horas da tarde;horas da noite", ";"), "hour")
    ),
    at_hours=Phrases(dict.fromkeys(listed("às;as;das", ";"), "hour")),
    exact_hours=True,
    ordinal_after=words("aniversário"),
    names=words("número nº categoria grupo artigo página capítulo canal minuto distrito buraco volta"),
    determiners=words("o a os as um uma"),
    periods=words("primeira segunda"),
    stops=words(
        "o a os as um uma de do da dos das em no na nos nas por para com sem que e ou mas se não é são foi foram "
        "era eram ser ter há seu sua seus suas ele ela eles mais menos já também"
    ),
    endings=words("º ª o a"),
)
