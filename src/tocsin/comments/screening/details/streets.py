"""The words by which addresses are known, in many languages."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEADING = _words(
    # Ukrainian, Russian, Belarusian, Bulgarian, Serbian
    "вул вулиця вулиці вулицю просп проспект проспекту пр пр-т пров провулок провулку пл площа площі бульв бул бульвар бульвару "
    "наб набережна узвіз шосе тупик майдан сквер парк алея дорога в'їзд проїзд мікрорайон мкр мкрн "
    "ул улица улице улицу пер переулок переулке площадь площади ш аллея алл проезд набережная тракт квартал "
    "вуліца завулак праспект булевард улица улици "
    # Polish, Czech, Slovak, Slovene, Croatian
    "ul ulica ulicy ulicę al aleja alei aleje pl plac placu os osiedle rondo skwer ulice třída náměstí nábřeží námestie trg "
    # Spanish, Portuguese, Catalan
    "calle c avenida avda av avd plaza plza paseo ronda rambla glorieta callejón cañada alameda acceso cuesta pasaje pasadizo "
    "camino carretera ctra carrera cra cl vial urbanización travesía bulevar boulevard privada calzada circuito prolongación "
    "retorno peatonal viaducto periférico continuación andador cerrada corredor eje diag diagonal transversal ruta jirón pasaj "
    "rua r praça travessa trav estrada estr rodovia rod ladeira largo lgo beco viela vila vereda quadra conjunto condomínio "
    "residencial chácara sítio fazenda setor área jardim parque praia esplanada loteamento núcleo trecho trevo recanto morro "
    "lago lagoa campo colônia distrito estação favela feira pátio passarela aeroporto vale viaduto bairro carrer avinguda plaça "
    # French, Italian, Romanian
    "rue avenue ave bd bld blvd chemin chem impasse allée allées quai place square sentier faubourg venelle rang montée route "
    "via viale v.le piazza p.za piazzale corso c.so largo vicolo strada borgo contrada rotonda incrocio stretto canale salita "
    "lungomare località frazione strada str bulevardul b-dul bd aleea calea intrarea piața șoseaua splaiul fundătura soseaua drumul blv "
    # Turkish, Azeri, Indonesian, Vietnamese, Philippine, Filipino
    "jalan jl gang gg phố đường ngõ hẻm "
    # Greek
    "οδός οδου οδό λεωφ λεωφόρος πλατεία πάροδος πλ "
    # Arabic, Persian, Urdu, Hebrew
    "شارع الشارع حي زقاق حارة خیابان كوچه کوچه بلوار میدان بزرگراه رחוב רחוב רח שדרות שד' סמטת "
    # Thai, Georgian follow other marks; Hindi and Bengali
    "ถนน ถ ซอย रोड मार्ग गली "
)
"""Words before the name of a street; the house number follows the name."""

DOUBTFUL = _words(
    "distrito área campo lago lagoa vale vila núcleo feira estação aeroporto parque jardim colônia setor place square route "
    "ruta corredor eje quadra conjunto trecho bairro parc residencial viaduto"
)
"""Words of ``LEADING`` that mostly stand for something else; the number must follow a comma."""

NEED_A_POINT = _words("al os c r d g ave str pl bd pr пр ш пл av sk cl пер наб бул")
"""Abbreviations that are other words where no point follows."""

TRAILING = _words(
    "street st str avenue ave road rd lane ln drive dr boulevard blvd court ct crescent cres terrace terr close square sq "
    "grove gardens gdns mews way parkway pkwy highway hwy alley row quay promenade esplanade circuit parade "
    # Hungarian, Finnish, Swedish, Turkish, Croatian, Slovene, Latvian, Lithuanian, Estonian
    "utca út útja tér tere köz körút krt sétány rakpart dűlő "
    "katu tie kuja polku vägen gatan gata allé sokak sokağı sk cadde caddesi cad bulvarı blv mahallesi mah mevkii "
    "küçəsi küç prospekti ulica ulice steza pot cesta iela gatvė g tänav tn maantee mnt "
    "ulitsa prospekt pereulok vulytsia vulitsa "
    "фосе փողոց խճուղի պողոտա ქუჩა ქ გამზირი কোচ مارگ marg nagar path chowk zila road "
    "улица ул вулиця бул пр наб ш пер алл пл проспект площа площадь переулок провулок набережная набережна"
)
"""Words after the name of a street; the house number stands before the name, or follows the word."""

GENERIC = _words(
    "alley branch bridge brook brooks burg burgs bypass camp canyon cape causeway center centers centre circle circles cliff "
    "cliffs club common corner corners course court courts cove coves creek crescent crest crossing crossroad curve dale dam "
    "divide drive drives estate estates expressway extension extensions fall falls ferry field fields flat flats ford fords "
    "forest forge forges fork forks fort freeway garden gardens gateway glen glens green greens grove groves harbor harbors "
    "harbour haven heights highway hill hills hollow inlet island islands isle junction junctions key keys knoll knolls lake "
    "lakes land landing lane light lights loaf lock locks lodge loop mall manor manors meadow meadows mews mill mills mission "
    "motorway mount mountain mountains neck orchard oval overpass park parks parkway parkways pass passage path pike pine pines "
    "place plain plains plaza point points port ports prairie radial ramp ranch rapid rapids rest ridge ridges river road roads "
    "route row rue run shoal shoals shore shores skyway spring springs spur spurs square squares station stravenue stream "
    "street streets summit terrace throughway trace track trafficway trail tunnel turnpike underpass union unions valley "
    "valleys via viaduct view views village villages ville vista walk walks wall way ways well wells close round rise chase "
    "basin frontage arcade esplanade circus bend drove end approach heath copse dene wharf gate parade "
)
"""English words that end the name of a street where they are written with a capital, after a house number."""

ENDINGS = (
    "straße strasse straße str weg gasse platz allee ring ufer damm steig chaussee promenade stieg graben markt "
    "straat laan plein gracht kade singel dreef hof steeg pad baan boulevard plantsoen "
    "gatan gata vägen väg gränd torget stigen backen vej vejen gade gaden stræde vænget "
    "vei veien veg gaten svingen bakken katu tie kuja polku kaari bulevardi raitti".split()
)
"""How names of streets end, in one word with the rest of it."""

PARTICLES = _words(
    "de del la las los el le les l d di da do das dos della delle dei degli des du von van der den zum zur am im an a e y i "
    "und et og och w na ім імені им имени al el-  bin ibn abu آل بن ال"
)

PERSIAN = _words("خیابان کوچه بلوار میدان تقاطع تونل پل کوه جزیره جنب رسته راه بزرگراه چهارراه جاده دره بست")
"""Persian words that end a street's name after a house number."""

