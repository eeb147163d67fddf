"""Spanish."""

from __future__ import annotations

from tocsin.claims.extraction.figures.words.es_units import MEASURES, MONEY
from tocsin.claims.extraction.figures.words.language import Language, Phrases, forms, listed, table, words
from tocsin.claims.extraction.figures.words.signs import UNITS as SIGNS

NUMBERS = table(
    {
        0: "cero",
        1: "uno;una;un",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        11: "once",
        12: "doce",
        13: "trece",
        14: "catorce",
        15: "quince",
        16: "dieciséis;dieciseis",
        17: "diecisiete",
        18: "dieciocho",
        19: "diecinueve",
        20: "veinte",
        21: "veintiuno;veintiún;veintiun;veintiuna",
        22: "veintidós;veintidos",
        23: "veintitrés;veintitres",
        24: "veinticuatro",
        25: "veinticinco",
        26: "veintiséis;veintiseis",
        27: "veintisiete",
        28: "veintiocho",
        29: "veintinueve",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
        100: "cien;ciento",
        **{
            value * 100: f"{stem}|os as"
            for value, stem in zip(
                (2, 3, 4, 5, 6, 7, 8, 9),
                listed("doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"),
                strict=True,
            )
        },
    }
)
SCALES = table(
    {1e3: "mil;k", 1e6: "millón;millones;millon;mill;m;mm", 1e9: "millardo;millardos", 1e12: "billón;billones;billon"}
)
VAGUE = table(
    {
        10: "decenas",
        12: "docenas",
        20: "veintenas",
        100: "centenares;cientos;centenas",
        1e3: "miles;millares",
        1e6: "millones",
        1e12: "billones",
        24: "varias docenas;unas docenas",
        200: "varios cientos;varios centenares;unos cientos",
        2e3: "varios miles;unos miles;unos cuantos miles",
        2e6: "varios millones",
        30: "varias decenas",
    }
)
WHOLE = table(
    {
        10: "una decena;decena",
        12: "una docena;docena",
        6: "media docena",
        20: "una veintena;veintena",
        15: "una quincena de",
        30: "una treintena;treintena",
        40: "una cuarentena de",
        50: "medio centenar;una cincuentena",
        100: "un centenar;una centena;centenar",
        1000: "un millar;millar",
        5e5: "medio millón;medio millon",
        1.5e6: "millón y medio;un millón y medio",
        500: "medio millar",
    }
)
TIMES = table(
    {
        2: "el doble;dos veces más;el doble de",
        3: "el triple;tres veces más;el triple de",
        4: "cuatro veces más;el cuádruple",
        5: "cinco veces más",
        10: "diez veces más",
    }
)
BOUNDS = {
    "APPROXIMATELY": "unos;unas;alrededor de;cerca de;aproximadamente;casi;aproximado de;en torno a;aprox;aprox.;~;≈;"
    "más o menos;prácticamente;cerca de los;cerca de las;alrededor de los;alrededor de las;en torno a los;en torno "
    "a las;"
    "cerca del;alrededor del;en torno al;estimado de;estimado en;próximo a;próximos a;aproximadamente unos;entorno a;"
    "aproximada de;sobre los;sobre las",
    "MORE_THAN": "más de;más de los;más de las;más del;mas de;al menos;por lo menos;como mínimo;mínimo;superior a;"
    "superiores a;"
    "superior al;superior a los;mayor de;mayor que;mayores de;no menos de;por encima de;por encima de los;por "
    "encima del;"
    "supera los;supera las;supera el;superan los;superó los;superó las;superó el;superaron los;supera;superó;a más de;"
    "poco más de;algo más de;un mínimo de;cuando menos;>;≥;de más de;superando los;excede;excedió;bastante más de",
    "LESS_THAN": "menos de;menos de los;menos de las;menos del;inferior a;inferiores a;inferior al;menor de;menor "
    "que;menores de;"
    "por debajo de;por debajo de los;por debajo del;poco menos de;algo menos de;<",
    "UP_TO": "hasta;de hasta;a hasta;hasta los;hasta las;hasta el;hasta un;no más de;como máximo;un máximo de;"
    "máximo;máximo de;a lo sumo;≤;"
    "hasta unos;no superior a;como mucho",
}
AFTER = {
    "MORE_THAN": "o más;y más;+;y pico;como mínimo;por lo menos;al menos;en adelante;o mayores;o superior;y tantos",
    "LESS_THAN": "o menos;como máximo;a lo sumo;como mucho;o menores",
    "APPROXIMATELY": "aproximadamente;más o menos;aprox",
}
CHANGES = {
    "up": "subi|ó eron do endo;sub|e en ir ida;aument|ó aron o a an ar ado ando;crec|ió ieron e en er ido iendo;"
    "creci|ó eron;"
    "increment|ó aron o;increment|arse ado;gan|ó aron a ando;aument|o;crecimiento;alza;avanz|ó aron a ando;elev|ó aron;"
    "repunt|ó aron;dispar|ó aron",
    "down": "baj|ó aron a an ar ado ando;caíd|a o;cay|ó eron endo;ca|e en er;descend|ió ieron e er;descenso;"
    "disminuy|ó eron e endo;"
    "disminución;redu|jo jeron ce cir cción;perd|ió ieron iendo;pierde;retroced|ió ieron e;desplom|ó aron;retroceso",
}
PERSONS = frozenset(
    forms(
        "persona|- s",
        "hombre|- s",
        "mujer|- es",
        "niñ|o os a as",
        "civil|- es",
        "soldado|- s",
        "militar|- es",
        "policía|- s",
        "agente|- s",
        "refugiad|o os as",
        "migrante|- s",
        "víctima|- s",
        "muert|o os as a",
        "herid|o os as a",
        "fallecid|o os as",
        "desaparecid|o os as",
        "detenid|o os as",
        "desplazad|o os as",
        "residente|- s",
        "habitante|- s",
        "vecino|- s",
        "pasajer|o os",
        "prisioner|o os",
        "rehenes",
        "rehén",
        "combatiente|- s",
        "terrorista|- s",
        "ciudadan|o os as",
        "estudiante|- s",
        "alumn|o os as",
        "trabajador|- es as",
        "emplead|o os as",
        "manifestante|- s",
        "médico|- s",
        "periodista|- s",
        "campesin|o os",
        "minero|- s",
        "turista|- s",
        "votante|- s",
        "miembro|- s",
        "adulto|- s",
        "joven",
        "jóvenes",
        "adolescente|- s",
        "bebé|- s",
        "anciano|- s",
        "voluntari|o os as",
        "diputad|o os as",
        "senador|- es",
        "palestin|o os",
        "israelí|- es",
        "ucranian|o os",
        "rus|os",
        "estadounidense|- s",
        "pacientes",
        "familias",
        "hijo|s",
        "hija|s",
        "herman|os as",
        "efectivos",
        "guerrillero|- s",
        "rebelde|- s",
        "cadáveres",
        "evacuad|os as",
        "individuos",
        "jugadores",
        "seguidores",
        "asistentes",
        "usuarios",
    )
)
CASUALTIES = frozenset(
    forms(
        "muert|o os as a",
        "murieron",
        "murió",
        "herid|o os as a",
        "mat|ó aron ando",
        "fallec|ieron ió ido idos",
        "asesinad|o os as",
        "asesin|ó aron",
        "desaparecid|o os as",
        "detenid|o os as",
        "detuv|o ieron",
        "desplazad|os as",
        "evacuad|os as",
        "secuestrad|os as",
        "secuestr|ó aron",
        "arrestad|os as",
        "rescatad|os as",
        "muertes",
        "perdieron",
        "hiri|ó eron endo",
    )
)
STOPS = words(
    "el la los las un una unos unas de del al a en por para con sin sobre entre desde hasta hacia contra durante "
    "ante tras "
    "según que quien quienes cual cuales cuyo cuya donde cuando como si no ni y e o u pero sino porque aunque "
    "mientras es "
    "son era eran fue fueron ser sido está están estaba estaban ha han había habían haber hay tiene tienen tenía "
    "su sus "
    "se le les lo me te nos mi tu este esta estos estas ese esa esos esas aquel más menos muy ya también solo sólo "
    "ayer hoy mañana antes después luego además así aún todavía cada otro otra otros otras mismo misma todos todas "
    "murieron resultaron fueron quedaron han lunes martes miércoles jueves viernes sábado domingo"
)
LANGUAGE = Language(
    decimal=",",
    numbers=NUMBERS,
    ones=words("un una uno"),
    scales=SCALES,
    minus=words("negativo"),
    joiners=words("y"),
    half_joiners=words("y"),
    articles=words("un una otro otra"),
    halves=words("medio media"),
    parts=table(
        {
            1 / 2: "mitad;medio;medios",
            1 / 3: "tercio;tercios;tercera parte;terceras",
            1 / 4: "cuarto;cuartos;cuarta",
            1 / 5: "quinto;quintos;quinta",
            1 / 6: "sexto;sextos",
            1 / 8: "octavo;octavos",
            1 / 10: "décimo;décimos;décima;décimas",
        }
    ),
    lone=words("mitad"),
    vague=Phrases(VAGUE),
    whole=Phrases(WHOLE),
    times=Phrases(TIMES),
    bounds=Phrases(table(BOUNDS)),
    after=Phrases(table(AFTER)),
    between=words("entre"),
    and_=words("y e"),
    from_=words("de desde del"),
    to=words("a hasta"),
    or_=words("o u ó"),
    changes=Phrases(table(CHANGES)),
    of=words("de"),
    units=Phrases({sign: unit for sign, unit in SIGNS.items() if sign != "ha"} | table(MEASURES) | table(MONEY)),
    persons=PERSONS,
    casualties=CASUALTIES,
    months=words(
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene "
        "feb mar "
        "abr may jun jul ago sep sept oct nov dic"
    ),
    dated=words(
        "en de del desde hasta año años a el al antes después durante para principios finales mediados y entre"
    ),
    dated_bounds=words("hasta"),
    not_before_one=words("cada el la lo ni"),
    names=words(
        "número numero nº n.º artículo art página páginas pág capítulo grupo ruta vuelo sala canal versión tipo "
        "modelo figura "
        "fase nivel calle carretera km sección apartado piso puerta línea temporada episodio minuto vuelta hoyo "
        "par distrito categoría pozo edición octavo nuevo siglo kilómetro jornada ley decreto copa juego"
    ),
    scores=words("victoria victorias derrota empate triunfo marcador resultado"),
    points=words("coma punto"),
    tolls=Phrases(
        dict.fromkeys(
            listed(
                "cifra de muertos;número de muertos;número de víctimas;balance de muertos;saldo de muertos;cifra "
                "de fallecidos;número de heridos;número de fallecidos",
                ";",
            ),
            "person",
        )
    ),
    periods=words("primera segunda otra"),
    hours=Phrases(
        dict.fromkeys(
            listed("de la mañana;de la tarde;de la noche;de la madrugada;h de la;am;pm;a.m;p.m;a. m;p. m", ";"), "hour"
        )
    ),
    at_hours=Phrases(dict.fromkeys(listed("a las;a la;las;de las;las a", ";"), "hour")),
    exact_hours=True,
    ordinal_after=words("aniversario edición"),
    decades=words("años década"),
    determiners=words("el la los las un una unos unas"),
    ages=Phrases(dict.fromkeys(listed("edad de;la edad de;de edad", ";"), "age")),
    elided=words("y e o a de con que frente"),
    more=words("otros otras nuevos nuevas más primeros últimas últimos primeras"),
    streets=words("calle avenida av c/ plaza paseo"),
    stops=STOPS,
    endings=words("º ª o a er ro do to mo vo er.º"),
)
