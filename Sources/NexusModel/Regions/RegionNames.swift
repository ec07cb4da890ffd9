/// Names that data use and CLDR does not have: the official names of the United Nations, in its languages where
/// they differ most, and a few everyday or former ones.
enum RegionNames {
  /// What reports print where Foundation's English name is not the one the United Nations use.
  static let english = [
    "001": "World", "035": "South-eastern Asia", "053": "Australia and New Zealand", "057": "Micronesia",
    "419": "Latin America and the Caribbean", "CD": "Democratic Republic of the Congo", "CG": "Congo",
    "CN": "China", "FM": "Micronesia (Federated States of)",
    "GS": "South Georgia and the South Sandwich Islands", "MM": "Myanmar", "PS": "State of Palestine",
  ]

  static let variants: [(code: String, names: [String])] = [
    ("001", ["global", "mondial"]),
    ("019", ["America", "Amérique", "América"]),
    ("030", ["East Asia", "Asie de l'Est", "Asia Oriental"]),
    ("035", ["South-eastern Asia", "South-East Asia", "Asie du Sud-Est", "Asia Sudoriental"]),
    ("053", ["Australia and New Zealand", "Australie et Nouvelle-Zélande", "Australia y Nueva Zelandia"]),
    (
      "419",
      [
        "Latin America and the Caribbean", "Amérique latine et Caraïbes", "América Latina y el Caribe",
        "América Latina", "Латинская Америка и Карибский бассейн", "拉丁美洲和加勒比",
      ]
    ),
    ("BL", ["Saint Barthélemy"]),
    ("BN", ["Brunei Darussalam", "Brunéi Darussalam"]),
    (
      "BO",
      [
        "Bolivia (Plurinational State of)", "Plurinational State of Bolivia",
        "Bolivie (État plurinational de)", "Bolivia (Estado Plurinacional de)",
      ]
    ),
    ("BQ", ["Bonaire, Sint Eustatius and Saba"]),
    (
      "CD",
      [
        "Democratic Republic of the Congo", "DR Congo", "DRC", "Zaire", "République démocratique du Congo",
        "República Democrática del Congo", "Демократическая Республика Конго", "جمهورية الكونغو الديمقراطية",
        "刚果民主共和国",
      ]
    ),
    (
      "CG",
      [
        "Congo", "Republic of the Congo", "République du Congo", "República del Congo", "Конго", "الكونغو",
        "刚果",
      ]
    ),
    ("CI", ["Côte d'Ivoire", "Ivory Coast"]),
    ("CN", ["China", "People's Republic of China", "Chine", "Китай", "الصين", "中国"]),
    ("CV", ["Cabo Verde", "Cape Verde"]),
    ("CZ", ["Czech Republic", "Czechia", "République tchèque", "República Checa", "Чешская Республика"]),
    ("EU", ["European Union"]),
    ("FM", ["Micronesia (Federated States of)", "Federated States of Micronesia"]),
    (
      "GB",
      [
        "United Kingdom of Great Britain and Northern Ireland", "Great Britain", "Britain",
        "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord",
        "Reino Unido de Gran Bretaña e Irlanda del Norte",
        "Соединенное Королевство Великобритании и Северной Ирландии", "Соединенное Королевство",
        "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية", "大不列颠及北爱尔兰联合王国",
      ]
    ),
    ("GS", ["South Georgia and the South Sandwich Islands"]),
    ("HK", ["China, Hong Kong Special Administrative Region", "Hong Kong SAR", "Hong Kong SAR China"]),
    ("HM", ["Heard Island and McDonald Islands"]),
    ("IO", ["British Indian Ocean Territory"]),
    (
      "IR",
      [
        "Iran (Islamic Republic of)", "Islamic Republic of Iran", "Iran (République islamique d')",
        "Irán (República Islámica del)", "Иран (Исламская Республика)", "Исламская Республика Иран",
        "إيران (جمهورية - الإسلامية)", "جمهورية إيران الإسلامية", "伊朗（伊斯兰共和国）", "伊朗伊斯兰共和国",
      ]
    ),
    ("KG", ["Kyrgyz Republic"]),
    (
      "KP",
      [
        "Democratic People's Republic of Korea", "DPRK", "République populaire démocratique de Corée",
        "República Popular Democrática de Corea", "Корейская Народно-Демократическая Республика",
        "جمهورية كوريا الشعبية الديمقراطية", "朝鲜民主主义人民共和国",
      ]
    ),
    (
      "KR",
      [
        "Republic of Korea", "République de Corée", "República de Corea", "Южная Корея", "جمهورية كوريا",
        "大韩民国",
      ]
    ),
    (
      "LA",
      [
        "Lao People's Democratic Republic", "Lao PDR", "République démocratique populaire lao",
        "República Democrática Popular Lao", "Лаосская Народно-Демократическая Республика",
        "جمهورية لاو الديمقراطية الشعبية", "老挝人民民主共和国",
      ]
    ),
    ("LY", ["Libyan Arab Jamahiriya", "State of Libya"]),
    (
      "MD",
      [
        "Republic of Moldova", "République de Moldova", "República de Moldova", "Республика Молдова",
        "جمهورية مولدوفا", "摩尔多瓦共和国",
      ]
    ),
    ("MF", ["Saint Martin (French Part)"]),
    ("MK", ["Macedonia", "The former Yugoslav Republic of Macedonia"]),
    ("MM", ["Myanmar", "Burma", "Birmanie", "Birmania", "Мьянма", "ميانمار"]),
    ("MO", ["China, Macao Special Administrative Region", "Macau", "Macao SAR China"]),
    ("NL", ["Kingdom of the Netherlands", "Netherlands (Kingdom of the)", "Holland"]),
    ("PN", ["Pitcairn"]),
    (
      "PS",
      [
        "State of Palestine", "Palestine", "Occupied Palestinian Territory", "État de Palestine",
        "Estado de Palestina", "Palestina", "Государство Палестина", "Палестина", "دولة فلسطين", "فلسطين",
        "巴勒斯坦国", "巴勒斯坦",
      ]
    ),
    (
      "RU",
      [
        "Russian Federation", "Fédération de Russie", "Federación de Rusia", "Российская Федерация",
        "الاتحاد الروسي", "俄罗斯联邦",
      ]
    ),
    ("SJ", ["Svalbard and Jan Mayen Islands"]),
    ("SX", ["Sint Maarten (Dutch part)"]),
    (
      "SY",
      [
        "Syrian Arab Republic", "République arabe syrienne", "República Árabe Siria",
        "Сирийская Арабская Республика", "الجمهورية العربية السورية", "阿拉伯叙利亚共和国",
      ]
    ),
    ("SZ", ["Swaziland", "Eswatini"]),
    ("TL", ["East Timor"]),
    ("TR", ["Türkiye", "Turkey", "Republic of Türkiye"]),
    ("TW", ["Taiwan, Province of China", "Chinese Taipei"]),
    (
      "TZ",
      [
        "United Republic of Tanzania", "République-Unie de Tanzanie", "República Unida de Tanzanía",
        "Объединенная Республика Танзания", "جمهورية تنزانيا المتحدة", "坦桑尼亚联合共和国",
      ]
    ),
    ("AE", ["UAE"]),
    ("UM", ["United States Minor Outlying Islands"]),
    (
      "US",
      [
        "United States of America", "USA", "États-Unis d'Amérique", "Estados Unidos de América", "США",
        "الولايات المتحدة الأمريكية", "美利坚合众国",
      ]
    ),
    ("VA", ["Holy See", "Saint-Siège", "Santa Sede", "Святой Престол", "الكرسي الرسولي", "教廷"]),
    (
      "VE",
      [
        "Venezuela (Bolivarian Republic of)", "Bolivarian Republic of Venezuela",
        "Venezuela (République bolivarienne du)", "Venezuela (República Bolivariana de)",
      ]
    ),
    ("VI", ["United States Virgin Islands"]),
    ("VN", ["Viet Nam", "Việt Nam"]),
    ("WF", ["Wallis and Futuna Islands"]),
    ("XK", ["Republic of Kosovo", "XKX"]),
  ]
}
