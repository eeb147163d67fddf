"""Countries by ISO 3166-1 code: English | Ukrainian | Russian | Spanish names, several parted by semicolons.

Names from the Unicode Common Locale Data Repository (Unicode License v3), with those the press also uses.
"""

NAMES = """
AD | Andorra | Андорра | Андорра | Andorra
AE | United Arab Emirates; UAE; Emirates; U.A.E. | Об’єднані Арабські Емірати; ОАЕ; Емірати | ОАЭ; \
Объединенные Арабские Эмираты; Эмираты | Emiratos Árabes Unidos; EAU; Emiratos
AF | Afghanistan | Афганістан | Афганистан | Afganistán
AG | Antigua & Barbuda; Antigua and Barbuda | Антигуа і Барбуда | Антигуа и Барбуда | Antigua y Barbuda
AI | Anguilla | Ангілья | Ангилья | Anguila
AL | Albania | Албанія | Албания | Albania
AM | Armenia | Вірменія | Армения | Armenia
AO | Angola | Ангола | Ангола | Angola
AR | Argentina | Аргентина | Аргентина | Argentina
AS | American Samoa | Американське Самоа | Американское Самоа | Samoa Americana
AT | Austria | Австрія | Австрия | Austria
AU | Australia | Австралія | Австралия | Australia
AW | Aruba | Аруба | Аруба | Aruba
AX | Åland Islands | Аландські Острови | Аландские острова | Islas Aland
AZ | Azerbaijan | Азербайджан | Азербайджан | Azerbaiyán
BA | Bosnia & Herzegovina; Bosnia and Herzegovina; Bosnia | Боснія і Герцеговина; Боснія | Босния и Герцеговина; \
Босния | Bosnia y Herzegovina; Bosnia
BB | Barbados | Барбадос | Барбадос | Barbados
BD | Bangladesh | Бангладеш | Бангладеш | Bangladés
BE | Belgium | Бельгія | Бельгия | Bélgica
BF | Burkina Faso | Буркіна-Фасо | Буркина-Фасо | Burkina Faso
BG | Bulgaria | Болгарія | Болгария | Bulgaria
BH | Bahrain | Бахрейн | Бахрейн | Baréin
BI | Burundi | Бурунді | Бурунди | Burundi
BJ | Benin | Бенін | Бенин | Benín
BM | Bermuda | Бермудські Острови | Бермудские острова | Bermudas
BN | Brunei | Бруней | Бруней | Brunéi
BO | Bolivia | Болівія | Боливия | Bolivia
BR | Brazil | Бразилія | Бразилия | Brasil
BS | Bahamas; The Bahamas | Багамські Острови; Багами | Багамы | Bahamas
BT | Bhutan | Бутан | Бутан | Bután
BW | Botswana | Ботсвана | Ботсвана | Botsuana
BY | Belarus; Byelorussia; Belorussia | Білорусь | Беларусь; Белоруссия | Bielorrusia; Belarús; Belarus
BZ | Belize | Беліз | Белиз | Belice
CA | Canada | Канада | Канада | Canadá
CD | Congo-Kinshasa; DR Congo; DRC; Democratic Republic of the Congo; Democratic Republic of Congo; Zaire \
| Конго-Кіншаса; ДР Конго; Демократична Республіка Конго; ДРК | Конго-Киншаса; ДР Конго; \
Демократическая Республика Конго; ДРК; Заир | República Democrática del Congo; RD Congo; RDC; Zaire
CF | Central African Republic | Центральноафриканська Республіка; ЦАР | Центрально-Африканская Республика; ЦАР \
| República Centroafricana; RCA
CG | Congo-Brazzaville; Congo; Republic of the Congo | Конго-Браззавіль; Конго; Республіка Конго \
| Конго-Браззавиль; Конго; Республика Конго | Congo; República del Congo
CH | Switzerland | Швейцарія | Швейцария | Suiza
CI | Côte d’Ivoire; Ivory Coast; Cote d'Ivoire | Кот-д’Івуар | Кот-д’Ивуар | Côte d’Ivoire; Costa de Marfil
CK | Cook Islands | Острови Кука | острова Кука | Islas Cook
CL | Chile | Чилі | Чили | Chile
CM | Cameroon | Камерун | Камерун | Camerún
CN | China; People's Republic of China; PRC; Mainland China | Китай; КНР; Китайська Народна Республіка | Китай; \
КНР; Китайская Народная Республика | China; República Popular China; RPCh
CO | Colombia | Колумбія | Колумбия | Colombia
CR | Costa Rica | Коста-Рика | Коста-Рика | Costa Rica
CU | Cuba | Куба | Куба | Cuba
CV | Cape Verde; Cabo Verde | Кабо-Верде | Кабо-Верде | Cabo Verde
CW | Curaçao | Кюрасао | Кюрасао | Curazao
CY | Cyprus | Кіпр | Кипр | Chipre
CZ | Czechia; Czech Republic; Czechoslovakia | Чехія; Чеська Республіка; Чехословаччина | Чехия; \
Чешская Республика; Чехословакия | Chequia; República Checa; Checoslovaquia
DE | Germany; West Germany; East Germany; Federal Republic of Germany | Німеччина; ФРН | Германия; ФРГ | Alemania; RFA
DJ | Djibouti | Джибуті | Джибути | Yibuti
DK | Denmark | Данія | Дания | Dinamarca
DM | Dominica | Домініка | Доминика | Dominica
DO | Dominican Republic | Домініканська Республіка | Доминиканская Республика | República Dominicana
DZ | Algeria | Алжир | Алжир | Argelia
EC | Ecuador | Еквадор | Эквадор | Ecuador
EE | Estonia | Естонія | Эстония | Estonia
EG | Egypt | Єгипет | Египет | Egipto
EH | Western Sahara | Західна Сахара | Западная Сахара | Sáhara Occidental
ER | Eritrea | Еритрея | Эритрея | Eritrea
ES | Spain | Іспанія | Испания | España
ET | Ethiopia | Ефіопія | Эфиопия | Etiopía
FI | Finland | Фінляндія | Финляндия | Finlandia
FJ | Fiji | Фіджі | Фиджи | Fiyi
FK | Falkland Islands | Фолклендські Острови | Фолклендские острова | Islas Malvinas
FM | Micronesia | Мікронезія | Федеративные Штаты Микронезии | Micronesia
FO | Faroe Islands | Фарерські Острови | Фарерские острова | Islas Feroe
FR | France | Франція | Франция | Francia
GA | Gabon | Габон | Габон | Gabón
GB | United Kingdom; UK; U.K.; Britain; Great Britain; England | Велика Британія; Британія; Англія; \
Сполучене Королівство | Великобритания; Британия; Англия; Соединенное Королевство | Reino Unido; Gran Bretaña; \
Inglaterra
GD | Grenada | Гренада | Гренада | Granada
GE | Georgia | Грузія | Грузия | Georgia
GF | French Guiana | Французька Гвіана | Французская Гвиана | Guayana Francesa
GG | Guernsey | Гернсі | Гернси | Guernesey
GH | Ghana | Гана | Гана | Ghana
GI | Gibraltar | Гібралтар | Гибралтар | Gibraltar
GL | Greenland | Гренландія | Гренландия | Groenlandia
GM | Gambia; The Gambia | Гамбія | Гамбия | Gambia
GN | Guinea | Гвінея | Гвинея | Guinea
GP | Guadeloupe | Гваделупа | Гваделупа | Guadalupe
GQ | Equatorial Guinea | Екваторіальна Гвінея | Экваториальная Гвинея | Guinea Ecuatorial
GR | Greece | Греція | Греция | Grecia
GT | Guatemala | Гватемала | Гватемала | Guatemala
GU | Guam | Гуам | Гуам | Guam
GW | Guinea-Bissau | Гвінея-Бісау | Гвинея-Бисау | Guinea-Bisáu
GY | Guyana | Гаяна | Гайана | Guyana
HK | Hong Kong | Гонконг | Гонконг | Hong Kong
HN | Honduras | Гондурас | Гондурас | Honduras
HR | Croatia | Хорватія | Хорватия | Croacia
HT | Haiti | Гаїті | Гаити | Haití
HU | Hungary | Угорщина | Венгрия | Hungría
ID | Indonesia | Індонезія | Индонезия | Indonesia
IE | Ireland | Ірландія | Ирландия | Irlanda
IL | Israel | Ізраїль | Израиль | Israel
IM | Isle of Man | Острів Мен | остров Мэн | Isla de Man
IN | India | Індія | Индия | India
IQ | Iraq | Ірак | Ирак | Irak; Iraq
IR | Iran | Іран | Иран | Irán
IS | Iceland | Ісландія | Исландия | Islandia
IT | Italy | Італія | Италия | Italia
JE | Jersey | Джерсі | Джерси | Jersey
JM | Jamaica | Ямайка | Ямайка | Jamaica
JO | Jordan | Йорданія | Иордания | Jordania
JP | Japan | Японія | Япония | Japón
KE | Kenya | Кенія | Кения | Kenia
KG | Kyrgyzstan; Kirghizia; Kyrgyz Republic | Киргизстан; Киргизія | Киргизия; Кыргызстан | Kirguistán; Kirguizistán
KH | Cambodia | Камбоджа | Камбоджа | Camboya
KI | Kiribati | Кірибаті | Кирибати | Kiribati
KM | Comoros | Комори | Коморы | Comoras
KN | St. Kitts & Nevis; St. Kitts and Nevis; Saint Kitts & Nevis | Сент-Кітс і Невіс | Сент-Китс и Невис \
| San Cristóbal y Nieves
KP | North Korea; DPRK | Північна Корея; КНДР | КНДР; Северная Корея | Corea del Norte; Norcorea
KR | South Korea; ROK; Republic of Korea | Південна Корея; Республіка Корея | Республика Корея; Южная Корея \
| Corea del Sur; Surcorea
KW | Kuwait | Кувейт | Кувейт | Kuwait
KY | Cayman Islands | Кайманові Острови | острова Кайман | Islas Caimán
KZ | Kazakhstan | Казахстан | Казахстан | Kazajistán
LA | Laos | Лаос | Лаос | Laos
LB | Lebanon | Ліван | Ливан | Líbano
LC | St. Lucia; Saint Lucia | Сент-Люсія | Сент-Люсия | Santa Lucía
LI | Liechtenstein | Ліхтенштейн | Лихтенштейн | Liechtenstein
LK | Sri Lanka | Шрі-Ланка | Шри-Ланка | Sri Lanka
LR | Liberia | Ліберія | Либерия | Liberia
LS | Lesotho | Лесото | Лесото | Lesoto
LT | Lithuania | Литва | Литва | Lituania
LU | Luxembourg | Люксембург | Люксембург | Luxemburgo
LV | Latvia | Латвія | Латвия | Letonia
LY | Libya | Лівія | Ливия | Libia
MA | Morocco | Марокко | Марокко | Marruecos
MC | Monaco | Монако | Монако | Mónaco
MD | Moldova; Moldavia | Молдова | Молдова; Молдавия | Moldavia; Moldova
ME | Montenegro | Чорногорія | Черногория | Montenegro
MG | Madagascar | Мадагаскар | Мадагаскар | Madagascar
MH | Marshall Islands | Маршаллові Острови | Маршалловы острова | Islas Marshall
MK | North Macedonia; Macedonia | Північна Македонія; Македонія | Северная Македония; Македония \
| Macedonia del Norte; Macedonia
ML | Mali | Малі | Мали | Mali
MM | Myanmar; Burma | М’янма; М'янма; Бірма | Мьянма; Бирма | Myanmar; Birmania
MN | Mongolia | Монголія | Монголия | Mongolia
MO | Macao; Macau | Макао | Макао | Macao
MP | Northern Mariana Islands | Північні Маріанські Острови | Северные Марианские острова | Islas Marianas del Norte
MQ | Martinique | Мартиніка | Мартиника | Martinica
MR | Mauritania | Мавританія | Мавритания | Mauritania
MS | Montserrat | Монтсеррат | Монтсеррат | Montserrat
MT | Malta | Мальта | Мальта | Malta
MU | Mauritius | Маврикій | Маврикий | Mauricio
MV | Maldives | Мальдіви | Мальдивы | Maldivas
MW | Malawi | Малаві | Малави | Malaui
MX | Mexico | Мексика | Мексика | México
MY | Malaysia | Малайзія | Малайзия | Malasia
MZ | Mozambique | Мозамбік | Мозамбик | Mozambique
NA | Namibia | Намібія | Намибия | Namibia
NC | New Caledonia | Нова Каледонія | Новая Каледония | Nueva Caledonia
NE | Niger | Нігер | Нигер | Níger
NG | Nigeria | Нігерія | Нигерия | Nigeria
NI | Nicaragua | Нікарагуа | Никарагуа | Nicaragua
NL | Netherlands; Holland; the Netherlands | Нідерланди; Голландія | Нидерланды; Голландия | Países Bajos; Holanda
NO | Norway | Норвегія | Норвегия | Noruega
NP | Nepal | Непал | Непал | Nepal
NR | Nauru | Науру | Науру | Nauru
NZ | New Zealand | Нова Зеландія | Новая Зеландия | Nueva Zelanda
OM | Oman | Оман | Оман | Omán
PA | Panama | Панама | Панама | Panamá
PE | Peru | Перу | Перу | Perú
PF | French Polynesia | Французька Полінезія | Французская Полинезия | Polinesia Francesa
PG | Papua New Guinea | Папуа-Нова Гвінея | Папуа-Новая Гвинея | Papúa Nueva Guinea
PH | Philippines | Філіппіни | Филиппины | Filipinas
PK | Pakistan | Пакистан | Пакистан | Pakistán
PL | Poland | Польща | Польша | Polonia
PR | Puerto Rico | Пуерто-Рико | Пуэрто-Рико | Puerto Rico
PS | Palestinian Territories; Palestine; Palestinian Territory | Палестинські території; Палестина \
| Палестинские территории; Палестина | Territorios Palestinos; Palestina
PT | Portugal | Португалія | Португалия | Portugal
PW | Palau | Палау | Палау | Palaos
PY | Paraguay | Парагвай | Парагвай | Paraguay
QA | Qatar | Катар | Катар | Catar
RE | Réunion | Реюньйон | Реюньон | Reunión
RO | Romania | Румунія | Румыния | Rumanía
RS | Serbia; Yugoslavia | Сербія; Югославія | Сербия; Югославия | Serbia; Yugoslavia
RU | Russia; Russian Federation; USSR; Soviet Union; U.S.S.R.; RF | Росія; Російська Федерація; РФ; СРСР; \
Радянський Союз; РРФСР | Россия; Российская Федерация; РФ; СССР; Советский Союз; РСФСР | Rusia; Federación Rusa; \
Federación de Rusia; URSS; Unión Soviética
RW | Rwanda | Руанда | Руанда | Ruanda
SA | Saudi Arabia | Саудівська Аравія | Саудовская Аравия | Arabia Saudí
SB | Solomon Islands | Соломонові Острови | Соломоновы острова | Islas Salomón
SC | Seychelles | Сейшельські Острови | Сейшельские острова | Seychelles
SD | Sudan | Судан | Судан | Sudán
SE | Sweden | Швеція | Швеция | Suecia
SG | Singapore | Сінгапур | Сингапур | Singapur
SH | St. Helena; Saint Helena | Острів Святої Єлени | остров Св. Елены | Santa Elena
SI | Slovenia | Словенія | Словения | Eslovenia
SK | Slovakia | Словаччина | Словакия | Eslovaquia
SL | Sierra Leone | Сьєрра-Леоне | Сьерра-Леоне | Sierra Leona
SM | San Marino | Сан-Марино | Сан-Марино | San Marino
SN | Senegal | Сенегал | Сенегал | Senegal
SO | Somalia | Сомалі | Сомали | Somalia
SR | Suriname | Суринам | Суринам | Surinam
SS | South Sudan | Південний Судан | Южный Судан | Sudán del Sur
ST | São Tomé & Príncipe; São Tomé and Príncipe | Сан-Томе і Принсіпі | Сан-Томе и Принсипи | Santo Tomé y Príncipe
SV | El Salvador | Сальвадор | Сальвадор; Эль-Сальвадор | El Salvador; Salvador
SX | Sint Maarten | Сінт-Мартен | Синт-Мартен | Sint Maarten
SY | Syria; Syrian Arab Republic | Сирія | Сирия | Siria
SZ | Eswatini; Swaziland | Есватіні; Свазіленд | Эсватини; Свазиленд | Esuatini; Suazilandia
TC | Turks & Caicos Islands; Turks and Caicos Islands | Острови Теркс і Кайкос | Тёркс и Кайкос \
| Islas Turcas y Caicos
TD | Chad | Чад | Чад | Chad
TG | Togo | Того | Того | Togo
TH | Thailand | Таїланд | Таиланд | Tailandia
TJ | Tajikistan | Таджикистан | Таджикистан | Tayikistán
TL | Timor-Leste; East Timor | Тимор-Лешті; Східний Тимор | Восточный Тимор; Тимор-Лешти | Timor-Leste; Timor Oriental
TM | Turkmenistan | Туркменістан | Туркменистан | Turkmenistán
TN | Tunisia | Туніс | Тунис | Túnez
TO | Tonga | Тонга | Тонга | Tonga
TR | Türkiye; Turkey | Туреччина | Турция | Turquía
TT | Trinidad & Tobago; Trinidad and Tobago | Тринідад і Тобаго | Тринидад и Тобаго | Trinidad y Tobago
TV | Tuvalu | Тувалу | Тувалу | Tuvalu
TW | Taiwan | Тайвань | Тайвань | Taiwán
TZ | Tanzania | Танзанія | Танзания | Tanzania
UA | Ukraine; the Ukraine | Україна; УРСР; УНР | Украина; УССР | Ucrania
UG | Uganda | Уганда | Уганда | Uganda
US | United States; USA; U.S.A.; U.S.; US; United States of America; America | Сполучені Штати; США; Америка; \
Сполучені Штати Америки; Штати | Соединенные Штаты; США; Америка; Соединенные Штаты Америки; \
Штаты | Estados Unidos; EEUU; \
EE. UU.; EE.UU.; EUA; Estados Unidos de América
UY | Uruguay | Уругвай | Уругвай | Uruguay
UZ | Uzbekistan | Узбекистан | Узбекистан | Uzbekistán
VA | Vatican City; Vatican; Holy See | Ватикан; Святий Престол | Ватикан; Святой Престол | Ciudad del Vaticano; \
Vaticano; Santa Sede
VC | St. Vincent & Grenadines; St. Vincent and Grenadines; Saint Vincent & Grenadines \
| Сент-Вінсент і Гренадіни | Сент-Винсент и Гренадины | San Vicente y las Granadinas
VE | Venezuela | Венесуела | Венесуэла | Venezuela
VG | British Virgin Islands | Британські Віргінські острови | Виргинские острова | Islas Vírgenes Británicas
VI | U.S. Virgin Islands | Віргінські Острови | Виргинские острова | Islas Vírgenes de EE. UU.
VN | Vietnam; Viet Nam | В’єтнам | Вьетнам | Vietnam
VU | Vanuatu | Вануату | Вануату | Vanuatu
WS | Samoa | Самоа | Самоа | Samoa
XK | Kosovo | Косово | Косово | Kosovo
YE | Yemen | Ємен | Йемен | Yemen
YT | Mayotte | Майотта | Майотта | Mayotte
ZA | South Africa | Південно-Африканська Республіка; Південна Африка; ПАР | Южно-Африканская Республика; ЮАР; \
Южная Африка | Sudáfrica; África del Sur
ZM | Zambia | Замбія | Замбия | Zambia
ZW | Zimbabwe | Зімбабве | Зимбабве | Zimbabue
"""
