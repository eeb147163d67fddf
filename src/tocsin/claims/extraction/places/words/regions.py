"""Seas and regions that GeoNames' towns do not tell: precision | country | latitude longitude \
| names in any language.

Coordinates are rough middles, given where the region is small enough for one to mean something.
"""

REGIONS = """
region | UA | 48.3 38.2 | Donbas; Donbass; Donets Basin; Донбас; Донбасс; Donbás
region | PS | 31.42 34.37 | Gaza Strip; the Gaza Strip; Сектор Гази; Сектор Газа; Franja de Gaza
region | PS | 32.0 35.25 | West Bank; Західний берег; Западный берег; Cisjordania; Західний берег річки Йордан
region | UA | | Donetsk People's Republic; ДНР; Донецька народна республіка; Донецкая народная республика
region | UA | | Luhansk People's Republic; Lugansk People's Republic; ЛНР; Луганська народна республіка; \
Луганская народная республика
region | UA | | Prydniprovia; Придніпров'я
region | UA | | Galicia; Галичина; Галиция
region | UA | | Polissia; Polesia; Полісся; Полесье
region | UA | | Поділля; Подолье; Слобожанщина; Буджак; Приазов'я; Причорномор'я
region | MD | 47.2 29.2 | Transnistria; Transdniestria; Придністров'я; Приднестровье
region | GE | 43.0 41.0 | Abkhazia; Абхазія; Абхазия; Abjasia
region | GE | 42.3 44.0 | South Ossetia; Південна Осетія; Южная Осетия; Osetia del Sur
region | AZ | 39.8 46.8 | Nagorno-Karabakh; Karabakh; Нагірний Карабах; Нагорный Карабах; Alto Karabaj
region | SY | 33.0 35.8 | Golan Heights; Golan; Голанські висоти; Голанские высоты; Altos del Golán
region | IQ | 36.2 44.0 | Iraqi Kurdistan; Kurdistan Region
region | | | Kurdistan; Курдистан; Kurdistán
region | | | Kashmir; Кашмір; Кашмир; Cachemira
region | SD | 13.0 24.5 | Darfur; Дарфур
region | EG | 29.5 34.0 | Sinai; Sinai Peninsula; Синай; Sinaí
region | | | Sahel; Сахель
region | | | Caucasus; North Caucasus; South Caucasus; Кавказ; Північний Кавказ; Северный Кавказ; Cáucaso
region | | | Balkans; Балкани; Балканы; Balcanes
region | | | Siberia; Сибір; Сибирь
region | RU | | Ural; Urals; Урал
region | RU | | Far East; Далекий Схід; Дальний Восток
region | | | Middle East; Near East; Близький Схід; Ближний Восток; Oriente Medio; Oriente Próximo; Medio Oriente
region | | | Europe; Eastern Europe; Western Europe; Central Europe; Європа; Европа; Europa; Східна Європа
region | | | Asia; Central Asia; South Asia; East Asia; Southeast Asia; Азія; Азия; Центральна Азія
region | | | Africa; West Africa; East Africa; North Africa; Horn of Africa; Африка; África
region | | | Latin America; South America; North America; Central America; Латинська Америка; Латинская Америка; \
América Latina; Latinoamérica; América del Sur; Sudamérica; América Central; Centroamérica; Північна Америка; \
Південна Америка; Северная Америка; Южная Америка
region | | | Scandinavia; Скандинавія; Скандинавия; Escandinavia
region | | | Baltics; Baltic States; Прибалтика; Балтія
region | | | Antarctica; Антарктида; Антарктика; Antártida
region | | | Arctic; Арктика; Ártico
region | | | Amazon; Amazonia; Амазонія
region | | | Levant; Maghreb; Persian Gulf states
sea_or_air | | 43.3 34.3 | Black Sea; Чорне море; Черное море; Mar Negro
sea_or_air | | 46.0 36.6 | Sea of Azov; Azov Sea; Азовське море; Азовское море; Mar de Azov
sea_or_air | | | Mediterranean Sea; Mediterranean; Середземне море; Средиземное море; Mediterráneo; Mar Mediterráneo
sea_or_air | | | Red Sea; Червоне море; Красное море; Mar Rojo
sea_or_air | | | Baltic Sea; Балтійське море; Балтийское море; Балтика; Mar Báltico
sea_or_air | | | Caspian Sea; Caspian; Каспійське море; Каспийское море; Каспій; Каспий; Mar Caspio
sea_or_air | | | Aegean Sea; Aegean; Егейське море; Эгейское море; Egeo
sea_or_air | | | Adriatic Sea; Adriatic; Адріатичне море; Адриатическое море
sea_or_air | | | North Sea; Північне море; Северное море; Mar del Norte
sea_or_air | | | Persian Gulf; Arabian Gulf; Перська затока; Персидский залив; Golfo Pérsico
sea_or_air | | | Gulf of Aden; Аденська затока; Аденский залив; Golfo de Adén
sea_or_air | | | Gulf of Mexico; Мексиканська затока; Golfo de México
sea_or_air | | | Gulf of Fonseca; Golfo de Fonseca
sea_or_air | | | Gulf of Oman; Gulf of Guinea; Gulf of Thailand
sea_or_air | | | Arabian Sea; Bay of Bengal; Andaman Sea; East China Sea; Yellow Sea; Sea of Japan; Java Sea
sea_or_air | | | South China Sea; Південно-Китайське море; Южно-Китайское море
sea_or_air | | | Caribbean; Caribbean Sea; Карибське море; Карибское море; Caribe; Mar Caribe
sea_or_air | | | Atlantic; Atlantic Ocean; North Atlantic; Атлантичний океан; Атлантический океан; Атлантика; \
Atlántico
sea_or_air | | | Pacific; Pacific Ocean; Тихий океан; Pacífico
sea_or_air | | | Indian Ocean; Індійський океан; Индийский океан; Océano Índico
sea_or_air | | | Arctic Ocean; Barents Sea; Bering Sea; Баренцове море; Баренцево море
sea_or_air | | | English Channel; Ла-Манш; Canal de la Mancha
sea_or_air | | | Bosphorus; Bosporus; Dardanelles; Босфор; Дарданелли
sea_or_air | | 45.3 36.5 | Kerch Strait; Керченська протока; Керченский пролив
sea_or_air | | | Strait of Hormuz; Ормузька протока; Ормузский пролив; Taiwan Strait
region | | | Dnieper; Dnipro River; Dnieper River; Dniester; Danube; Дунай; Дністер; Днестр; Danubio
region | EG | | Suez Canal; Суецький канал; Суэцкий канал; Canal de Suez
"""
