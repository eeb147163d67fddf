"""First-order divisions that are not called as their chief town: name (other names) = a town in them, by country.

A province called as its chief town (Kherson Oblast, Kandahar province) is found through the town. Cyrillic names are
given as adjectives are stemmed, without their endings: ``волинськ``.
"""

PROVINCES = {
    "UA": "Kyiv (Kiev, київськ, киевск, Київщина, Киевщина) = Bila Tserkva, Volyn (Volhynia, волинськ, волынск, "
    "Волинь, Волынь) = Lutsk, Zakarpattia (Transcarpathia, закарпатськ, закарпатск, Закарпаття, Закарпатье) = "
    "Uzhhorod, Dnipropetrovsk (Dnepropetrovsk, дніпропетровськ, днепропетровск, Дніпропетровщина) = Dnipro, "
    "Kirovohrad (Kirovograd, кіровоградськ, кировоградск, Кіровоградщина) = Kropyvnytskyi, Crimea (Crimean, "
    "Republic of Crimea, Autonomous Republic of Crimea, Крим, Крым, кримськ, крымск, АР Крим, АРК) = "
    "Simferopol, Bukovina (Bukovyna, Буковина) = Chernivtsi, Prykarpattia (Прикарпаття) = Ivano-Frankivsk, "
    "Khmelnytskyi (хмельницьк, хмельницк, Хмельниччина) = Khmelnytskyi, Вінниччина = Vinnytsia, Донеччина = "
    "Donetsk, Луганщина = Luhansk, Одещина = Odesa, Запорізьк (запорожск) = Zaporizhzhya, Черкащина = "
    "Cherkasy, Рівненщина = Rivne, Львівщина = Lviv, Сумщина = Sumy, Полтавщина = Poltava, Чернігівщина = "
    "Chernihiv, Харківщина = Kharkiv, Херсонщина = Kherson, Миколаївщина = Mykolayiv, Тернопільщина = "
    "Ternopil, Житомирщина = Zhytomyr",
    "RU": "Moscow (московськ, московск, Подмосковье) = Podolsk, Leningrad (ленінградськ, ленинградск) = Gatchina, "
    "Chechnya (Chechen, Чечня, чеченськ, чеченск, Chechenia) = Groznyy, Dagestan (Дагестан) = Makhachkala, "
    "Ingushetia (Інгушетія, Ингушетия) = Nazran, Tatarstan (Татарстан) = Kazan, Bashkortostan (Bashkiria, "
    "Башкортостан) = Ufa, North Ossetia (Северная Осетия, Північна Осетія) = Vladikavkaz, Kabardino-Balkaria "
    "= Nalchik, Karelia (Карелия, Карелія) = Petrozavodsk, Yakutia (Sakha, Якутия) = Yakutsk, Buryatia "
    "(Бурятия) = Ulan-Ude, Tuva (Тува) = Kyzyl, Udmurtia = Izhevsk, Chuvashia = Cheboksary, Mordovia = "
    "Saransk, Kalmykia = Elista, Primorye (Primorsky, Приморье, приморск) = Vladivostok, Sverdlovsk "
    "(свердловськ, свердловск) = Yekaterinburg, Kamchatka (Камчатка) = Petropavlovsk-Kamchatsky, Sakhalin "
    "(Сахалин) = Yuzhno-Sakhalinsk, Kuban (Кубань) = Krasnodar",
    "US": "Alabama = Birmingham, Alaska = Anchorage, Arizona = Phoenix, Arkansas = Little Rock, California = Los "
    "Angeles, Colorado = Denver, Connecticut = Bridgeport, Delaware = Wilmington, Florida = Jacksonville, "
    "Georgia = Atlanta, Hawaii = Honolulu, Idaho = Boise, Illinois = Chicago, Indiana = Indianapolis, Iowa = "
    "Des Moines, Kansas = Wichita, Kentucky = Louisville, Louisiana = New Orleans, Maine = Bangor, Maryland = "
    "Baltimore, Massachusetts = Boston, Michigan = Detroit, Minnesota = Minneapolis, Mississippi = Biloxi, "
    "Missouri = St. Louis, Montana = Billings, Nebraska = Omaha, Nevada = Las Vegas, New Hampshire = "
    "Manchester, New Jersey = Newark, New Mexico = Albuquerque, New York = New York City, North Carolina = "
    "Charlotte, North Dakota = Fargo, Ohio = Columbus, Oklahoma = Tulsa, Oregon = Portland, Pennsylvania = "
    "Philadelphia, Rhode Island = Providence, South Carolina = Charleston, South Dakota = Sioux Falls, "
    "Tennessee = Memphis, Texas = Houston, Utah = Salt Lake City, Vermont = Burlington, Virginia = Virginia "
    "Beach, Washington = Seattle, West Virginia = Huntington, Wisconsin = Milwaukee, Wyoming = Cheyenne",
    "CA": "Ontario = Toronto, Quebec (Québec) = Montréal, British Columbia = Vancouver, Alberta = Calgary, Manitoba "
    "= Winnipeg, Saskatchewan = Saskatoon, Nova Scotia = Halifax, New Brunswick = Moncton, Newfoundland "
    "(Newfoundland and Labrador) = St. John's, Yukon = Whitehorse, Nunavut = Iqaluit",
    "AU": "New South Wales = Sydney, Queensland = Brisbane, Victoria = Melbourne, South Australia = Adelaide, "
    "Western Australia = Perth, Tasmania = Hobart, Northern Territory = Darwin",
    "GB": "Scotland (Шотландія, Шотландия, Escocia) = Glasgow, Wales (Уельс, Уэльс, Gales) = Cardiff, Northern "
    "Ireland (Північна Ірландія, Северная Ирландия, Irlanda del Norte) = Belfast",
    "SY": "Rif Dimashq (Rural Damascus, Damascus Countryside) = Douma, Hasakah (al-Hasakah, Hasaka) = Al Hasakah",
    "IQ": "Anbar (al-Anbar) = Ramadi, Nineveh (Ninawa, Nineva) = Mosul, Diyala = Baqubah, Saladin (Salahuddin, "
    "Salah al-Din, Salahaddin) = Tikrit, Babil = Hillah, Dhi Qar = Nasiriyah, Wasit = Kut, Maysan = Amarah",
    "YE": "Hadramawt (Hadhramaut) = Al Mukalla, Abyan = Zinjibar, Al Bayda (Bayda) = Al Bayda, Shabwa (Shabwah) = "
    "Ataq, Hodeidah = Al Hudaydah",
    "AF": "Helmand = Lashkar Gah, Nangarhar = Jalalabad, Balkh = Mazar-e Sharif, Badakhshan = Fayzabad, Uruzgan "
    "(Oruzgan) = Tirin Kot, Kapisa = Mahmud-e Raqi, Parwan = Charikar, Logar = Pul-e 'Alam, Paktia = Gardez, "
    "Laghman = Mehtar Lam, Takhar = Taloqan, Wardak (Maidan Wardak) = Maydanshakhr",
    "PK": "Balochistan (Baluchistan) = Quetta, Sindh (Sind) = Karachi, Khyber Pakhtunkhwa (North-West Frontier "
    "Province) = Peshawar, Punjab = Lahore, Waziristan (North Waziristan) = Miran Shah",
    "IN": "Punjab = Ludhiana, Kerala = Kochi, Tamil Nadu = Chennai, Karnataka = Bengaluru, Maharashtra = Mumbai, "
    "Gujarat = Ahmedabad, Rajasthan = Jaipur, Bihar = Patna, West Bengal = Kolkata, Uttar Pradesh = Lucknow, "
    "Madhya Pradesh = Bhopal, Andhra Pradesh = Vijayawada, Telangana = Hyderabad, Odisha (Orissa) = "
    "Bhubaneswar, Assam = Guwahati, Manipur = Imphal, Jharkhand = Ranchi, Chhattisgarh = Raipur, Haryana = "
    "Faridabad, Uttarakhand = Dehradun, Jammu and Kashmir = Srinagar, Himachal Pradesh = Shimla, Nagaland = "
    "Dimapur, Tripura = Agartala, Goa = Panaji",
    "SD": "North Darfur = El Fasher, South Darfur = Nyala, West Darfur = Geneina, South Kordofan = Kadugli, North "
    "Kordofan = El Obeid, Blue Nile = Ad-Damazin, Gezira (Al Jazirah) = Wad Medani, White Nile = Kosti",
    "NG": "Borno = Maiduguri, Adamawa = Yola, Yobe = Damaturu, Plateau = Jos, Benue = Makurdi, Rivers = Port Harcourt",
    "ET": "Tigray = Mekele, Amhara = Bahir Dar, Oromia = Adama, Afar = Asaita",
    "CD": "North Kivu = Goma, South Kivu = Bukavu, Ituri = Bunia, Katanga = Lubumbashi",
    "PS": "North Gaza = Jabalia",
    "SV": "La Libertad = Santa Tecla, La Paz = Zacatecoluca, Cuscatlan (Cuscatlán) = Cojutepeque, Morazan (Morazán) "
    "= San Francisco Gotera, Cabanas (Cabañas) = Sensuntepeque",
    "GT": "Peten (Petén) = Flores, El Quiche (Quiche, Quiché) = Santa Cruz del Quiché, Alta Verapaz = Cobán, Izabal "
    "= Puerto Barrios",
    "HN": "Olancho = Juticalpa, Cortes (Cortés) = San Pedro Sula, Atlantida = La Ceiba",
    "CO": "Antioquia = Medellín, Cundinamarca = Soacha, Santander = Bucaramanga, Norte de Santander = Cúcuta, "
    "Boyaca (Boyacá) = Tunja, Meta = Villavicencio, Huila = Neiva, Tolima = Ibagué, Cauca = Popayán, Valle "
    "del Cauca = Cali, Narino (Nariño) = Pasto, Choco (Chocó) = Quibdó, Cesar = Valledupar, Magdalena = Santa "
    "Marta, Caqueta (Caquetá) = Florencia, Putumayo = Mocoa, Casanare = Yopal, Atlantico (Atlántico) = "
    "Barranquilla, Bolivar (Bolívar) = Cartagena, Sucre = Sincelejo, Caldas = Manizales, Risaralda = Pereira, "
    "Quindio (Quindío) = Armenia, La Guajira = Riohacha, Guaviare = San José del Guaviare, Arauca = Arauca",
    "PE": "Junin (Junín) = Huancayo, Ancash = Chimbote, San Martin (San Martín) = Tarapoto, Loreto = Iquitos, La "
    "Libertad = Trujillo, Ucayali = Pucallpa, Apurimac (Apurímac) = Abancay, Pasco = Cerro de Pasco, "
    "Lambayeque = Chiclayo",
    "MX": "Chiapas = Tuxtla, Guerrero = Acapulco, Michoacan (Michoacán) = Morelia, Jalisco = Guadalajara, Sinaloa = "
    "Culiacán, Sonora = Hermosillo, Tamaulipas = Reynosa, Nuevo Leon (Nuevo León) = Monterrey, Yucatan "
    "(Yucatán) = Mérida, Quintana Roo = Cancún, Baja California = Tijuana, Coahuila = Saltillo, Tabasco = "
    "Villahermosa",
    "NI": "Chontales = Juigalpa, Nueva Segovia = Ocotal, Zelaya = Bluefields",
    "CN": "Xinjiang = Ürümqi, Tibet = Lhasa, Guangdong = Guangzhou, Sichuan = Chengdu, Hubei = Wuhan, Hunan = "
    "Changsha, Henan = Zhengzhou, Hebei = Shijiazhuang, Shandong = Jinan, Shanxi = Taiyuan, Shaanxi = Xi'an, "
    "Yunnan = Kunming, Zhejiang = Hangzhou, Jiangsu = Nanjing, Fujian = Fuzhou, Guangxi = Nanning, Gansu = "
    "Lanzhou, Liaoning = Shenyang, Inner Mongolia = Hohhot, Qinghai = Xining, Hainan = Haikou, Jiangxi = "
    "Nanchang, Anhui = Hefei, Guizhou = Guiyang",
    "MM": "Rakhine = Sittwe, Kachin = Myitkyina, Shan = Taunggyi, Chin = Hakha, Kayin = Hpa-An",
    "ID": "Aceh = Banda Aceh, Papua = Jayapura, East Java = Surabaya, West Java = Bandung, Central Java = Semarang, "
    "Central Sulawesi = Palu, South Sulawesi = Makassar, West Sumatra = Padang, North Sumatra = Medan",
    "ES": "Catalonia (Cataluña, Каталонія, Каталония) = Barcelona, Andalusia (Andalucía) = Sevilla, Galicia = Vigo, "
    "Aragon = Zaragoza, Basque Country (País Vasco) = Bilbao, Extremadura = Badajoz, Canary Islands "
    "(Canarias) = Las Palmas",
    "DE": "Bavaria (Баварія, Бавария, Baviera) = Munich, Saxony (Sajonia, Саксонія) = Leipzig, Hesse = Frankfurt, "
    "North Rhine-Westphalia = Köln, Baden-Württemberg = Stuttgart, Brandenburg = Potsdam, Lower Saxony = "
    "Hannover",
    "IT": "Sicily (Сицилія, Сицилия, Sicilia) = Palermo, Sardinia = Cagliari, Lombardy = Milan, Tuscany = Florence, "
    "Piedmont = Turin, Calabria = Reggio Calabria, Campania = Naples, Apulia = Bari, Veneto = Verona, Umbria "
    "= Perugia",
    "FR": "Brittany = Rennes, Normandy = Rouen, Corsica = Ajaccio, Provence = Marseille, Aquitaine = Bordeaux",
    "TR": "Hatay = Antakya",
    "EG": "North Sinai = Arish, South Sinai = Dahab",
    "BR": "Bahia = Salvador, Minas Gerais = Belo Horizonte, Ceara = Fortaleza, Pernambuco = Recife, Amazonas = "
    "Manaus, Para = Belém, Parana = Curitiba, Rio Grande do Sul = Porto Alegre, Mato Grosso = Cuiabá, Acre = "
    "Rio Branco",
}
