/**
 * Organisations that keep or publish books, one a line: id, the economy or bloc whose books they are (`-` for none),
 * then English name · English further names · Russian name · Russian further names. Abbreviations that mean several
 * offices (ONS, INE, NSO) stand with the one that texts mostly mean, or are left out. Press agencies are not here.
 */
export const organisationRows = `
belstat BLR|National Statistical Committee of the Republic of Belarus|Belstat, National Statistical Committee of Belarus, National Statistics Committee of Belarus, Belarusian National Statistical Committee|Национальный статистический комитет Республики Беларусь|Белстат, Национальный статистический комитет, Национальный статистический комитет Беларуси, Нацстатком
blr-customs BLR|State Customs Committee of the Republic of Belarus|State Customs Committee, Belarusian customs, Belarus customs|Государственный таможенный комитет Республики Беларусь|Государственный таможенный комитет, Гостаможенный комитет, ГТК, белорусск* таможня
nbrb BLR|National Bank of the Republic of Belarus|National Bank of Belarus, NBRB, Belarusian National Bank|Национальный банк Республики Беларусь|Национальный банк Беларуси, Нацбанк Беларуси, НБРБ, Нацбанк Республики Беларусь
rosstat RUS|Federal State Statistics Service|Rosstat, Goskomstat, Russian Federal State Statistics Service|Федеральная служба государственной статистики|Росстат, Госкомстат
rus-customs RUS|Federal Customs Service of Russia|Federal Customs Service, Federal Customs Service of the Russian Federation, Russian customs, Russian Federal Customs Service, FCS of Russia|Федеральная таможенная служба|ФТС, ФТС России, Федеральная таможенная служба России, российск* таможня
cbr RUS|Bank of Russia|Central Bank of Russia, Central Bank of the Russian Federation, Russian Central Bank, CBR|Банк России|Центральный банк России, Центробанк России, ЦБ РФ, Центральный банк Российской Федерации, Центробанк РФ
rus-mineconomy RUS|Ministry of Economic Development of the Russian Federation|Russian Ministry of Economic Development|Министерство экономического развития Российской Федерации|Минэкономразвития, Минэкономразвития России
blr-mineconomy BLR|Ministry of Economy of the Republic of Belarus|Belarusian Economy Ministry, Economy Ministry of Belarus|Министерство экономики Республики Беларусь|Минэкономики Беларуси
us-census USA|United States Census Bureau|US Census Bureau, U.S. Census Bureau, Census Bureau, US Census, Bureau of the Census|Бюро переписи населения США|Бюро переписи США
us-bea USA|Bureau of Economic Analysis|BEA, US Bureau of Economic Analysis, U.S. Bureau of Economic Analysis|Бюро экономического анализа США|Бюро экономического анализа
us-bls USA|Bureau of Labor Statistics|BLS, US Bureau of Labor Statistics, U.S. Bureau of Labor Statistics|Бюро трудовой статистики США|Бюро статистики труда США
us-itc USA|United States International Trade Commission|USITC, US International Trade Commission|Комиссия по международной торговле США|
us-eia USA|Energy Information Administration|EIA, US Energy Information Administration|Управление энергетической информации США|
fed USA|Federal Reserve System|Federal Reserve, US Federal Reserve, Federal Reserve Board, the Fed|Федеральная резервная система|ФРС, ФРС США
eurostat eu|Eurostat|Statistical Office of the European Union, Statistical Office of the European Communities|Евростат|
ecb euro-area|European Central Bank|ECB|Европейский центральный банк|ЕЦБ
european-commission eu|European Commission|EU Commission|Европейская комиссия|Еврокомиссия
eec eaeu|Eurasian Economic Commission|EEC|Евразийская экономическая комиссия|ЕЭК
cis-stat cis|Interstate Statistical Committee of the Commonwealth of Independent States|CIS Interstate Statistical Committee, Interstate Statistical Committee of the CIS, CIS-Stat|Межгосударственный статистический комитет Содружества Независимых Государств|Статкомитет СНГ, Межгосударственный статистический комитет СНГ
edb -|Eurasian Development Bank|EDB|Евразийский банк развития|ЕАБР
destatis DEU|Federal Statistical Office of Germany|Destatis, German Federal Statistical Office, Statistisches Bundesamt|Федеральное статистическое управление Германии|Дестатис
bundesbank DEU|Deutsche Bundesbank|Bundesbank|Немецкий федеральный банк|Бундесбанк
ons GBR|Office for National Statistics|ONS, UK Office for National Statistics|Управление национальной статистики Великобритании|
hmrc GBR|HM Revenue and Customs|HMRC, HM Revenue & Customs|Налоговая и таможенная служба Великобритании|
boe GBR|Bank of England|BoE|Банк Англии|
insee FRA|National Institute of Statistics and Economic Studies|INSEE|Национальный институт статистики и экономических исследований|ИНСЕЕ
fra-customs FRA|French Customs|Douane française, DGDDI|Таможенная служба Франции|
banque-de-france FRA|Banque de France|Bank of France|Банк Франции|
istat ITA|Italian National Institute of Statistics|Istat|Национальный институт статистики Италии|
ine-esp ESP|National Statistics Institute of Spain|Spanish National Statistics Institute, Instituto Nacional de Estadística|Национальный институт статистики Испании|
cbs-nld NLD|Statistics Netherlands|CBS Netherlands|Центральное статистическое бюро Нидерландов|
gus POL|Statistics Poland|Central Statistical Office of Poland|Главное статистическое управление Польши|
nbp POL|National Bank of Poland|Narodowy Bank Polski|Национальный банк Польши|
statistics-lithuania LTU|State Data Agency of Lithuania|Statistics Lithuania|Департамент статистики Литвы|
csb-lva LVA|Central Statistical Bureau of Latvia||Центральное статистическое управление Латвии|
statistics-estonia EST|Statistics Estonia||Департамент статистики Эстонии|
scb SWE|Statistics Sweden||Статистическое управление Швеции|
ssb NOR|Statistics Norway||Статистическое управление Норвегии|
statistics-denmark DNK|Statistics Denmark||Статистическое управление Дании|
statistics-finland FIN|Statistics Finland||Статистическое управление Финляндии|
statistics-austria AUT|Statistics Austria|Statistik Austria|Статистическое управление Австрии|
statbel BEL|Statbel|Statistics Belgium|Статистическое управление Бельгии|
fso-che CHE|Swiss Federal Statistical Office|Federal Statistical Office of Switzerland|Федеральное статистическое управление Швейцарии|
snb CHE|Swiss National Bank|SNB|Национальный банк Швейцарии|
czso CZE|Czech Statistical Office|CZSO|Чешское статистическое управление|
ksh HUN|Hungarian Central Statistical Office||Центральное статистическое управление Венгрии|
elstat GRC|Hellenic Statistical Authority|ELSTAT|Греческая статистическая служба|
ins-rou ROU|National Institute of Statistics of Romania|Romanian National Institute of Statistics|Национальный институт статистики Румынии|
nsi-bgr BGR|National Statistical Institute of Bulgaria|Bulgarian National Statistical Institute|Национальный статистический институт Болгарии|
cso-irl IRL|Central Statistics Office of Ireland|Irish Central Statistics Office|Центральное статистическое управление Ирландии|
statistics-portugal PRT|Statistics Portugal|INE Portugal|Национальный институт статистики Португалии|
stat-srb SRB|Statistical Office of the Republic of Serbia|Statistical Office of Serbia|Республиканский институт статистики Сербии|
ukrstat UKR|State Statistics Service of Ukraine|Ukrstat|Государственная служба статистики Украины|Госстат Украины, Укрстат
nbu UKR|National Bank of Ukraine|NBU|Национальный банк Украины|НБУ, Нацбанк Украины
kaz-stat KAZ|Bureau of National Statistics of Kazakhstan|Bureau of National Statistics, Kazakhstan Bureau of National Statistics|Бюро национальной статистики Казахстана|Бюро национальной статистики, Бюро национальной статистики Республики Казахстан
nbk KAZ|National Bank of Kazakhstan|National Bank of the Republic of Kazakhstan|Национальный банк Казахстана|Национальный банк Республики Казахстан, Нацбанк Казахстана
armstat ARM|Statistical Committee of the Republic of Armenia|Armstat, Statistical Committee of Armenia|Статистический комитет Республики Армения|Армстат
kgz-stat KGZ|National Statistical Committee of the Kyrgyz Republic|National Statistical Committee of Kyrgyzstan|Национальный статистический комитет Кыргызской Республики|Нацстатком Кыргызстана
uzb-stat UZB|Statistics Agency of Uzbekistan|State Committee of the Republic of Uzbekistan on Statistics|Агентство статистики Узбекистана|Госкомстат Узбекистана, Агентство статистики при Президенте Республики Узбекистан
aze-stat AZE|State Statistical Committee of Azerbaijan|State Statistical Committee of the Republic of Azerbaijan|Государственный статистический комитет Азербайджана|Госкомстат Азербайджана
nbs-mda MDA|National Bureau of Statistics of Moldova|National Bureau of Statistics of the Republic of Moldova|Национальное бюро статистики Молдовы|
geostat GEO|National Statistics Office of Georgia|Geostat|Национальная служба статистики Грузии|Грузстат
nbs-chn CHN|National Bureau of Statistics of China|NBS China, China's National Bureau of Statistics, Chinese National Bureau of Statistics|Национальное бюро статистики Китая|Государственное статистическое управление КНР, Госстат КНР, Национальное бюро статистики КНР
gacc CHN|General Administration of Customs of China|General Administration of Customs, GACC, China Customs, Chinese customs, General Administration of Customs of the People's Republic of China|Главное таможенное управление КНР|Главное таможенное управление, Главное таможенное управление Китая, ГТУ КНР, китайск* таможня
mofcom CHN|Ministry of Commerce of China|MOFCOM, Chinese Ministry of Commerce, China's Ministry of Commerce|Министерство коммерции КНР|Минкоммерции КНР, Министерство коммерции Китая
pboc CHN|People's Bank of China|PBOC, PBoC|Народный банк Китая|
censtatd HKG|Census and Statistics Department of Hong Kong||Департамент переписи и статистики Гонконга|
japan-customs JPN|Ministry of Finance of Japan|Japan Customs, Japanese customs, Japan's Ministry of Finance|Министерство финансов Японии|Минфин Японии, Таможенная служба Японии
stat-jpn JPN|Statistics Bureau of Japan||Бюро статистики Японии|
boj JPN|Bank of Japan|BoJ|Банк Японии|
kostat KOR|Statistics Korea|KOSTAT|Национальное статистическое управление Республики Корея|
kor-customs KOR|Korea Customs Service||Таможенная служба Республики Корея|Таможенная служба Южной Кореи
bok KOR|Bank of Korea|BoK|Банк Кореи|
mospi IND|Ministry of Statistics and Programme Implementation|MoSPI|Министерство статистики и реализации программ Индии|
dgcis IND|Directorate General of Commercial Intelligence and Statistics|DGCI&S, DGCIS, DGCI and S|Главное управление торговой информации и статистики Индии|
rbi IND|Reserve Bank of India|RBI|Резервный банк Индии|
ind-commerce IND|Ministry of Commerce and Industry of India|Indian Ministry of Commerce, India's Commerce Ministry|Министерство торговли и промышленности Индии|
pbs PAK|Pakistan Bureau of Statistics||Бюро статистики Пакистана|
bbs BGD|Bangladesh Bureau of Statistics||Бюро статистики Бангладеш|
bps IDN|Statistics Indonesia|Badan Pusat Statistik, BPS Statistics Indonesia|Центральное статистическое бюро Индонезии|
dosm MYS|Department of Statistics Malaysia|DOSM|Департамент статистики Малайзии|
singstat SGP|Singapore Department of Statistics|SingStat|Департамент статистики Сингапура|
psa PHL|Philippine Statistics Authority||Статистическое управление Филиппин|
gso-vnm VNM|General Statistics Office of Vietnam|GSO Vietnam, Vietnam's General Statistics Office|Главное статистическое управление Вьетнама|
vnm-customs VNM|General Department of Vietnam Customs|Vietnam Customs, General Department of Customs of Vietnam|Главное таможенное управление Вьетнама|
nso-tha THA|National Statistical Office of Thailand||Национальное статистическое управление Таиланда|
abs AUS|Australian Bureau of Statistics||Австралийское бюро статистики|
rba AUS|Reserve Bank of Australia|RBA|Резервный банк Австралии|
stats-nz NZL|Statistics New Zealand|Stats NZ|Статистическое управление Новой Зеландии|
statcan CAN|Statistics Canada|StatCan|Статистическое управление Канады|
bank-of-canada CAN|Bank of Canada||Банк Канады|
inegi MEX|National Institute of Statistics and Geography|INEGI|Национальный институт статистики и географии Мексики|
ibge BRA|Brazilian Institute of Geography and Statistics|IBGE|Бразильский институт географии и статистики|
secex BRA|Secretariat of Foreign Trade of Brazil|Secex|Секретариат внешней торговли Бразилии|
bcb BRA|Central Bank of Brazil|Banco Central do Brasil|Центральный банк Бразилии|
indec ARG|National Institute of Statistics and Censuses of Argentina|INDEC|Национальный институт статистики и переписи Аргентины|
dane COL|National Administrative Department of Statistics||Национальный административный департамент статистики Колумбии|
turkstat TUR|Turkish Statistical Institute|TurkStat, TÜİK, TUIK|Турецкий статистический институт|Туркстат
cbrt TUR|Central Bank of the Republic of Turkey|Central Bank of Turkey, CBRT|Центральный банк Турции|
cbs-isr ISR|Central Bureau of Statistics of Israel|Israel Central Bureau of Statistics|Центральное статистическое бюро Израиля|
gastat SAU|General Authority for Statistics|GASTAT|Главное статистическое управление Саудовской Аравии|
irn-customs IRN|Islamic Republic of Iran Customs Administration|IRICA, Iran Customs|Таможенная администрация Ирана|
capmas EGY|Central Agency for Public Mobilization and Statistics|CAPMAS|Центральное агентство общественной мобилизации и статистики Египта|
knbs KEN|Kenya National Bureau of Statistics|KNBS|Национальное бюро статистики Кении|
cbk KEN|Central Bank of Kenya|CBK|Центральный банк Кении|
ubos UGA|Uganda Bureau of Statistics|UBOS|Бюро статистики Уганды|
bou UGA|Bank of Uganda||Банк Уганды|
nbs-tza TZA|National Bureau of Statistics of Tanzania|Tanzania National Bureau of Statistics|Национальное бюро статистики Танзании|
nisr RWA|National Institute of Statistics of Rwanda|NISR|Национальный институт статистики Руанды|
ess-eth ETH|Ethiopian Statistical Service||Статистическая служба Эфиопии|
gss GHA|Ghana Statistical Service||Статистическая служба Ганы|
nbs-nga NGA|National Bureau of Statistics of Nigeria|Nigeria's National Bureau of Statistics, Nigerian National Bureau of Statistics|Национальное бюро статистики Нигерии|
stats-sa ZAF|Statistics South Africa|Stats SA|Статистическая служба ЮАР|
sars ZAF|South African Revenue Service||Налоговая служба ЮАР|
zamstats ZMB|Zambia Statistics Agency|ZamStats|Статистическое агентство Замбии|
hcp-mar MAR|High Commission for Planning of Morocco|Haut-Commissariat au Plan|Высшая комиссия по планированию Марокко|
imf -|International Monetary Fund|IMF|Международный валютный фонд|МВФ
world-bank -|World Bank|World Bank Group, IBRD|Всемирный банк|Группа Всемирного банка
un-comtrade -|UN Comtrade|Comtrade, United Nations Comtrade|Комтрейд|
un -|United Nations|UN, U.N., United Nations Organization|Организация Объединённых Наций|ООН
wto -|World Trade Organization|WTO, World Trade Organisation|Всемирная торговая организация|ВТО
unctad -|United Nations Conference on Trade and Development|UNCTAD, UN Trade and Development|Конференция ООН по торговле и развитию|ЮНКТАД
unece -|United Nations Economic Commission for Europe|UNECE|Европейская экономическая комиссия ООН|ЕЭК ООН
itc -|International Trade Centre||Международный торговый центр|
wco -|World Customs Organization|WCO, World Customs Organisation|Всемирная таможенная организация|ВТамО
iea -|International Energy Agency|IEA|Международное энергетическое агентство|МЭА
bis -|Bank for International Settlements||Банк международных расчётов|
ebrd -|European Bank for Reconstruction and Development|EBRD|Европейский банк реконструкции и развития|ЕБРР
adb -|Asian Development Bank|ADB|Азиатский банк развития|АБР
afdb -|African Development Bank|AfDB|Африканский банк развития|
`;
