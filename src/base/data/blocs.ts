/** Members of a bloc: economies with one day of joining, and where they left the last day. */
export interface BlocRow {
  readonly id: string;
  /** Code that CLDR knows, when it does. */
  readonly iso?: string;
  readonly en: string;
  readonly ru: string;
  /** Further names, separated by commas; seats are cities used for the bloc. */
  readonly enAliases?: string;
  readonly ruAliases?: string;
  readonly enSeats?: string;
  readonly ruSeats?: string;
  /** Lines `from[/to]: members`; `-` for a day that is not given here. Dates of any precision count as their latest day. */
  readonly members: string;
}

/**
 * Blocs and groups with their memberships. Left out on purpose: memberships whose standing is disputed or that sources
 * date differently (Ukraine and Turkmenistan in the CIS, Saudi Arabia in BRICS, Myanmar in RCEP, former members of
 * COMESA). The AfCFTA has no members here because its parties change with each deposit.
 */
export const blocRows: readonly BlocRow[] = [
  {
    id: "union-state",
    en: "Union State of Belarus and Russia",
    ru: "Союзное государство",
    enAliases:
      "Union State, the Union State, Belarus-Russia Union State, Belarusian-Russian Union State, Union State of Russia and Belarus, Russia-Belarus Union State",
    ruAliases: "Союзное государство Беларуси и России, Союзное государство России и Беларуси, СГ, Союзн* гос-во",
    members: "2000-01-26: BLR RUS"
  },
  {
    id: "eaeu",
    en: "Eurasian Economic Union",
    ru: "Евразийский экономический союз",
    enAliases: "EAEU, EEU, Eurasian Union",
    ruAliases: "ЕАЭС, Евразийский союз",
    members: "2015-01-01: BLR KAZ RUS; 2015-01-02: ARM; 2015-08-12: KGZ"
  },
  {
    id: "cis",
    en: "Commonwealth of Independent States",
    ru: "Содружество Независимых Государств",
    enAliases: "CIS, C.I.S., CIS countries",
    ruAliases: "СНГ, Содружество",
    members: "1991-12: ARM BLR KAZ KGZ RUS TJK UZB; 1993-09: AZE; 1994-04: MDA; 1993-12/2009-08-18: GEO"
  },
  {
    id: "eu",
    iso: "EU",
    en: "European Union",
    ru: "Европейский союз",
    enAliases: "EU, E.U., EU27, EU28, EU 27, EU 28, European Communities, European Community",
    ruAliases: "ЕС, Евросоюз",
    enSeats: "Brussels",
    ruSeats: "Брюссель",
    members:
      "1958-01-01: BEL DEU FRA ITA LUX NLD; 1973-01-01: DNK IRL; 1973-01-01/2020-01-31: GBR; 1981-01-01: GRC; " +
      "1986-01-01: ESP PRT; 1995-01-01: AUT FIN SWE; 2004-05-01: CYP CZE EST HUN LTU LVA MLT POL SVK SVN; " +
      "2007-01-01: BGR ROU; 2013-07-01: HRV"
  },
  {
    id: "euro-area",
    iso: "EZ",
    en: "Euro area",
    ru: "Еврозона",
    enAliases: "Eurozone, Euro zone, EMU",
    ruAliases: "Зона евро",
    members:
      "1999-01-01: AUT BEL DEU ESP FIN FRA IRL ITA LUX NLD PRT; 2001-01-01: GRC; 2007-01-01: SVN; " +
      "2008-01-01: CYP MLT; 2009-01-01: SVK; 2011-01-01: EST; 2014-01-01: LVA; 2015-01-01: LTU; 2023-01-01: HRV; 2026-01-01: BGR"
  },
  {
    id: "asean",
    en: "Association of Southeast Asian Nations",
    ru: "Ассоциация государств Юго-Восточной Азии",
    enAliases: "ASEAN, Association of South-East Asian Nations",
    ruAliases: "АСЕАН",
    members:
      "1967-08-08: IDN MYS PHL SGP THA; 1984-01-07: BRN; 1995-07-28: VNM; 1997-07-23: LAO MMR; 1999-04-30: KHM; 2025-10-26: TLS"
  },
  {
    id: "efta",
    en: "European Free Trade Association",
    ru: "Европейская ассоциация свободной торговли",
    enAliases: "EFTA",
    ruAliases: "ЕАСТ",
    members:
      "1960-05-03: CHE NOR; 1970-03-01: ISL; 1991: LIE; 1960-05-03/1972-12-31: DNK GBR; 1960-05-03/1985-12-31: PRT; " +
      "1960-05-03/1994-12-31: AUT SWE; 1986-01-01/1994-12-31: FIN"
  },
  {
    id: "nafta",
    en: "North American Free Trade Agreement",
    ru: "Североамериканское соглашение о свободной торговле",
    enAliases: "NAFTA",
    ruAliases: "НАФТА",
    members: "1994-01-01/2020-06-30: CAN MEX USA"
  },
  {
    id: "usmca",
    en: "United States-Mexico-Canada Agreement",
    ru: "Соглашение США — Мексика — Канада",
    enAliases: "USMCA, CUSMA, US-Mexico-Canada Agreement",
    ruAliases: "ЮСМКА",
    members: "2020-07-01: CAN MEX USA"
  },
  {
    id: "mercosur",
    en: "Southern Common Market",
    ru: "Южноамериканский общий рынок",
    enAliases: "MERCOSUR, MERCOSUL",
    ruAliases: "МЕРКОСУР",
    members: "1991: ARG BRA PRY URY; 2012-08/2016-12: VEN; 2024-08: BOL"
  },
  {
    id: "eac",
    en: "East African Community",
    ru: "Восточноафриканское сообщество",
    enAliases: "EAC",
    members: "2000-07-07: KEN TZA UGA; 2007-07-01: BDI RWA; 2016: SSD; 2022-07: COD; 2024-03: SOM"
  },
  {
    id: "ecowas",
    en: "Economic Community of West African States",
    ru: "Экономическое сообщество стран Западной Африки",
    enAliases: "ECOWAS, CEDEAO",
    ruAliases: "ЭКОВАС",
    members:
      "1975-05-28: BEN CIV GHA GIN GMB GNB LBR NGA SEN SLE TGO; 1977: CPV; 1975-05-28/2025-01-28: BFA MLI NER; 1975-05-28/2000: MRT"
  },
  {
    id: "comesa",
    en: "Common Market for Eastern and Southern Africa",
    ru: "Общий рынок Восточной и Южной Африки",
    enAliases: "COMESA",
    ruAliases: "КОМЕСА",
    members:
      "1994-12-08: BDI COD COM DJI ERI ETH KEN MDG MUS MWI RWA SDN SWZ UGA ZMB ZWE; 1999: EGY; 2001: SYC; 2005: LBY; 2018-07: SOM TUN"
  },
  {
    id: "sadc",
    en: "Southern African Development Community",
    ru: "Сообщество развития Юга Африки",
    enAliases: "SADC",
    ruAliases: "САДК",
    members:
      "1992-08-17: AGO BWA LSO MOZ MWI NAM SWZ TZA ZMB ZWE; 1994-08-29: ZAF; 1995-08-28: MUS; 1997-09-08: COD; " +
      "1997-09-08/2004-07: SYC; 2008-08: SYC; 2005-08-18: MDG; 2018: COM"
  },
  {
    id: "afcfta",
    en: "African Continental Free Trade Area",
    ru: "Африканская континентальная зона свободной торговли",
    enAliases: "AfCFTA, ACFTA",
    ruAliases: "АфКЗСТ, АКЗСТ",
    members: ""
  },
  {
    id: "gcc",
    en: "Gulf Cooperation Council",
    ru: "Совет сотрудничества арабских государств Персидского залива",
    enAliases: "GCC, Cooperation Council for the Arab States of the Gulf",
    ruAliases: "ССАГПЗ, Совет сотрудничества стран Персидского залива",
    members: "1981-05-25: ARE BHR KWT OMN QAT SAU"
  },
  {
    id: "saarc",
    en: "South Asian Association for Regional Cooperation",
    ru: "Ассоциация регионального сотрудничества Южной Азии",
    enAliases: "SAARC",
    ruAliases: "СААРК",
    members: "1985-12-08: BGD BTN IND LKA MDV NPL PAK; 2007-04-03: AFG"
  },
  {
    id: "brics",
    en: "BRICS",
    ru: "БРИКС",
    enAliases: "BRIC",
    ruAliases: "БРИК",
    members: "2009-06-16: BRA CHN IND RUS; 2010-12: ZAF; 2024-01-01: ARE EGY ETH IRN; 2025-01-06: IDN"
  },
  {
    id: "opec",
    en: "Organization of the Petroleum Exporting Countries",
    ru: "Организация стран — экспортёров нефти",
    enAliases: "OPEC, Organisation of the Petroleum Exporting Countries",
    ruAliases: "ОПЕК",
    members:
      "1960-09-14: IRN IRQ KWT SAU VEN; 1962: LBY; 1967: ARE; 1969: DZA; 1971: NGA; 2016-07-01: GAB; 2017-05-25: GNQ; " +
      "2018-06-22: COG; 2007-01-01/2023-12-31: AGO; 1961/2018-12-31: QAT; 2007/2019-12-31: ECU; 2016-01-01/2016-11-30: IDN"
  },
  {
    id: "oecd",
    en: "Organisation for Economic Co-operation and Development",
    ru: "Организация экономического сотрудничества и развития",
    enAliases: "OECD, Organization for Economic Cooperation and Development",
    ruAliases: "ОЭСР",
    members:
      "1961: AUT BEL CAN CHE DEU DNK ESP FRA GBR GRC IRL ISL LUX NLD NOR PRT SWE TUR USA; 1962-03-29: ITA; 1964-04-28: JPN; " +
      "1969-01-28: FIN; 1971-06-07: AUS; 1973-05-29: NZL; 1994-05-18: MEX; 1995-12-21: CZE; 1996-05-07: HUN; 1996-11-22: POL; " +
      "1996-12-12: KOR; 2000-12-14: SVK; 2010-05-07: CHL; 2010-07-21: SVN; 2010-09-07: ISR; 2010-12-09: EST; 2016-07-01: LVA; " +
      "2018-07-05: LTU; 2020-04-28: COL; 2021-05-25: CRI"
  },
  {
    id: "g7",
    en: "Group of Seven",
    ru: "Группа семи",
    enAliases: "G7, G 7",
    ruAliases: "Большая семёрка",
    members: "1975-11: DEU FRA GBR ITA JPN USA; 1976-06: CAN"
  },
  {
    id: "g20",
    en: "Group of Twenty",
    ru: "Группа двадцати",
    enAliases: "G20, G 20",
    ruAliases: "Большая двадцатка",
    members:
      "1999: ARG AUS BRA CAN CHN DEU FRA GBR IDN IND ITA JPN KOR MEX RUS SAU TUR USA ZAF eu; 2023-09: african-union"
  },
  {
    id: "visegrad",
    en: "Visegrád Group",
    ru: "Вишеградская группа",
    enAliases: "Visegrad Four, Visegrád Four, Visegrad countries, V4",
    ruAliases: "Вишеградская четвёрка",
    members: "1991-02-15: HUN POL; 1991-02-15/1992-12-31: CSK; 1993-01-01: CZE SVK"
  },
  {
    id: "benelux",
    en: "Benelux",
    ru: "Бенилюкс",
    enAliases: "Benelux Union, Benelux Economic Union",
    members: "1960-11-01: BEL LUX NLD"
  },
  {
    id: "sco",
    en: "Shanghai Cooperation Organisation",
    ru: "Шанхайская организация сотрудничества",
    enAliases: "SCO, Shanghai Cooperation Organization",
    ruAliases: "ШОС",
    members: "2001-06-15: CHN KAZ KGZ RUS TJK UZB; 2017-06-09: IND PAK; 2023-07-04: IRN; 2024-07-04: BLR"
  },
  {
    id: "caricom",
    en: "Caribbean Community",
    ru: "Карибское сообщество",
    enAliases: "CARICOM",
    ruAliases: "КАРИКОМ",
    members:
      "1973-08-01: BRB GUY JAM TTO; 1974: ATG BLZ DMA GRD KNA LCA MSR VCT; 1983-07-04: BHS; 1995-07-04: SUR; 2002-07-02: HTI"
  },
  {
    id: "rcep",
    en: "Regional Comprehensive Economic Partnership",
    ru: "Всестороннее региональное экономическое партнёрство",
    enAliases: "RCEP",
    ruAliases: "ВРЭП",
    members:
      "2022-01-01: AUS BRN CHN JPN KHM LAO NZL SGP THA VNM; 2022-02-01: KOR; 2022-03-18: MYS; 2023-01-02: IDN; 2023-06-02: PHL"
  },
  {
    id: "cptpp",
    en: "Comprehensive and Progressive Agreement for Trans-Pacific Partnership",
    ru: "Всеобъемлющее и прогрессивное соглашение для Транстихоокеанского партнёрства",
    enAliases: "CPTPP, TPP 11, Trans-Pacific Partnership",
    ruAliases: "ВПТПП, Транстихоокеанское партнёрство",
    members:
      "2018-12-30: AUS CAN JPN MEX NZL SGP; 2019-01-14: VNM; 2021-09-19: PER; 2022-11-29: MYS; 2023-02-21: CHL; 2023-07-12: BRN; 2024-12-15: GBR"
  },
  {
    id: "african-union",
    en: "African Union",
    ru: "Африканский союз",
    enAliases: "AU, Organisation of African Unity",
    members:
      "2002-07-09: AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY " +
      "LSO MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE; " +
      "2011-07: SSD; 2017-01-30: MAR"
  }
];
