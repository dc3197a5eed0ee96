/**
 * All economies of ISO 3166-1, one a line: alpha-3, alpha-2 and M49 number (three digits), then what CLDR does not
 * say, separated by bars: English names · English demonyms · Russian names · Russian demonyms · seats of government,
 * English · Russian. A trailing `*` matches any inflectional ending; Russian words without one are nominatives.
 * English and Russian main names come from CLDR. XKX is a user-assigned code of trade data without an M49 number.
 */
export const economyRows = `
ABW AW 533|Aruba|Aruban*||арубск*|Oranjestad|Ораньестад
AFG AF 004|Islamic Republic of Afghanistan|Afghan*|Исламская Республика Афганистан|афганск*, афганец|Kabul|Кабул
AGO AO 024|Republic of Angola|Angolan*||ангольск*, анголец|Luanda|Луанда
AIA AI 660||Anguillan*||ангильск*||
ALA AX 248|Åland|||аландск*||
ALB AL 008|Republic of Albania|Albanian*||албанск*, албанец|Tirana|Тирана
AND AD 020|Principality of Andorra|Andorran*||андоррск*, андоррец||
ARE AE 784|UAE, U.A.E., Emirates|Emirati*|Объединённые Арабские Эмираты, Эмираты, Арабские Эмираты|эмиратск*|Abu Dhabi|Абу-Даби
ARG AR 032|Argentine Republic, Argentine|Argentinian*, Argentinean*, Argentines|Аргентинская Республика|аргентинск*, аргентинец|Buenos Aires|Буэнос-Айрес
ARM AM 051|Republic of Armenia|Armenian*|Республика Армения|армянск*, армянин|Yerevan|Ереван
ASM AS 016||American Samoan*||||
ATA AQ 010|||||||
ATF TF 260|French Southern and Antarctic Lands, Fr South Antarctic Terr||||||
ATG AG 028|Antigua and Barbuda, Antigua|Antiguan*||||
AUS AU 036|Commonwealth of Australia|Australian*||австралийск*, австралиец|Canberra|Канберра
AUT AT 040|Republic of Austria|Austrian*||австрийск*, австриец|Vienna|Вена
AZE AZ 031|Republic of Azerbaijan|Azerbaijani*, Azeri*|Азербайджанская Республика|азербайджанск*, азербайджанец|Baku|Баку
BDI BI 108|Republic of Burundi|Burundian*||бурундийск*, бурундиец|Gitega|Гитега
BEL BE 056|Kingdom of Belgium|Belgian*|Королевство Бельгия|бельгийск*, бельгиец||
BEN BJ 204|Republic of Benin, Dahomey|Beninese||бенинск*, бенинец|Porto-Novo|Порто-Ново
BES BQ 535|Bonaire Sint Eustatius and Saba, Bonaire||Бонайре|||
BFA BF 854|Upper Volta|Burkinabe*, Burkinabé|Верхняя Вольта|буркинийск*|Ouagadougou|Уагадугу
BGD BD 050|People's Republic of Bangladesh|Bangladeshi*||бангладешск*, бангладешец|Dhaka|Дакка
BGR BG 100|Republic of Bulgaria|Bulgarian*||болгарск*, болгарин, болгары|Sofia|София
BHR BH 048|Kingdom of Bahrain|Bahraini*|Королевство Бахрейн|бахрейнск*, бахрейнец|Manama|Манама
BHS BS 044|The Bahamas, Commonwealth of the Bahamas|Bahamian*|Багамские острова|багамск*, багамец||
BIH BA 070|Bosnia and Herzegovina, Bosnia Herzegovina, Bosnia, BiH|Bosnian*|Босния|боснийск*, босниец|Sarajevo|Сараево
BLM BL 652|Saint Barthélemy, Saint Barth||||||
BLR BY 112|Republic of Belarus, Belorussia, Byelorussia, Byelorussian SSR, White Russia|Belarusian*, Belarussian*, Belorussian*, Byelorussian*|Республика Беларусь, РБ, Белоруссия, Белорусь, БССР|белорус*, белорусск*, беларус*, беларуск*|Minsk|Минск
BLZ BZ 084||Belizean*||белизск*|Belmopan|Бельмопан
BMU BM 060|Bermudas|Bermudian*, Bermudan*|Бермуды|бермудск*||
BOL BO 068|Plurinational State of Bolivia, Bolivia Plurinational State of|Bolivian*|Многонациональное Государство Боливия|боливийск*, боливиец|La Paz|Ла-Пас
BRA BR 076|Federative Republic of Brazil, Brasil|Brazilian*|Федеративная Республика Бразилия|бразильск*, бразилец|Brasilia, Brasília|
BRB BB 052||Barbadian*, Bajan*||барбадосск*|Bridgetown|Бриджтаун
BRN BN 096|Brunei Darussalam|Bruneian*|Бруней-Даруссалам|брунейск*||
BTN BT 064|Kingdom of Bhutan|Bhutanese|Королевство Бутан|бутанск*, бутанец|Thimphu|Тхимпху
BVT BV 074|||||||
BWA BW 072|Republic of Botswana|Botswanan*, Batswana, Motswana||ботсванск*|Gaborone|Габороне
CAF CF 140|CAR, Central African Rep|Central African*|ЦАР|центральноафриканск*|Bangui|Банги
CAN CA 124||Canadian*||канадск*, канадец|Ottawa|Оттава
CCK CC 166|Cocos Islands, Keeling Islands||||||
CHE CH 756|Swiss Confederation|Swiss|Швейцарская Конфедерация|швейцарск*, швейцарец|Bern, Berne|Берн
CHL CL 152|Republic of Chile|Chilean*||чилийск*, чилиец||
CHN CN 156|People's Republic of China, PRC, P.R.C., PR China, Mainland China, China Mainland|Chinese, Sino|КНР, Китайская Народная Республика|китайск*, китаец|Beijing, Peking|Пекин
CIV CI 384|Ivory Coast, Cote d'Ivoire|Ivorian*|Берег Слоновой Кости|ивуарийск*, ивуариец|Yamoussoukro|Ямусукро
CMR CM 120|Republic of Cameroon|Cameroonian*||камерунск*, камерунец|Yaoundé, Yaounde|Яунде
COG CG 178|Congo, Republic of the Congo, Republic of Congo, Congo Republic, Congo Brazzaville, Congo Rep|Congolese|Конго, Республика Конго|конголезск*, конголезец|Brazzaville|Браззавиль
COD CD 180|Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC, D.R.C., Congo Dem Rep, Congo Kinshasa, Zaire, Zaïre|Zairian*|Демократическая Республика Конго, ДР Конго, ДРК, Заир||Kinshasa|Киншаса
COK CK 184|Cook Isds|Cook Islander*|Острова Кука|||
COL CO 170|Republic of Colombia|Colombian*||колумбийск*, колумбиец|Bogotá, Bogota|Богота
COM KM 174|Union of the Comoros, Comoro Islands|Comorian*, Comoran*|Коморские острова|коморск*|Moroni|Морони
CPV CV 132|Cabo Verde, Cape Verde Islands|Cape Verdean*, Cabo Verdean*|Острова Зелёного Мыса|кабо-вердианск*|Praia|Прая
CRI CR 188||Costa Rican*||коста-риканск*|San José|Сан-Хосе
CUB CU 192|Republic of Cuba|Cuban*||кубинск*, кубинец|Havana|Гавана
CUW CW 531|Curacao||||Willemstad|Виллемстад
CXR CX 162|Christmas Islands||Остров Рождества|||
CYM KY 136|Caymans|Caymanian*|Каймановы острова|||
CYP CY 196|Republic of Cyprus|Cypriot*|Республика Кипр|кипрск*, киприот*|Nicosia|Никосия
CZE CZ 203|Czech Republic|Czech*|Чешская Республика|чешск*, чех*|Prague|Прага
DEU DE 276|Federal Republic of Germany, FRG, West Germany, Germany Fed Rep, Former Federal Republic of Germany|German*|Федеративная Республика Германия, ФРГ|германск*, немецк*, немец|Berlin|Берлин
DJI DJ 262|Republic of Djibouti|Djiboutian*||джибутийск*||
DMA DM 212|Commonwealth of Dominica||||Roseau|Розо
DNK DK 208|Kingdom of Denmark|Danish, Dane*|Королевство Дания|датск*, датчанин|Copenhagen|Копенгаген
DOM DO 214|Dominican Rep|Dominican*||доминиканск*, доминиканец|Santo Domingo|Санто-Доминго
DZA DZ 012|People's Democratic Republic of Algeria|Algerian*||алжирск*, алжирец|Algiers|
ECU EC 218|Republic of Ecuador|Ecuadorian*, Ecuadorean*||эквадорск*, эквадорец|Quito|Кито
EGY EG 818|Arab Republic of Egypt, Egypt Arab Rep, United Arab Republic|Egyptian*|египт*, Арабская Республика Египет, АРЕ|египетск*, египтянин|Cairo|Каир
ERI ER 232|State of Eritrea|Eritrean*||эритрейск*, эритреец|Asmara|Асмэра
ESH EH 732|Sahrawi Republic|Sahrawi*, Saharawi*||||
ESP ES 724|Kingdom of Spain|Spanish, Spaniard*|Королевство Испания|испанск*, испанец|Madrid|Мадрид
EST EE 233|Republic of Estonia|Estonian*|Эстонская Республика|эстонск*, эстонец|Tallinn|Таллин, Таллинн
ETH ET 231|Federal Democratic Republic of Ethiopia|Ethiopian*||эфиопск*, эфиоп*|Addis Ababa|Аддис-Абеба
FIN FI 246|Republic of Finland|Finnish, Finn*|Финляндская Республика|финск*, финляндск*, финн*|Helsinki|Хельсинки
FJI FJ 242|Republic of Fiji, Fiji Islands|Fijian*||фиджийск*, фиджиец|Suva|Сува
FLK FK 238|Falkland Islands Malvinas, Falklands, Malvinas|Falkland Islander*|Фолкленды, Мальвинские острова|||
FRA FR 250|French Republic|French, Frenchman, Frenchmen|Французская Республика|французск*, француз*|Paris|Париж
FRO FO 234|Faroes, Faeroe Islands, Faeroes|Faroese|Фареры|фарерск*||
FSM FM 583|Federated States of Micronesia, Micronesia Federated States of, FS Micronesia|Micronesian*|Микронезия|микронезийск*||
GAB GA 266|Gabonese Republic|Gabonese, Gabonais||габонск*, габонец|Libreville|Либревиль
GBR GB 826|United Kingdom of Great Britain and Northern Ireland, UK, U.K., Britain, Great Britain|British, Briton*, Brits|Британия, Соединённое Королевство, Объединённое Королевство|британск*, великобританск*, британец|London, Whitehall, Downing Street|Лондон
GEO GE 268|Republic of Georgia|Georgian*||грузинск*, грузин*|Tbilisi|Тбилиси
GGY GG 831|Bailiwick of Guernsey|||||
GHA GH 288|Republic of Ghana|Ghanaian*||ганск*, ганец|Accra|Аккра
GIB GI 292||Gibraltarian*||гибралтарск*||
GIN GN 324|Republic of Guinea, Guinea Conakry|Guinean*|Гвинейская Республика|гвинейск*, гвинеец|Conakry|Конакри
GLP GP 312|||||||
GMB GM 270|The Gambia, Republic of the Gambia|Gambian*||гамбийск*, гамбиец|Banjul|Банжул
GNB GW 624|Guinea Bissau|Bissau-Guinean*|Гвинея-Бисау||Bissau|Бисау
GNQ GQ 226|Republic of Equatorial Guinea|Equatorial Guinean*, Equatoguinean*||||
GRC GR 300|Hellenic Republic|Greek*, Hellenic|Греческая Республика|греческ*, грек*|Athens|Афины
GRD GD 308||Grenadian*||гренадск*||
GRL GL 304||Greenlandic, Greenlander*||гренландск*, гренландец|Nuuk|Нуук
GTM GT 320|Republic of Guatemala|Guatemalan*||гватемальск*, гватемалец||
GUF GF 254||French Guianese||||
GUM GU 316||Guamanian*||||
GUY GY 328|Co-operative Republic of Guyana|Guyanese||гайанск*, гайанец||
HKG HK 344|Hong Kong, Hong Kong SAR, China Hong Kong SAR, Hong Kong China, Hongkong|Hongkonger*, Hong Konger*|Гонконг, САР Гонконг, Сянган|гонконгск*, гонконгец||
HMD HM 334|Heard Island and McDonald Islands||||||
HND HN 340|Republic of Honduras|Honduran*||гондурасск*, гондурасец|Tegucigalpa|Тегусигальпа
HRV HR 191|Republic of Croatia|Croatian*, Croat*||хорватск*, хорват*|Zagreb|Загреб
HTI HT 332|Republic of Haiti|Haitian*||гаитянск*, гаитянин|Port-au-Prince|Порт-о-Пренс
HUN HU 348|Republic of Hungary|Hungarian*||венгерск*, венгр*|Budapest|Будапешт
IDN ID 360|Republic of Indonesia|Indonesian*|Республика Индонезия|индонезийск*, индонезиец|Jakarta|Джакарта
IMN IM 833||Manx|Остров Мэн|||
IND IN 356|Republic of India, Bharat|Indian*|Республика Индия|индийск*, индиец, индийцы|New Delhi, Delhi|Нью-Дели, Дели
IOT IO 086|Br Indian Ocean Terr||||||
IRL IE 372|Republic of Ireland, Irish Republic, Eire|Irish, Irishman, Irishmen|Республика Ирландия|ирландск*, ирландец|Dublin|Дублин
IRN IR 364|Islamic Republic of Iran, Iran Islamic Rep, Persia|Iranian*|Исламская Республика Иран, ИРИ|иранск*, иранец|Tehran, Teheran|Тегеран
IRQ IQ 368|Republic of Iraq|Iraqi*|Республика Ирак|иракск*, иракец|Baghdad|Багдад
ISL IS 352|Republic of Iceland|Icelandic, Icelander*||исландск*, исландец|Reykjavik, Reykjavík|Рейкьявик
ISR IL 376|State of Israel|Israeli*|Государство Израиль|израильск*, израильтянин||
ITA IT 380|Italian Republic|Italian*|Итальянская Республика|итальянск*, итальянец|Rome|Рим
JAM JM 388||Jamaican*||ямайск*, ямаец|Kingston|Кингстон
JEY JE 832|Bailiwick of Jersey|||||
JOR JO 400|Hashemite Kingdom of Jordan|Jordanian*|Иорданское Хашимитское Королевство|иорданск*, иорданец|Amman|Амман
JPN JP 392||Japanese||японск*, японец|Tokyo|Токио
KAZ KZ 398|Republic of Kazakhstan, Kazakstan|Kazakhstani*, Kazakh*, Kazakhstanian*|Республика Казахстан, РК|казахстанск*, казахск*, казахстанец, казах*|Astana, Nur-Sultan|Астана, Нур-Султан
KEN KE 404|Republic of Kenya|Kenyan*||кенийск*, кениец|Nairobi|Найроби
KGZ KG 417|Kyrgyz Republic, Kirghizia, Kirgizstan, Kirghizstan, Kyrgyzia|Kyrgyz, Kyrgyzstani*, Kirghiz|Кыргызстан, Кыргызская Республика, Киргизстан|кыргызстанск*, кыргызск*, киргизск*, кыргызстанец, киргиз*, кыргыз*|Bishkek|Бишкек
KHM KH 116|Kingdom of Cambodia, Kampuchea|Cambodian*, Khmer*|Королевство Камбоджа, Кампучия|камбоджийск*, камбоджиец|Phnom Penh|Пномпень
KIR KI 296|Republic of Kiribati|I-Kiribati||||
KNA KN 659|Saint Kitts and Nevis, St Kitts|Kittitian*|Сент-Китс|||
KOR KR 410|Republic of Korea, Korea Republic of, Korea Rep, Korea, ROK, S Korea|South Korean*, Korean*|Южная Корея, Корея|южнокорейск*, корейск*, южнокореец, кореец|Seoul|Сеул
KWT KW 414|State of Kuwait|Kuwaiti*||кувейтск*, кувейтец||
LAO LA 418|Lao PDR, Lao People's Democratic Republic, Lao People's Dem Rep|Laotian*, Lao|ЛНДР, Лаосская Народно-Демократическая Республика|лаосск*, лаосец|Vientiane|Вьентьян
LBN LB 422|Lebanese Republic|Lebanese||ливанск*, ливанец|Beirut|Бейрут
LBR LR 430|Republic of Liberia|Liberian*||либерийск*, либериец|Monrovia|Монровия
LBY LY 434|State of Libya, Libyan Arab Jamahiriya|Libyan*||ливийск*, ливиец|Tripoli|Триполи
LCA LC 662|Saint Lucia|Saint Lucian*, St Lucian*||||
LIE LI 438|Principality of Liechtenstein|Liechtensteiner*||лихтенштейнск*|Vaduz|Вадуц
LKA LK 144|Democratic Socialist Republic of Sri Lanka, Ceylon|Sri Lankan*|Цейлон|шри-ланкийск*, ланкийск*, ланкиец|Colombo|Коломбо
LSO LS 426|Kingdom of Lesotho|Basotho, Mosotho|Королевство Лесото||Maseru|Масеру
LTU LT 440|Republic of Lithuania|Lithuanian*|Литовская Республика|литовск*, литовец|Vilnius|Вильнюс
LUX LU 442|Grand Duchy of Luxembourg, Luxemburg|Luxembourgish, Luxembourger*|Великое Герцогство Люксембург|люксембургск*, люксембуржец||
LVA LV 428|Republic of Latvia|Latvian*|Латвийская Республика|латвийск*, латышск*, латвиец, латыш*|Riga|Рига
MAC MO 446|Macao, Macau, Macao SAR, China Macao SAR|Macanese|Макао, САР Макао, Аомынь|||
MAF MF 663|Saint Martin||||||
MAR MA 504|Kingdom of Morocco|Moroccan*|Королевство Марокко|марокканск*, марокканец|Rabat|Рабат
MCO MC 492|Principality of Monaco|Monegasque*, Monégasque|Княжество Монако|монакск*||
MDA MD 498|Republic of Moldova, Moldavia|Moldovan*, Moldavian*|Республика Молдова, Молдавия|молдавск*, молдовск*, молдаванин|Chisinau, Chișinău, Kishinev|Кишинёв
MDG MG 450|Republic of Madagascar|Malagasy, Madagascan*||малагасийск*, мадагаскарск*, малагасиец|Antananarivo|Антананариву
MDV MV 462|Republic of Maldives|Maldivian*|Мальдивские острова|мальдивск*, мальдивец||
MEX MX 484|United Mexican States|Mexican*|Мексиканские Соединённые Штаты|мексиканск*, мексиканец|Mexico City|Мехико
MHL MH 584|Republic of the Marshall Islands, Marshall Isds|Marshallese||||
MKD MK 807|Republic of North Macedonia, Macedonia, FYROM, TFYR of Macedonia, Former Yugoslav Republic of Macedonia|North Macedonian*, Macedonian*|Македония, Республика Северная Македония|македонск*, северомакедонск*, македонец|Skopje|Скопье
MLI ML 466|Republic of Mali|Malian*||малийск*, малиец|Bamako|Бамако
MLT MT 470|Republic of Malta|Maltese||мальтийск*, мальтиец|Valletta|Валлетта
MMR MM 104|Myanmar, Burma, Republic of the Union of Myanmar|Burmese, Myanma|Мьянма, Бирма|мьянманск*, бирманск*, бирманец|Naypyidaw, Naypyitaw|Нейпьидо
MNE ME 499|Crna Gora|Montenegrin*||черногорск*, черногорец|Podgorica|Подгорица
MNG MN 496|Mongolian People's Republic|Mongolian*|Монгольская Народная Республика, МНР|монгольск*, монгол*|Ulaanbaatar, Ulan Bator|Улан-Батор
MNP MP 580|Northern Marianas, N Mariana Isds||||||
MOZ MZ 508|Republic of Mozambique|Mozambican*, Mozambiquan*||мозамбикск*, мозамбикец|Maputo|Мапуту
MRT MR 478|Islamic Republic of Mauritania|Mauritanian*||мавританск*, мавританец|Nouakchott|Нуакшот
MSR MS 500||Montserratian*||||
MTQ MQ 474|||||||
MUS MU 480|Republic of Mauritius|Mauritian*||маврикийск*, маврикиец|Port Louis|Порт-Луи
MWI MW 454|Republic of Malawi, Nyasaland|Malawian*||малавийск*, малавиец|Lilongwe|Лилонгве
MYS MY 458||Malaysian*|Малайская Федерация|малайзийск*, малайзиец|Kuala Lumpur, Putrajaya|Куала-Лумпур
MYT YT 175||Mahoran*||||
NAM NA 516|Republic of Namibia, South West Africa|Namibian*||намибийск*, намибиец|Windhoek|Виндхук
NCL NC 540||New Caledonian*||новокаледонск*||
NER NE 562|Republic of the Niger|Nigerien*||нигерск*, нигерец|Niamey|Ниамей
NFK NF 574|Norfolk Islands||Остров Норфолк|||
NGA NG 566|Federal Republic of Nigeria|Nigerian*||нигерийск*, нигериец|Abuja|Абуджа
NIC NI 558|Republic of Nicaragua|Nicaraguan*||никарагуанск*, никарагуанец|Managua|Манагуа
NIU NU 570||Niuean*||||
NLD NL 528|The Netherlands, Kingdom of the Netherlands, Holland|Dutch, Dutchman, Dutchmen, Netherlandish|Голландия, Королевство Нидерландов|нидерландск*, голландск*, голландец, нидерландец|The Hague, Amsterdam|Гаага, Амстердам
NOR NO 578|Kingdom of Norway|Norwegian*|Королевство Норвегия|норвежск*, норвежец|Oslo|Осло
NPL NP 524|Federal Democratic Republic of Nepal|Nepali*, Nepalese||непальск*, непалец|Kathmandu|Катманду
NRU NR 520||Nauruan*||||
NZL NZ 554|Aotearoa|New Zealander*||новозеландск*, новозеландец|Wellington|Веллингтон
OMN OM 512|Sultanate of Oman|Omani*|Султанат Оман|оманск*, оманец|Muscat|Маскат
PAK PK 586|Islamic Republic of Pakistan|Pakistani*|Исламская Республика Пакистан|пакистанск*, пакистанец|Islamabad|Исламабад
PAN PA 591|Republic of Panama|Panamanian*||панамск*, панамец||
PCN PN 612|Pitcairn||Остров Питкэрн|||
PER PE 604|Republic of Peru|Peruvian*||перуанск*, перуанец|Lima|Лима
PHL PH 608|Republic of the Philippines, The Philippines|Philippine, Filipino*, Filipina*|Филиппинская Республика|филиппинск*, филиппинец|Manila|Манила
PLW PW 585|Republic of Palau, Belau|Palauan*||||
PNG PG 598|Papua New Guinea, PNG, Independent State of Papua New Guinea|Papua New Guinean*, Papuan*||папуасск*|Port Moresby|Порт-Морсби
POL PL 616|Republic of Poland|Polish, Pole*|Республика Польша|польск*, поляк*|Warsaw|Варшава
PRI PR 630|Commonwealth of Puerto Rico|Puerto Rican*||пуэрто-риканск*||
PRK KP 408|Democratic People's Republic of Korea, Korea Democratic People's Republic of, Korea Dem People's Rep, Dem People's Rep of Korea, DPRK, D.P.R.K., DPR Korea, N Korea|North Korean*|Северная Корея, Корейская Народно-Демократическая Республика|северокорейск*, северокореец|Pyongyang|Пхеньян
PRT PT 620|Portuguese Republic|Portuguese||португальск*, португалец|Lisbon|Лиссабон
PRY PY 600|Republic of Paraguay|Paraguayan*||парагвайск*, парагваец|Asunción, Asuncion|Асунсьон
PSE PS 275|Palestine, State of Palestine, West Bank and Gaza, Occupied Palestinian Territory, Palestinian Authority|Palestinian*|Палестина, Государство Палестина|палестинск*, палестинец|Ramallah|Рамалла
PYF PF 258||French Polynesian*||||
QAT QA 634|State of Qatar|Qatari*||катарск*, катарец|Doha|Доха
REU RE 638|La Réunion|Réunionese||||
ROU RO 642|Rumania, Roumania|Romanian*, Rumanian*||румынск*, румын*|Bucharest|Бухарест
RUS RU 643|Russian Federation, Russian Fed, RSFSR|Russian*|Российская Федерация, РФ, РСФСР|российск*, россиянин, русск*|Moscow, Kremlin|Москва, Кремль
RWA RW 646|Republic of Rwanda|Rwandan*, Rwandese||руандийск*, руандиец|Kigali|Кигали
SAU SA 682|Kingdom of Saudi Arabia, KSA|Saudi Arabian*, Saudi*|Королевство Саудовская Аравия, КСА|саудовск*, саудит*|Riyadh|Эр-Рияд
SDN SD 729|Republic of the Sudan, The Sudan, North Sudan, Former Sudan|Sudanese||суданск*, суданец|Khartoum|Хартум
SEN SN 686|Republic of Senegal|Senegalese||сенегальск*, сенегалец|Dakar|Дакар
SGP SG 702|Republic of Singapore|Singaporean*||сингапурск*, сингапурец||
SGS GS 239|South Georgia and the South Sandwich Islands, South Georgia||||||
SHN SH 654|Saint Helena, Saint Helena Ascension and Tristan da Cunha||Остров Святой Елены|||
SJM SJ 744|Svalbard and Jan Mayen, Svalbard, Spitsbergen||Шпицберген|||
SLB SB 090|Solomons, Solomon Isds|Solomon Islander*||||
SLE SL 694|Republic of Sierra Leone|Sierra Leonean*|||Freetown|Фритаун
SLV SV 222|Republic of El Salvador, Salvador|Salvadoran*, Salvadorean*, Salvadorian*|Эль-Сальвадор|сальвадорск*, сальвадорец|San Salvador|Сан-Сальвадор
SMR SM 674|Republic of San Marino|Sammarinese||сан-маринск*||
SOM SO 706|Federal Republic of Somalia|Somali*, Somalian*||сомалийск*, сомалиец|Mogadishu|Могадишо
SPM PM 666|Saint Pierre and Miquelon||||||
SRB RS 688|Republic of Serbia|Serbian*, Serb*|Республика Сербия|сербск*, серб*|Belgrade|Белград
SSD SS 728|Republic of South Sudan|South Sudanese||южносуданск*, южносуданец|Juba|Джуба
STP ST 678|Sao Tome and Principe, Sao Tome|Santomean*, São Toméan*|Сан-Томе|||
SUR SR 740|Republic of Suriname, Surinam|Surinamese||суринамск*, суринамец|Paramaribo|Парамарибо
SVK SK 703|Slovak Republic|Slovak*, Slovakian*|Словацкая Республика|словацк*, словак*|Bratislava|Братислава
SVN SI 705|Republic of Slovenia|Slovenian*, Slovene*||словенск*, словенец|Ljubljana|Любляна
SWE SE 752|Kingdom of Sweden|Swedish, Swede*|Королевство Швеция|шведск*, швед*|Stockholm|Стокгольм
SWZ SZ 748|Swaziland, Kingdom of Eswatini|Swazi*|Свазиленд|свазилендск*|Mbabane|Мбабане
SXM SX 534|Saint Maarten, St Maarten||||||
SYC SC 690|Republic of Seychelles|Seychellois|Сейшелы|сейшельск*||
SYR SY 760|Syrian Arab Republic|Syrian*|Сирийская Арабская Республика|сирийск*, сириец|Damascus|Дамаск
TCA TC 796|Turks and Caicos Islands, Turks and Caicos||||||
TCD TD 148|Republic of Chad|Chadian*||чадск*, чадец|N'Djamena|Нджамена
TGO TG 768|Togolese Republic|Togolese|Тоголезская Республика, Республика Того|тоголезск*, тоголезец|Lomé|Ломе
THA TH 764|Kingdom of Thailand, Siam|Thai*|Королевство Таиланд, Тайланд|таиландск*, тайск*, таец, таиландец|Bangkok|Бангкок
TJK TJ 762|Republic of Tajikistan, Tadjikistan|Tajikistani*, Tajik*|Республика Таджикистан|таджикистанск*, таджикск*, таджик*, таджикистанец|Dushanbe|Душанбе
TKL TK 772||Tokelauan*||||
TKM TM 795|Turkmenia|Turkmen*, Turkmenistani*|Туркмения|туркменск*, туркменистанск*, туркмен*|Ashgabat, Ashkhabad|Ашхабад
TLS TL 626|East Timor, Timor Leste|Timorese, East Timorese|Тимор-Лешти|тиморск*|Dili|Дили
TON TO 776|Kingdom of Tonga|Tongan*||тонганск*, тонганец||
TTO TT 780|Trinidad and Tobago, Trinidad|Trinidadian*|Тринидад|тринидадск*|Port of Spain|Порт-оф-Спейн
TUN TN 788|Tunisian Republic|Tunisian*||тунисск*, тунисец||
TUR TR 792|Türkiye, Turkey, Republic of Turkey, Republic of Türkiye|Turkish, Turk*|Турецкая Республика|турецк*, турки, турок, турков|Ankara|Анкара
TUV TV 798||Tuvaluan*||||
TWN TW 158|Chinese Taipei, Taiwan Province of China, Taiwan China|Taiwanese|Китайский Тайбэй|тайваньск*, тайванец|Taipei|Тайбэй
TZA TZ 834|United Republic of Tanzania, Tanzania United Republic of, Tanganyika|Tanzanian*|Объединённая Республика Танзания|танзанийск*, танзаниец|Dodoma|Додома
UGA UG 800|Republic of Uganda|Ugandan*||угандийск*, угандиец|Kampala|Кампала
UKR UA 804|Ukrainian SSR|Ukrainian*||украинск*, украинец|Kyiv, Kiev|Киев
UMI UM 581|United States Minor Outlying Islands, US Minor Outlying Islands||||||
URY UY 858|Eastern Republic of Uruguay, Oriental Republic of Uruguay|Uruguayan*||уругвайск*, уругваец|Montevideo|Монтевидео
USA US 840|USA, U.S.A., US, U.S., United States of America, America|American*|США, Соединённые Штаты Америки, Америка|американск*, американец|Washington, White House, Capitol Hill|Вашингтон
UZB UZ 860|Republic of Uzbekistan|Uzbekistani*, Uzbek*|Республика Узбекистан, РУз|узбекистанск*, узбекск*, узбек*, узбекистанец|Tashkent|Ташкент
VAT VA 336|Holy See, Vatican, Vatican City State||Святой Престол|ватиканск*||
VCT VC 670|Saint Vincent and the Grenadines, Saint Vincent|Vincentian*||||
VEN VE 862|Bolivarian Republic of Venezuela, Venezuela RB, Venezuela Bolivarian Republic of|Venezuelan*|Боливарианская Республика Венесуэла|венесуэльск*, венесуэлец|Caracas|Каракас
VGB VG 092|British Virgin Isds, BVI, Virgin Islands British||Британские Виргинские острова|||
VIR VI 850|US Virgin Islands, United States Virgin Islands, Virgin Islands US||Американские Виргинские острова|||
VNM VN 704|Viet Nam, Socialist Republic of Vietnam, SRV|Vietnamese|СРВ, Социалистическая Республика Вьетнам|вьетнамск*, вьетнамец|Hanoi, Ha Noi|Ханой
VUT VU 548|Republic of Vanuatu, New Hebrides|Ni-Vanuatu, Vanuatuan*||||
WLF WF 876|Wallis and Futuna Islands||||||
WSM WS 882|Western Samoa, Independent State of Samoa|Samoan*||самоанск*, самоанец|Apia|Апиа
XKX XK ---|Republic of Kosovo|Kosovar*, Kosovan*|Республика Косово|косовск*, косовар*|Pristina|Приштина
YEM YE 887|Republic of Yemen, Yemen Rep|Yemeni*||йеменск*, йеменец|Sanaa, Sana'a|Сана
ZAF ZA 710|Republic of South Africa, RSA|South African*|ЮАР, Южная Африка|южноафриканск*, южноафриканец|Pretoria|Претория
ZMB ZM 894|Republic of Zambia, Northern Rhodesia|Zambian*||замбийск*, замбиец|Lusaka|Лусака
ZWE ZW 716|Republic of Zimbabwe, Southern Rhodesia, Rhodesia|Zimbabwean*|Родезия|зимбабвийск*, зимбабвиец|Harare|Хараре
`;

