"""Words for what belongs to a country, with its ISO 3166-1 code."""

DEMONYMS = {
    word: code
    for code, said in {
        "AF": "afghan", "AL": "albanian", "DZ": "algerian", "AO": "angolan", "AR": "argentine argentinean argentinian",
        "AM": "armenian", "AU": "australian", "AT": "austrian", "AZ": "azerbaijani", "BY": "belarusian",
        "BE": "belgian", "BO": "bolivian", "BA": "bosnian", "BR": "brazilian", "GB": "british", "BG": "bulgarian",
        "CM": "cameroonian", "CA": "canadian", "TD": "chadian", "CL": "chilean", "CN": "chinese",
        "CO": "colombian", "CD": "congolese", "HR": "croatian", "CU": "cuban", "CY": "cypriot", "CZ": "czech",
        "DK": "danish", "NL": "dutch", "EC": "ecuadoran ecuadorean ecuadorian", "EG": "egyptian",
        "ET": "ethiopian", "FI": "finnish", "FR": "french", "GE": "georgian", "DE": "german", "GR": "greek",
        "GT": "guatemalan", "HT": "haitian", "HN": "honduran", "HU": "hungarian", "IN": "indian",
        "ID": "indonesian", "IR": "iranian", "IQ": "iraqi", "IE": "irish", "IL": "israeli", "IT": "italian",
        "JP": "japanese", "JO": "jordanian", "KZ": "kazakh", "KE": "kenyan", "KG": "kyrgyz", "LB": "lebanese",
        "LY": "libyan", "LT": "lithuanian", "ML": "malian", "MX": "mexican", "MD": "moldovan", "MA": "moroccan",
        "MZ": "mozambican", "MM": "burmese", "NP": "nepalese", "NI": "nicaraguan", "NG": "nigerian",
        "NO": "norwegian", "PK": "pakistani", "PS": "palestinian", "PA": "panamanian", "PY": "paraguayan",
        "PE": "peruvian", "PH": "filipino", "PL": "polish", "PT": "portuguese", "RO": "romanian", "RU": "russian",
        "RW": "rwandan", "SV": "salvadoran salvadorean", "SA": "saudi", "RS": "serbian", "SO": "somali",
        "ES": "spanish", "SD": "sudanese", "SE": "swedish", "CH": "swiss", "SY": "syrian", "TJ": "tajik",
        "TH": "thai", "TN": "tunisian", "TR": "turkish", "UG": "ugandan", "UA": "ukrainian", "UY": "uruguayan",
        "UZ": "uzbek", "VE": "venezuelan", "VN": "vietnamese", "YE": "yemeni", "ZW": "zimbabwean",
    }.items()
    for word in said.split()
}  # fmt: skip