DWELLING = _words(
    "apt apartment apartments suite ste flat кв квартира квартиры квартирі буд будинок под'їзд підʼїзд подъезд daire kapı "
    "apartamento apto depto dpto departamento piso puerta portal interior edif appartamento interno scala wohnung whg "
    "stiege mieszkanie m. lok bât bâtiment appt appartement escalier lakás ap bl sc byt lägenhet huoneisto "
    "واحد پلاک سوئیت شقة شقه عمارة بناية דירה דירת studio ქ բն ფლ ფლატ ফ্ল্যাট অ্যাপার্টমেন্ট হোল্ডিং বাসা বাড়ী বিল্ডিং ষ্টুডিও "
    "hno h.no घर वडा rd "
)
"""Words before the number of a flat, a door or a house."""

NUMBER = _words(
    "no nº n° № nr num número numero n number nummer номер č # رقم شماره д дом буд будинок no: b house hse núm nn"
)
"""Words between the name of a street and its number."""

BOXES = (
    r"p\.? ?o\.? ?box|post ?box|box|postfach|a/я|а/я|абонентськ\w{0,5} скринь\w{0,3}|абонентск\w{0,5} ящик\w{0,2}|skrytka pocztowa|"
    r"boîte postale|\bb\.?p\.|apartado(?: postal| de correos)?|caixa postal|casella postale|posta kutusu|ص\.? ?ب|صندوق بريد|صندوق پستی"
)

STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD "
    "TN TX UT VT VA WA WV WI WY PR GU VI AS MP FM MH PW AA AE AP "
    "ACT NSW NT QLD SA TAS VIC"
).split()