/**
 * Economies that ended but that trade data still carry: alpha-3, alpha-2 or `--`, M49 number, first and last year (`-` where
 * none is given here), then English name · Russian name · English further names · English demonyms · Russian further
 * names · Russian demonyms. CLDR gives most of these codes the name of a successor, so the names stand here.
 */
export const historicRows = `
ANT AN 530 - 2010|Netherlands Antilles|Нидерландские Антильские острова|Neth Antilles||Нидерландские Антилы|
BLX -- 058 - 1998|Belgium-Luxembourg|Бельгия — Люксембург|Belgium-Luxembourg Economic Union||Бельгийско-Люксембургский экономический союз|
CSK -- 200 - 1992|Czechoslovakia|Чехословакия|Czechoslovak Republic|Czechoslovak*|ЧССР, ЧСФР|чехословацк*
DDR DD 278 1949 1990|German Democratic Republic|Германская Демократическая Республика|GDR, East Germany, Former Democratic Republic of Germany|East German*|ГДР, Восточная Германия|восточногерманск*
SCG CS 891 1992 2006|Serbia and Montenegro|Сербия и Черногория|State Union of Serbia and Montenegro||Государственный союз Сербии и Черногории|
SUN SU 810 1922 1991|Soviet Union|Советский Союз|USSR, U.S.S.R., Union of Soviet Socialist Republics, Former USSR|Soviet*|СССР, Союз Советских Социалистических Республик|советск*
YMD YD 720 1967 1990|Democratic Yemen|Южный Йемен|South Yemen, People's Democratic Republic of Yemen, Yemen Democratic|South Yemeni*|НДРЙ|южнойеменск*
YUG YU 890 - 1992|Yugoslavia|Югославия|Socialist Federal Republic of Yugoslavia, SFRY, Former Yugoslavia|Yugoslav*, Yugoslavian*|СФРЮ|югославск*
`;

/** Codes of trade data and of earlier editions that mean an economy of today: old alpha-3 codes and the numbers of UN Comtrade. */
export const otherCodes = `
ROM ROU|ZAR COD|TMP TLS|BUR MMR|HVO BFA|DHY BEN|RHO ZWE|WBG PSE|KSV XKX|KOS XKX
842 USA|841 USA|251 FRA|757 CHE|579 NOR|699 IND|381 ITA|280 DEU|736 SDN|230 ETH|886 YEM
`;
