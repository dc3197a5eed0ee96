/**
 * The words that the claim reader knows, English and Russian together: [tag, value, phrases]. Phrases are apart by
 * "|"; a trailing * stands for any ending of up to seven letters; a hyphen in the text counts as a space. The longest
 * phrase of a tag wins.
 */
export const lexicon: readonly (readonly [tag: string, value: string, phrases: string])[] = [
  // Numbers in words. Values that a figure may multiply are scales.
  ["number", "1", "one|один|одна|одно|одного|одной|одну|одним|одном"],
  ["number", "2", "two|два|две|двух|двум|двумя"],
  ["number", "3", "three|три|трех|трем|тремя"],
  ["number", "4", "four|четыре|четырех|четырем|четырьмя"],
  ["number", "5", "five|пять|пяти|пятью"],
  ["number", "6", "six|шесть|шести|шестью"],
  ["number", "7", "seven|семь|семи|семью"],
  ["number", "8", "eight|восемь|восьми|восемью|восьмью"],
  ["number", "9", "nine|девять|девяти|девятью"],
  ["number", "10", "ten|десять|десяти|десятью"],
  ["number", "11", "eleven|одиннадцат*"],
  ["number", "12", "twelve|двенадцать|двенадцати|двенадцатью"],
  ["number", "13", "thirteen|тринадцать|тринадцати|тринадцатью"],
  ["number", "14", "fourteen|четырнадцать|четырнадцати|четырнадцатью"],
  ["number", "15", "fifteen|пятнадцать|пятнадцати|пятнадцатью"],
  ["number", "16", "sixteen|шестнадцать|шестнадцати|шестнадцатью"],
  ["number", "17", "seventeen|семнадцать|семнадцати|семнадцатью"],
  ["number", "18", "eighteen|восемнадцать|восемнадцати|восемнадцатью"],
  ["number", "19", "nineteen|девятнадцать|девятнадцати|девятнадцатью"],
  ["number", "20", "twenty|двадцать|двадцати|двадцатью"],
  ["number", "30", "thirty|тридцать|тридцати|тридцатью"],
  ["number", "40", "forty|сорок|сорока"],
  ["number", "50", "fifty|пятьдесят|пятидесяти|полсотни|полусотни"],
  ["number", "60", "sixty|шестьдесят|шестидесяти"],
  ["number", "70", "seventy|семьдесят|семидесяти"],
  ["number", "80", "eighty|восемьдесят|восьмидесяти"],
  ["number", "90", "ninety|девяносто|девяноста"],
  ["number", "100", "сто|ста"],
  ["number", "200", "двести|двухсот"],
  ["number", "300", "триста|трехсот"],
  ["number", "400", "четыреста|четырехсот"],
  ["number", "500", "пятьсот|пятисот"],
  ["number", "600", "шестьсот|шестисот"],
  ["number", "700", "семьсот|семисот"],
  ["number", "800", "восемьсот|восьмисот"],
  ["number", "900", "девятьсот|девятисот"],
  ["number", "1.5", "полтора|полторы|полутора"],
  ["half", "0.5", "half|пол"],
  ["and-half", "0.5", "and a half|with a half|с половиной"],
  ["fraction", "75", "three quarters|three quarters of|три четверти|трех четвертей"],
  ["fraction", "33.333333333333336", "third of|a third|one third|треть|трети"],
  ["fraction", "66.66666666666667", "двумя третями|two thirds|two thirds of|две трети|двух третей"],
  ["fraction", "25", "a quarter of|by a quarter|one quarter of|quarter of all|четверть|четверти|четвертью"],
  ["fraction", "50", "half of|by half|наполовину|половину|половина"],
  ["half-scale", "5e8", "полмиллиарда|полумиллиарда"],
  ["half-scale", "5e5", "полмиллиона|полумиллиона"],
  ["unit-prefix", "NGN", "n"],
  ["unit", "NZD", "nz dollars|new zealand dollars"],
  ["times-in", "", "в"],
  ["unit-prefix", "ZAR", "r"],
  ["scale", "1e2", "hundred"],
  ["scale", "1e3", "thousand|тыс|тысяч|тысяча|тысячи|тысячу|тысячами|тысячам"],
  ["scale", "1e6", "million|millions|mln|mn|mio|млн|миллион*"],
  ["scale", "1e9", "billion|billions|bn|bln|mlrd|mld|mrd|milliard|milliards|млрд|миллиард*"],
  ["scale", "1e12", "trillion|trillions|trn|tn|trln|трлн|триллион*"],
  ["scale", "1e5", "lakh|lakhs"],
  ["scale", "1e7", "crore|crores|cr"],
  ["scale", "1e12", "lakh crore|lakh crores"],
  ["scale-letter", "1e9", "b"],
  ["scale-letter", "1e6", "m"],
  ["scale-letter", "1e3", "k"],
  ["dozen", "12", "dozen|dozens"],
  ["dozen", "12 exactly", "дюжин*"],
  ["dozen", "10", "десяток|десятка|десятков|десятками|десятку"],
  ["hundreds", "100", "hundreds|сотни|сотен|сотня|сотню"],
  ["hundreds", "1000", "thousands of"],

  // Words of approximation: before a number, and after it.
  [
    "bound",
    "about",
    "about|around|some|nearly equal to|approximately|approx|roughly|circa|ca|in the region of|in the order of|on the order of|an estimated|estimated at|estimated|около|порядка|примерно|приблизительно|приблизительно в|ориентировочно|где то|в районе|~"
  ],
  [
    "bound",
    "almost",
    "almost|nearly|close to|just under|just below|just short of|approaching|approached|approaches|slightly less than|a little less than|почти|практически|без малого|чуть меньше|чуть менее|немногим менее|вплотную к|близк*"
  ],
  [
    "bound",
    "over",
    "превысить|превысив|exceeded the|перешагнул*|преодоле*|overtook|превышает|превышал*|over|more than|above|exceeding|exceeded|exceeds|exceed|in excess of|upwards of|surpassed|surpassing|surpass|surpasses|topped|topping|passed the|crossed|greater than|higher than|just over|slightly more than|a little more than|slightly over|slightly above|well over|upward of|has passed|более|больше|более чем|больше чем|свыше|превысил*|превыша*|превысит|превысят|превзош*|перевалил* за|чуть более|чуть больше|немногим более|выше|с лишним"
  ],
  [
    "bound",
    "at-least",
    "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|минимум|как минимум|не менее|не менее чем|не меньше|по меньшей мере|по крайней мере"
  ],
  [
    "bound",
    "up-to",
    "up to|as much as|as many as|no more than|not more than|at most|a maximum of|не более|не больше|не более чем|максимум|не свыше"
  ],
  ["bound", "under", "under|less than|below|fewer than|lower than|short of|менее|меньше|менее чем|меньше чем|ниже"],
  ["bound-after", "over", "or more|plus|and more|и более|и выше|с лишним|с небольшим|with a little extra"],

  // Direction of change.
  ["more-behind", "1", "more|higher|larger|bigger|greater|above|больше|выше|more than"],
  ["more-behind", "-1", "less|lower|smaller|fewer|below|ниже|меньше|less than"],
  [
    "up",
    "1",
    "swelled|ballooned|rebounded|recovered|edged up|up by|swelling|нарастил*|увеличив*|превысив*|прибавил*|рванул*|усилил*|улучшил*|ускорил*|grew|grow|grows|growing|grown|growth|rose|rise|rises|rising|risen|increased|increase|increases|increasing|climbed|climb|climbing|jumped|jump|jumping|surged|surge|surging|soared|soar|soaring|expanded|expand|expansion|expanding|gained|gain|gains|up|higher|added|advanced|improved|accelerated to|upsurge|uptick|picked up|went up|hike|widened|widen|more than in|вырос*|возрос*|увелич*|рост|роста|росте|ростом|росту|растет|растут|растущ*|прирост*|повыс*|повышен*|подскоч*|поднял*|подорож*|прибав*|нараст*|расшири*|плюс|рос|росла|росло|росли|расти|подрос*|наращ*"
  ],
  [
    "down",
    "-1",
    "dived|plummeted|slashed|diminished|slowed|receded|tumbling|сжал*|сжался|обвал*|снизив*|сократив*|уменьшив*|замедл*|fell|fall|falls|falling|fallen|dropped|drop|drops|dropping|declined|decline|declines|declining|decreased|decrease|decreases|decreasing|down|shrank|shrink|shrinking|shrunk|contracted|contraction|contracting|lower|slumped|slump|plunged|plunge|lost|loss|losing|slid|slide|slipped|dipped|dip|narrowed|narrow|narrowing|reduced|reduction|less than in|tumbled|eased|went down|shed|weakened|снизи*|снижа*|снижени*|упал*|падени*|падает|падают|сократи*|сокращени*|сокраща*|уменьши*|уменьшени*|спад|спада|просел*|обвали*|потерял*|минус|сузил*|подешев*|опусти*|рухну*"
  ],

  // Behind a number: "6 % more than", "на 9,3 % ниже".

  // Ratios in one word.
  ["ratio", "2", "doubled|double|doubling|twofold|two fold|twice|вдвое|удвои*|удвоен*|двукратн*|двукратно|вдвойне"],
  ["ratio", "3", "tripled|triple|tripling|threefold|trebled|втрое|утрои*|трехкратн*"],
  ["ratio", "4", "quadrupled|fourfold|вчетверо|четырехкратн*"],
  ["ratio", "5", "quintupled|fivefold|впятеро|пятикратн*"],
  ["ratio", "6", "sixfold|вшестеро|шестикратн*"],
  ["ratio", "7", "sevenfold|семикратн*"],
  ["ratio", "8", "eightfold|восьмикратн*"],
  ["ratio", "9", "ninefold"],
  ["ratio", "10", "tenfold|десятикратн*"],
  ["ratio", "0.5", "halved|halving"],
  [
    "points",
    "pp",
    "percentage points|percentage point|percent points|per cent points|pp|p p|ppt|процентн* пункт*|процентного пункта|п п|пп"
  ],
  ["fold", "1", "fold"],
  ["times", "1", "times|раз|раза"],

  // What is measured.
  [
    "indicator",
    "turnover",
    "наторговал*|наторговали|traded|traded for|trade goods worth|exchanged goods|goods exchanged|commerce|товарообмен*|trade turnover|turnover|bilateral trade|mutual trade|reciprocal trade|trade volume|trade volumes|volume of trade|volume of bilateral trade|volume of mutual trade|bilateral trade turnover|mutual trade turnover|two way trade|total trade|foreign trade|foreign trade turnover|merchandise trade|commodity turnover|commodity trade|trade in goods and services|trade in goods|trade in services|trade with|trade between|trade amounted|trade reached|trade stood|trade grew|trade rose|trade increased|trade fell|trade dropped|trade declined|trade totaled|trade totalled|trade exceeded|trade has|trade was|trade is|trade among|intra bloc trade|intra regional trade|intra trade|goods trade|services trade|trade in|trade and|trade|trades|товарооборот*|торговый оборот|торгового оборота|торговом обороте|товарный оборот|оборот торговли|оборота торговли|объем торговли|объема торговли|объемы торговли|взаимная торговля|взаимной торговли|взаимной торговле|взаимную торговлю|взаимный товарооборот|двусторонняя торговля|двусторонней торговли|двусторонней торговле|внешняя торговля|внешней торговли|внешнеторговый оборот|внешнеторгового оборота|внешнеторговом обороте|оборот внешней торговли|торговля|торговли|торговле|торговлю|торговлей|оборот|оборота|обороте"
  ],
  [
    "indicator",
    "exports",
    "deliveries of|deliveries from|supplies of|supplies from|deliveries|поставки|поставок|поставкам|отправлено|отгрузил*|экспортировано|отправил*|shipments|sold goods|sells|sold|exported goods|отгружено|поставлено|поставлено на экспорт|продал*|продает|вывезено|exports|export|exported|exporting|export supplies|export deliveries|export volume|merchandise exports|exports of goods|shipments to|sales to|deliveries to|supplies to|shipped|экспорт*|экспортн* поставк*|поставк* на экспорт|поставк* в|поставк* из|поставил*|вывоз*"
  ],
  [
    "indicator",
    "imports",
    "импортировано|завезено|buys|bought|purchased|purchases|закупил*|купил*|покупает|ввезено|imports|import|imported|importing|merchandise imports|imports of goods|purchases from|импорт|импорта|импорту|импорте|импортом|импортировал*|ввоз*|закупк* в"
  ],
  [
    "indicator",
    "balance",
    "balance|trade imbalance|отрицательн* сальдо|положительн* сальдо|баланс|trade balance|balance of trade|trade surplus|trade deficit|surplus|deficit|trade gap|goods deficit|current account balance|foreign trade balance|negative balance|positive balance|сальдо|положительное сальдо|отрицательное сальдо|профицит*|дефицит*|торговый баланс|торгового баланса"
  ],
  [
    "indicator",
    "gdp",
    "gdp|gross domestic product|economy grew|economy expanded|economy shrank|economy contracted|economic growth|economic output|ввп|валов* внутренн* продукт*|экономика вырос*|экономик* вырос*|рост экономики|экономическ* рост*"
  ],
  [
    "indicator",
    "industrial_output",
    "industrial output|industrial production|industry output|manufacturing output|output of industry|industry|industries|промышленн* производств*|объем промышленного производства|промпроизводств*|промышленност*|производств* промышленной продукции"
  ],
  [
    "indicator",
    "agricultural_output",
    "agricultural output|farm output|agricultural production|сельхозпроизводств*|производств* сельхозпродукции|сельскохозяйственн* производств*"
  ],
  [
    "indicator",
    "inflation",
    "inflation|consumer prices|consumer price index|cpi|инфляци*|потребительск* цен*|индекс потребительских цен"
  ],
  ["indicator", "unemployment", "unemployment|jobless rate|unemployment rate|безработиц*"],
  [
    "indicator",
    "interest_rate",
    "interest rate|key rate|refinancing rate|policy rate|ключев* ставк*|ставк* рефинансирования|процентн* ставк*"
  ],
  ["indicator", "population", "population|inhabitants|населени*|численность населения"],
  [
    "indicator",
    "investment",
    "put|invested|вложил*|вложено|investment|investments|fixed capital investment|capital investment|capital expenditure|инвестици*|капиталовложени*|инвестици* в основной капитал"
  ],
  [
    "indicator",
    "fdi",
    "foreign direct investment|fdi|direct investment|direct investments|прямые иностранные инвестиции|прямых иностранных инвестиций|прямых инвестиций|пии"
  ],
  ["indicator", "remittances", "remittances|денежн* перевод*"],
  ["indicator", "wages", "average wage|average salary|wages|salaries|средн* зарплат*|заработн* плат*|зарплат*"],
  [
    "indicator",
    "reserves",
    "gold and foreign exchange reserves|foreign exchange reserves|international reserves|foreign reserves|reserves|золотовалютн* резерв*|международн* резерв*|зврс"
  ],
  [
    "indicator",
    "debt",
    "public debt|external debt|government debt|national debt|государственн* долг*|госдолг*|внешн* долг*"
  ],
  [
    "indicator",
    "retail_trade",
    "retail trade|retail turnover|retail sales|розничн* товарооборот*|розничн* торговл*|розничн* продаж*|оборот розничной торговли"
  ],
  [
    "indicator",
    "cargo",
    "freight turnover|cargo turnover|cargo transportation|freight traffic|грузооборот*|грузоперевоз*|объем перевозок|перевозк* грузов"
  ],
  ["indicator", "tourism", "tourists|tourist arrivals|tourist flow|visitors|турист*|турпоток*"],
  [
    "indicator",
    "gas_price",
    "gas price|price of gas|price for gas|gas prices|natural gas price|цена на газ|цены на газ|цена газа|цену на газ|цене на газ|стоимость газа"
  ],
  ["indicator", "oil_price", "oil price|oil prices|price of oil|brent|urals|цена на нефть|цены на нефть|цена нефти"],
  ["indicator", "exchange_rate", "exchange rate|обменн* курс*|курс доллара|курс рубля|курс евро"],
  [
    "indicator",
    "loan",
    "loan|loans|credit line|credit|credits|кредит|кредита|кредитов|кредиты|кредитн* лини*|заем|займ*|ссуд*"
  ],
  [
    "indicator",
    "budget",
    "budget|budget revenue|budget revenues|budget expenditure|бюджет|бюджета|доходы бюджета|расходы бюджета"
  ],
  [
    "indicator",
    "signed_value",
    "contracts worth|contracts totaling|contracts totalling|contracts for|contracts for a total of|agreements worth|deals worth|contracts valued at|contracts amounted|contracts to the tune of|контракт* на сумму|контракт* на|договор* на сумму|соглашени* на сумму|контракт* общей стоимостью"
  ],
  [
    "indicator",
    "tariff",
    "tariff|tariffs|import duty|import duties|customs duties|customs duty|duties|пошлин*|тариф|тарифы|тарифов"
  ],
  [
    "indicator",
    "completion",
    "implemented|completed|fulfilled|implementation|completion|carried out|executed|выполнен*|реализован*|исполнен*|завершен*"
  ],
  [
    "indicator",
    "settlements",
    "settlements in national currencies|payments in national currencies|in national currencies|расчет* в национальных валютах|в национальных валютах|в нацвалютах"
  ],
  [
    "indicator",
    "import_substitution_projects",
    "import substitution programmes|import substitution programs|import substitution projects|import replacement projects|import substituting projects|программ* импортозамещения|проект* импортозамещения|импортозамещающ* проект*|по импортозамещению"
  ],
  ["indicator", "delegations", "delegations|delegation|делегаци*"],

  // Things counted: a number right before one of these is a count of it.
  ["countable", "projects", "projects|project|проект|проекта|проектов|проекты|проектам|проектами"],
  [
    "countable",
    "programmes",
    "programmes|programs|programme|program|программ|программы|программа|программу|программами|программах"
  ],
  ["countable", "agreements", "agreements|agreement|memorandums|memoranda|соглашени*|меморандум*"],
  ["countable", "contracts", "contracts|deals|контракт|контракта|контрактов|контракты|договор|договора|договоров"],
  ["countable", "documents", "documents|acts|документ|документа|документов|документы"],
  [
    "countable",
    "enterprises",
    "enterprises|companies|firms|businesses|factories|plants|joint ventures|предприяти*|компани*|организаци*|фирм|фирмы|заводов|завода|заводы"
  ],
  ["countable", "measures", "measures|activities|events|tasks|steps|мероприяти*|мер|меры|задач|задачи|пунктов|позици*"],
  [
    "countable",
    "regions",
    "regions|constituent regions|constituent entities|provinces|cities|districts|регион|региона|регионов|регионы|субъект*|город*|област*|район*"
  ],
  [
    "countable",
    "countries",
    "countries|states|nations|economies|partners|стран|страны|странами|странах|государств*|партнер*"
  ],
  [
    "countable",
    "delegates",
    "participants|delegates|people|persons|visitors|workers|employees|students|jobs|migrants|участник*|человек|человека|людей|жителей|рабочих|студент*|сотрудник*|рабочих мест|граждан"
  ],
  [
    "countable",
    "barriers",
    "barriers|obstacles|restrictions|exemptions|limitations|барьер*|препятстви*|ограничени*|изъяти*"
  ],
  ["countable", "roadmaps", "roadmaps|road maps|roadmap|дорожных карт*|дорожные карты"],
  [
    "countable",
    "vehicles",
    "vehicles|cars|trucks|tractors|buses|aircraft|planes|trains|wagons|ships|units|автомобил*|машин|машины|тракторов|трактора|автобусов|самолет*|вагон*|единиц|единицы|штук"
  ],
  ["countable", "flights", "flights|routes|рейсов|рейса|рейсы|маршрут*"],
  ["countable", "visits", "visits|meetings|sessions|визит*|встреч|встречи|заседани*"],
  [
    "countable",
    "products",
    "products|goods items|product lines|categories|items|товаров|товарных позиций|наименований|видов|категорий"
  ],
  [
    "countable",
    "schools",
    "schools|hospitals|universities|branches|centres|centers|offices|shops|stores|школ|школы|больниц*|университетов|филиалов|центров|магазинов"
  ],
  ["countable", "households", "households|homes|families|apartments|домохозяйств*|семей|квартир"],
  ["countable", "tourists", "tourists|passengers|турист*|пассажир*"],

  [
    "trade-other",
    "",
    "trade policy|trade policies|trade barrier|trade barriers|trade agreement|trade agreements|trade partner|trade partners|trading partner|trading partners|trade war|trade union|trade unions|trade minister|trade ministry|trade representative|trade mission|trade relations|trade ties|trade deal|trade deals|trade talks|trade fair|trade house|trade facilitation|trade and economic|trade organization|trade organisation|free trade|free trade area|free trade zone|free trade agreement|trade area|trade bloc|trade statistics|trade data|trade restrictions|trade liberalisation|trade liberalization|wholesale trade|trade tensions|chamber of commerce|министерств* торговли|зон* свободной торговли|зона свободной торговли|свободн* торговл*|торговли и промышленности|организаци* торговли|правил* торговли|import substitution|импортозамещени*|export market|export markets|export potential|import dependence|export control|export controls|export duty|export duties|industry minister|ministry of industry|industry and trade|export credit"
  ],

  [
    "product",
    "",
    "food|foodstuffs|agricultural|agri food|agrifood|farm|oil|non oil|crude|crude oil|gas|natural gas|lng|energy|petroleum|fuel|fuels|machinery|equipment|textile|textiles|steel|metal|metals|timber|forest|wood|furniture|fertiliser|fertilisers|fertilizer|fertilizers|chemical|chemicals|pharmaceutical|pharmaceuticals|medicines|vehicle|vehicles|car|cars|automotive|dairy|meat|beef|poultry|grain|wheat|corn|maize|rice|soy|soya|soybean|soybeans|coffee|tea|fish|seafood|cocoa|gold|diamond|diamonds|coal|copper|iron ore|aluminium|electronics|semiconductor|semiconductors|tractors|trucks|potash|sugar|fruit|vegetables|flowers|manufactured|industrial goods|defence|military|arms|electricity|digital|продовольств*|продукци* апк|апк|сельхоз*|сельскохозяйственн*|аграрн*|агропромышленн*|нефт*|нефтепродукт*|ненефтян*|несырьев*|газ|газа|машин|оборудовани*|текстил*|металл*|лес|леса|лесоматериал*|древесин*|мебел*|удобрени*|хими*|химическ*|лекарств*|фармацевт*|автомобил*|грузовик*|трактор*|молочн*|молок*|мяс*|зерн*|пшениц*|кукуруз*|рис|риса|сахар*|кофе|чая|рыб*|угл*|уголь|золот*|меди|алюмини*|электроник*|электроэнерги*|овощ*|фрукт*|вооружени*"
  ],
  [
    "coverage",
    "goods+services",
    "goods and services|commodities and services|goods as well as services|services and goods|goods and in services|goods and in the services|товаров и услуг|товарами и услугами|товары и услуги|товарах и услугах|товаров и в сфере услуг|goods plus services|товаров и оказания услуг|торговли и оказания услуг|торговли и услуг"
  ],
  ["coverage", "goods", "goods|merchandise|commodity|commodities|goods only|товарами|товаров|товары|товаропоток*"],
  ["coverage", "services", "services|service|услуг|услуги|услугами|услугах|сфере услуг"],

  // A pronoun or a word that stands for the quantity spoken of.
  [
    "anaphor",
    "",
    "it|the figure|this figure|that figure|the indicator|this indicator|the amount|the volume|the number|they|figures|these figures|показатель|показателя|показатели|этот показатель|он|она|оно|они|цифра|эта цифра|объем"
  ],

  // How parts relate.
  [
    "share",
    "",
    "вклад|contribution|supplied|took|обеспечива*|обеспечил*|share|shares|percentage of|proportion|accounted for|accounts for|accounting for|account for|made up|makes up|making up|make up|represented|represents|representing|constitutes|constituted|comprised|comprising|of the total|of total|of all|доля|доли|долю|доле|долей|удельный вес|приходится|приходилось|приходится на|от общего|от общей|от всего|в общем объеме|в структуре|составляет от"
  ],
  [
    "per",
    "",
    "every day|per hour|per month|a month|monthly|per day|a day|daily|per year|a year|annually|per annum|per capita|per person|per week|a week|на душу населения|в месяц|ежемесячно|в день|в сутки|в год|ежегодно|в неделю|each year|every year|each month|every month|per tonne|per ton|per barrel|за тонну|за баррель"
  ],
  ["including", "", "including|of which|of them|among them|в том числе|из них|включая"],
  ["from", "", "from|с|со|от"],
  ["to", "", "to|до|at|на уровне"],
  ["by", "", "by|на"],
  ["between", "", "between|от|between the"],

  // Comparison with a base.
  [
    "base",
    "",
    "уровня|ниже уровня|выше уровня|level of|the level of|than it was|compared to the|compared with the|against the|чем|than|than the|compared to|compared with|after|in comparison with|in comparison to|as compared with|as compared to|against|versus|vs|relative to|than in|than during|than for|over the same period|up from|down from|from|on|по сравнению с|по сравнению со|в сравнении с|относительно|к уровню|к|против|чем в|чем за|от уровня|больше чем в|с уровня"
  ],
  [
    "yoy",
    "",
    "year on year|year over year|yoy|y o y|y y|on year|on the year|annually|from a year earlier|from a year ago|a year earlier|a year ago|than a year before|than a year earlier|than a year ago|year earlier|from the previous year|from last year|on an annual basis|compared with the same period|compared to the same period|same period|same period of|the same period of last year|same period last year|corresponding period|год к году|г г|в годовом выражении|годом ранее|год назад|аналогичн* период*|такой же период|тот же период|к соответствующему периоду|соответствующ* период*|прошлогодн*"
  ],

  // Extremes and ranks.
  [
    "record",
    "high",
    "самый высокий уровень|самого высокого уровня|самый высокий показатель|рекордный уровень|рекордного уровня|рекордный показатель|historical maximum|historic maximum|all time high|historical high|historic high|record high|record level|record levels|record breaking|record|records|highest since|highest in|highest level|the highest|largest since|biggest since|largest ever|highest ever|peak|for the first time since|highest|unprecedented level|исторический максимум|исторического максимума|историческом максимуме|историческим максимумом|рекорд|рекорда|рекорды|рекордн*|максимум|максимума|максимальн*|наивысш*|самый высокий|самого высокого|впервые с|впервые за|впервые в истории"
  ],
  [
    "record",
    "low",
    "самый низкий уровень|самого низкого уровня|самый низкий показатель|самый низкий результат|record low|all time low|historical minimum|historic low|lowest since|lowest in|lowest level|the lowest|lowest|smallest since|исторический минимум|минимум с|минимума с|минимальн*|наименьш*|самый низкий|самого низкого|рекордно низк*"
  ],
  [
    "rank",
    "1",
    "largest|biggest|main|leading|number one|top|first|largest trading partner|biggest trading partner|main trading partner|key trading partner|leading trading partner|крупнейш*|главн*|основн*|ведущ*"
  ],
  ["rank", "2", "second largest|second biggest|second most|second|втор*"],
  ["rank", "3", "third largest|third biggest|third most|третьим|третье|третьего|третий|третьем"],
  ["rank", "4", "fourth largest|fourth biggest|fourth|четвертым|четвертое|четвертого|четвертый|четвертом|четвертая"],
  ["rank", "5", "fifth largest|fifth biggest|fifth|пятым|пятое|пятого|пятый|пятом|пятая"],
  ["rank", "6", "sixth largest|sixth biggest|sixth|шестым|шестое|шестого|шестой|шестом"],
  ["rank", "7", "seventh largest|seventh|седьмым|седьмое|седьмого|седьмой|седьмом"],
  ["rank", "8", "eighth largest|eighth|восьмым|восьмое|восьмого|восьмой|восьмом"],
  ["rank", "9", "ninth largest|ninth|девятым|девятое|девятого|девятый|девятом"],
  ["rank", "10", "tenth largest|tenth|десятым|десятое|десятый|десятом"],
  [
    "rank-noun",
    "",
    "partner|goods partner|ключевым партнером|важнейшим партнером|trading partner|trade partner|trade and economic partner|economic partner|export market|export destination|exporter|importer|supplier|investor|source of imports|торговый партнер|торговым партнером|торгового партнера|торговых партнеров|торгово экономическим партнером|торгово экономический партнер|экономический партнер|партнер|партнером|место|месте|места|экспортер*|импортер*|поставщик*|инвестор*|place|position|trading partners"
  ],

  // Statements without a number.
  [
    "causal",
    "",
    "was the cause of|were the cause of|the cause of|hold back|holds back|held back|hinders|hinder|hindered|hampers|подтолкнул*|сдержива*|тормоз*|мешает|мешают|препятству*|has inspired|have inspired|inspired|led to|lead to|leads to|leading to|has led|have led|caused|causes|causing|caused by|resulted in|results in|result of|as a result of|thanks to|due to|because of|owing to|contributed to|contributes to|driven by|was driven|were driven|fuelled by|fueled by|attributed to|boosted by|on the back of|triggered|spurred|prompted|has boosted|have boosted|stimulated|underpinned by|благодаря|привел* к|приводит к|приводят к|из за|вследствие|в результате|способствова*|способствует|способствуют|обусловлен*|вызван*|за счет|послужил*|стимулировал*|подстегнул*|вызвал*|стал* причиной|связан* с"
  ],
  [
    "normative",
    "",
    "need to|needs to|must|should|have to|has to|ought to|it is necessary|it is important|it is time to|нужно|необходимо|должен|должна|должно|должны|следует|надо|важно|пора"
  ],
  [
    "commitment",
    "",
    "aimed at|aimed to|aim for|aims for|targeted|нарастить|довести до|aims to|aim to|aims at|aim at|is aimed at|are aimed at|intends to|intend to|plans to|plan to|pledged to|pledges to|pledge to|committed to|commits to|commit to|agreed to|agree to|agrees to|undertakes to|undertake to|undertook to|seeks to|seek to|promised to|promises to|vowed to|намерен*|планиру*|стремится|стремятся|обязал*|обязуется|обязуются|обещал*|договорились|нацелен*|ставит цель*|ставят цель*|ставит задач*|взял* обязательств*|условились"
  ],
  [
    "forecast",
    "",
    "could raise|could increase|could add|could boost|would raise|would increase|on course for|on course to|on track to|on track for|set to reach|hope to|рассчитывают|рассчитывает|намерен*|hopes to|aspire to|possible to|bring trade to|возможно|может достигнуть|могут превысить|довести|планируют довести|запланирован*|предстоит|over the next|by 2030|to be brought|может увеличиться|может вырасти|должен достичь|is expected to|are expected to|is expected|are expected|expected to|are also expected|is also expected|is forecast|is forecast to|are forecast|is projected|is projected to|are projected|projected|will reach|will amount|will exceed|will total|will grow|will increase|will rise|will surpass|will fall|may reach|could reach|could exceed|may exceed|is set to|are set to|expects|expect|forecasts|forecast|is likely to|are likely to|target|targets|goal|will|ожидается|ожидаются|ожидают|ожидает|прогноз*|планируется|планируют|составит|составят|достигнет|достигнут|превысит|превысят|вырастет|вырастут|увеличится|увеличатся|будет|будут|рассчитыва*|целев*|может достичь|может составить|может превысить|к концу"
  ],
  [
    "evaluative",
    "",
    "better than ever|enormous potential|huge potential|great potential|not ready for|is not ready|are not ready|at a high level|качественно новый уровень|на новый уровень|качественно нов*|развиваются по восходящей|по восходящей|перспективн*|наиболее перспективных|огромн* потенциал*|excellent relations|stronger than ever|exemplary|time tested|deepening steadily|borne fruit|bear fruit|bore fruit|would have taken|of special interest|of particular interest|of great interest|special interest|breakthrough|breakthroughs|unprecedented|especially important|extremely important|of great importance|of particular importance|strategic importance|success story|very successful|highly successful|win win|model of|example of|vivid example|backbone of|cornerstone|дал* плоды|приносит плоды|приносят плоды|принес* плоды|особ* интерес|особ* значени*|прорывн*|беспрецедентн*|на высоком уровне|высочайш* уров*|успешно развива*|динамично развива*|является примером|важнейш*|неоценим*"
  ],
  [
    "host",
    "",
    "will host|to host|hosts|is hosting|will be held|to be held|is to be held|will take place|to take place|takes place|is scheduled|are scheduled|scheduled for|will be hosted|is due to be held|пройдет|пройдут|состоится|состоятся|примет|примут|будет проходить|запланирован*|намечен*|будет принимать"
  ],
  [
    "event-noun",
    "",
    "forum|summit|conference|meeting|session|exhibition|fair|congress|expo|talks|negotiations|форум*|саммит*|конференци*|заседани*|выставк*|съезд*|встреч*|ярмарк*|переговор*"
  ],
  [
    "status",
    "in-force",
    "settled|been settled|fully settled|resolved|been resolved|entered into force|came into force|in force|took effect|launched|been launched|created|been created|established|been established|set up|been set up|in operation|operational|functioning|урегулирован*|решен|решена|решены|вступил* в силу|в силе|действует|действуют|запущен*|создан|создана|создано|созданы|заработал*|функционирует|функционируют"
  ],
  [
    "status",
    "adopted",
    "signed|been signed|adopted|been adopted|approved|been approved|подписан|подписана|подписано|подписаны|подписал*|принят|принята|принято|приняты|утвержден*|одобрен*"
  ],
  ["status", "ratified", "ratified|been ratified|ratification|ратифицирован*|ратифицировал*"],
  [
    "status",
    "agreed",
    "agreements have been reached|agreement has been reached|agreement was reached|agreements were reached|been agreed|agreed upon|agreed on|достигнут*|согласован*|договоренност* достигнут*"
  ],
  [
    "status",
    "implemented",
    "fully implemented|been implemented|been eliminated|been removed|been lifted|eliminated|lifted|abolished|implemented|выполнен*|реализован*|устранен*|снят|снята|снято|сняты|отменен*"
  ],
  ["negation", "", "not|not yet|no|never|yet to|hasn't|haven't|isn't|aren't|without|не|еще не|пока не|нет|ни"],
  [
    "aux",
    "",
    "has been|have been|was|were|is|are|has|have|had been|been|был|была|было|были|have not|has not|have not yet been|has not yet been|уже|еще"
  ],
  [
    "institution",
    "",
    "agreement|agreements|treaty|treaties|market|markets|protocol|memorandum|roadmap|road map|programme|programmes|program|programs|union|decree|convention|deal|barriers|barrier|restrictions|соглашени*|договор|договора|договоры|рынок|рынка|рынки|рынков|протокол*|меморандум*|программ*|декрет*|конвенци*|барьер*|ограничени*|договоренност*|issues|issue|questions|вопрос*"
  ],
  ["hypothetical", "", "if|unless|would|could|might|may|если|бы|мог бы|могли бы"]
];
