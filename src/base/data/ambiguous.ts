/**
 * Names and words of the tables, folded to lower case, that are ordinary words too: they count in running text only
 * when they begin with a capital letter. Acronyms need no line here: those of up to three letters always need capitals
 * throughout, longer ones a capital at the beginning.
 */
export const needsCapital = `
turkey, china, japan, chad, jordan, georgia, niger, mali, guinea, jersey, polish, pole, poles, dane, danes, finn, finns,
swede, swedes, turk, turks, brits, cuba, panama, malta, cyprus, brazil, peru, chile, ireland, lao, thai, sino, manx, greek,
bonaire, siam, emirates, congo, korea, america, saudi, saudis, holland, reunion, la reunion, union state, the union state,
serb, serbs, czech, czechs, dominica, salvador,
trinidad, philippine, hellenic, soviet, soviets, jamaica, bermuda, bahamas, the bahamas, tonga, samoa, montserrat, grenada,
persia, bosnia, falklands, solomons, antigua, white russia, pitcairn, martinique,
куба, чад, бутан, катар, гана, панама, перу, чили, мали, нигер, мальта, оман, иран, дания, индия, самоа, тонга, конго, корея,
америка, эмираты, союзное государство, содружество, европейский союз, грузия, кения, ямайка, бирма, доминика, гренада,
сербия, гайана, бермуды, багамы, мальдивы, сейшелы, микронезия, босния, соединенные штаты, евросоюз, тринидад, сальвадор, the fed
`;

/** Names that are found when asked for but never read from running text, because there they mostly mean something else. */
export const notInText = `
world, мир, весь мир, того, car, png, bih
`;

/**
 * Phrases inside which a name does not name its economy; a trailing `*` matches any ending, and Russian words without
 * one are nominatives that match in all cases.
 */
export const notEntities = `
new mexico, new jersey, new england, gulf of mexico, gulf of guinea, gulf of oman, sea of japan, south china sea,
east china sea, new guinea, lake chad, lake malawi, panama canal, panama papers, niger delta, niger river, congo river,
congo basin, jordan river, jordan valley, guinea pig*, brazil nut*, french fries, french horn, danish pastry, turkish delight,
bone china, china clay, fine china, indian ocean, indian summer, west indian*, american indian*, native american*,
latin america, latin american*, south america, south american*, north america, north american*, central america,
central american*, inter american, pan american, african american, the americas, american football,
northern ireland, northern irish, dutch disease, dutch auction, swiss cheese, swiss army, russian roulette, russian doll*,
russian language, chinese language, polish language, german language, french language, spanish language, portuguese language,
chinese wall*, chinese new year, jersey city, georgia tech, atlanta georgia, cuba libre, spanish flu, greek letter*,
minsk agreement*, minsk accord*, minsk protocol, minsk process, minsk group, minsk region, minsk tractor, minsk automobile,
paris agreement, paris club, paris accord*, paris convention, paris saint, treaty of rome, rome treaty, rome statute,
washington consensus, washington post, washington state, treaty of asuncion, abuja treaty, lusaka protocol,
lisbon treaty, treaty of lisbon, lisbon strategy, doha round, doha agenda, doha development, vienna convention*,
vienna declaration, london club, london metal, london stock, london bullion, london interbank, tokyo round, berlin wall,
moscow exchange, moscow region, moscow oblast, brussels sprout*, belgrade convention, budapest memorandum, madrid protocol,
madrid agreement, bern convention, berne convention, astana process, warsaw pact, warsaw treaty, kiev rus, delhi metro,
латинская америка, южная америка, северная америка, центральная америка, индийский океан, мексиканский залив,
гвинейский залив, оманский залив, панамский канал, озеро чад, новая гвинея, северная ирландия,
минск* соглашение, минск* соглашения, минск* процесс, минск* область, минск* тракторный, минск* протокол,
парижское соглашение, парижский клуб, американск* горк*, русский язык, русск* язык, китайск* язык, немецк* язык, английск* язык,
белорусск* язык, польск* язык, московск* биржа, голландск* болезнь, шведск* стол*, швейцарск* нож*, вашингтонский консенсус,
южно китайское море, японское море
`;
