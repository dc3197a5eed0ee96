/** Words and signs that name a unit beside a number. */
export interface UnitWord {
  /**
   * Folded words separated by one space, without the dots of abbreviations ("куб м", "п п"); signs stand by themselves
   * ("us $"). A trailing `*` is a Russian stem that takes any inflectional ending.
   */
  readonly words: string;
  /** Units it may mean, the most usual first: ISO 4217, "%", "pp" or UCUM-like. */
  readonly units: readonly string[];
  /** What one of it is in the unit: 1e9 for bcm in m3; absent for 1. */
  readonly factor?: number;
  /** It may stand before the number. */
  readonly prefix?: boolean;
  /** It may stand after the number. */
  readonly suffix?: boolean;
  /** It counts only when written in capitals: ALL is a currency, "all" is not. */
  readonly upper?: boolean;
}

/** Currency codes that stand as words in texts. */
const codes = `
AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BWP BYN BYR CAD CDF CHF CLP CNY COP CRC CUP CZK DJF DKK DOP DZD
EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK
PHP PKR PLN PYG QAR RON RSD RUB RUR RWF SAR SCR SDG SEK SGD SLE SOS SRD SSP SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW
`;

/** One meaning a line: units, a factor after `*` · words before or after a number · words after it only; Latin `*` is a plural s. */
const rows = `
USD|$, us $, us$, $ us, usd $|us dollar*, u s dollar*, american dollar*, united states dollar*, dollar*, доллар*, долл, долл сша, доллар* сша, американск* доллар*
EUR|€|euro*, евро
RUB,BYN||ruble*, rouble*, rubs, руб, рубл*
RUB|₽|russian ruble*, russian rouble*, rf ruble*, российск* рубл*, рос руб, росс руб, рубл* рф, руб рф, рубл* россии
BYN||belarusian ruble*, belarusian rouble*, belarusian rub, belorussian ruble*, белорусск* рубл*, беларуск* рубл*, бел руб, рубл* рб, руб рб
BYN,ETB|br|
CNY|cn ¥, rmb|yuan*, chinese yuan, renminbi, юан*, китайск* юан*
JPY,CNY|¥, ￥|
JPY||yen, japanese yen, иен*, йен*
INR|₹|indian rupee*, индийск* рупи*
PKR||pakistani rupee*, пакистанск* рупи*
LKR||sri lankan rupee*
INR,PKR,LKR,NPR,MUR,SCR|rs, re|rupee*, рупи*
KES,UGX,TZS,SOS|sh, shs|shilling*, шиллинг*
KES|ksh, kshs, kes sh|kenyan shilling*, kenya shilling*, кенийск* шиллинг*
UGX|ush, ushs, ugx sh|ugandan shilling*, uganda shilling*, угандийск* шиллинг*
TZS|tsh, tshs|tanzanian shilling*, tanzania shilling*, танзанийск* шиллинг*
GBP|£, gb £|pound* sterling, british pound*, sterling, фунт* стерлингов, британск* фунт*
GBP,EGP,LBP,SYP,SDG,SSP||pound*, фунт*
EGP|e£|egyptian pound*, египетск* фунт*
KZT|₸|tenge*, тенге, kazakh tenge, казахстанск* тенге
AED,MAD||dirham*, дирхам*
AED|dhs, dh|uae dirham*, emirati dirham*, дирхам* оаэ
MAD||moroccan dirham*, марокканск* дирхам*
UAH|₴|hryvnia*, hryvnya*, гривн*, гривен
PLN|zł|zloty*, złoty, злот*
CZK|kč|czech koruna*, czech crown*, koruna*, чешск* крон*
HUF|ft|forint*, форинт*
RON,MDL||leu, lei, лей, леев, леи, лея
MDL||moldovan leu, moldovan lei, молдавск* лей, молдавск* леев
RON||romanian leu, romanian lei
BGN|лв|lev, leva, болгарск* лев, болгарск* левов, левов
SEK,NOK,DKK,ISK,CZK||kr, крона, кроны, крон, крону, кронами
SEK,ISK||krona, kronor
SEK||swedish krona, swedish kronor, swedish crown*, шведск* крон*
NOK,DKK||krone, kroner
NOK||norwegian krone, norwegian kroner, norwegian crown*, норвежск* крон*
DKK||danish krone, danish kroner, датск* крон*
CHF|sfr|swiss franc*, швейцарск* франк*
CHF,XOF,XAF||franc*, франк*
XOF,XAF|fcfa, f cfa|cfa franc*, cfa, франк* кфа
TRY|₺|turkish lira*, турецк* лир*
TRY,LBP||lira*, лира, лиры, лир, лиру
KRW|₩|south korean won, korean won, южнокорейск* вон, won, воны
AMD|֏|dram*, armenian dram*, драмов, драма, драм, армянск* драм*
AZN|₼|azerbaijani manat*, азербайджанск* манат*
TMT||turkmen manat*, туркменск* манат*
AZN,TMT||manat*, манат*
GEL|₾|lari*, лари
KGS||kyrgyz som*, сомов, киргизск* сом*, кыргызск* сом*
UZS||uzbek sum*, uzbek som*, uzbek soum*, soum*, узбекск* сум*, сумов
KGS,UZS||som, soms, сом, сома
TJS||somoni*, сомони
MNT|₮|tugrik*, tögrög, тугрик*
VND|₫|dong, vietnamese dong, донг*
THB|฿|baht*, бат, бата, батов
IDR|rp|rupiah*, индонезийск* рупи*
MYR|rm|ringgit*, ринггит*
PHP|₱|philippine peso*, филиппинск* песо
MXN|mx $, mex $|mexican peso*, мексиканск* песо
ARS||argentine peso*, аргентинск* песо
CLP||chilean peso*, чилийск* песо
COP||colombian peso*, колумбийск* песо
MXN,ARS,CLP,COP,PHP,UYU,DOP,CUP||peso*, песо
BRL|r $, r$|real, reais, brazilian real*, бразильск* реал*, реалов
ZAR||rand, rands, south african rand, рэнд*, ранд, рандов
NGN|₦|naira*, найра, найры, найр
GHS|₵, gh₵|cedi*, седи
ETB||ethiopian birr, birr, быр, быров
ZMW,MWK||kwacha*, квача, квачи
RWF||rwandan franc*
SAR||saudi riyal*, saudi rial*, саудовск* риял*, саудовск* риал*
QAR||qatari riyal*, qatari rial*
SAR,QAR||riyal*, риял*
IRR||iranian rial*, иранск* риал*, toman
IRR,OMR,YER||rial*, риал*
KWD||kuwaiti dinar*, кувейтск* динар*
RSD||serbian dinar*, сербск* динар*
KWD,RSD,DZD,IQD,JOD,BHD,LYD,TND||dinar*, динар*
ILS|₪|shekel*, new shekel*, шекел*
BDT|৳|taka, takas, така
CAD|c $, ca $, can $, cad $|canadian dollar*, канадск* доллар*
AUD|a $, au $, aud $|australian dollar*, австралийск* доллар*
NZD|nz $|new zealand dollar*, новозеландск* доллар*
SGD|s $, sg $|singapore dollar*, сингапурск* доллар*
HKD|hk $|hong kong dollar*, гонконгск* доллар*
TWD|nt $|taiwan dollar*, new taiwan dollar*, тайваньск* доллар*
XDR||special drawing right*, sdr, sdrs, сдр, специальн* прав* заимствования
%|%|per cent, percent, pct, процент, процента, процентов, процентам, процентами, процентах, проц
pp||percentage point*, percent point*, per cent point*, pp, ppt, p p, % point*, процентн* пункт*, п п, пп, проц пункт*, % пункт*
pp*0.01||basis point*, bps, bp, базисн* пункт*, б п
%*0.1||‰, per mille, промилле
t||t, tonne*, ton, tons, metric ton*, metric tonne*, тонн, тонна, тонны, тонну, тонне, тоннам, тоннами, тоннах, т
t*1000||kt, kiloton*, kilotonne*, килотонн*, кт
t*1000000||mt, megaton*, mmt, megatonne*
kg||kg, kilo*, kilogram*, kilogramme*, кг, килограмм*
g||gram*, gramme*, грамм, грамма, граммов
m3||m3, m³, cu m, cubic metre*, cubic meter*, cu metre*, cbm, кубометр*, куб м, кубическ* метр*, м3, м³, м куб, кубов
1000m3||thousand cubic metre*, thousand cubic meter*, 1,000 cubic metre*, 1,000 cubic meter*, 1000 cubic metre*, 1000 cubic meter*, 1000 m3, 1,000 m3, тыс куб м, тысяч* куб м, тысяч* кубометр*, тыс кубометр*, 1000 куб м, тысячу кубометр*, тыс м3
m3*1000000||mcm
m3*1000000000||bcm, billion cubic metre*, billion cubic meter*, млрд куб м, млрд кубометр*, миллиард* кубометр*
L||litre*, liter*, l, литр, литра, литров, литры
bbl||barrel*, bbl, bbls, баррел*, барр
bbl/d||bpd, b/d, barrel* per day, barrel* a day, баррел* в сутки, баррел* в день, барр/сут
MMBtu||mmbtu, million btu, млн бте
kW.h||kwh, kw h, kilowatt hour*, киловатт час*, квт ч, квтч, квт·ч
kW.h*1000||mwh, mw h, megawatt hour*, мегаватт час*, мвт ч, мвтч, мвт·ч
kW.h*1000000||gwh, gw h, gigawatt hour*, гигаватт час*, гвт ч, гвтч, гвт·ч
kW.h*1000000000||twh, tw h, terawatt hour*, тераватт час*, твт ч, твтч, твт·ч
kW||kw, kilowatt*, киловатт, киловатта, киловаттов, квт
kW*1000||mw, megawatt*, мегаватт, мегаватта, мегаваттов, мвт
kW*1000000||gw, gigawatt*, гигаватт, гигаватта, гвт
m||metre*, meter*, метр, метра, метров, метры
km||km, kilometre*, kilometer*, км, километр*
[mi_i]||mile*, миля, мили, миль
km2||km2, km², sq km, square kilometre*, square kilometer*, кв км, км2, км², квадратн* километр*
m2||m2, m², sq m, square metre*, square meter*, кв м, м2, м², квадратн* метр*
ha||ha, hectare*, га, гектар*
t.km||tonne kilometre*, ton kilometre*, tkm, тонно километр*, ткм
TEU||teu, teus, twenty foot equivalent unit*, дфэ
`;

/** Names of units beside numbers, longest phrases first where they begin alike. */
export const unitWords: readonly UnitWord[] = [...codeWords(), ...rowWords()].sort(
  (a, b) => b.words.split(" ").length - a.words.split(" ").length
);

function codeWords(): UnitWord[] {
  return codes
    .trim()
    .split(/\s+/)
    .map((code) => ({words: code.toLowerCase(), units: [code], prefix: true, suffix: true, upper: true}));
}

function rowWords(): UnitWord[] {
  return rows
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [meaning, both, after] = line.split("|") as [string, string, string];
      const [list, factor] = meaning.split("*") as [string, string?];
      const unit = {units: list.split(","), ...(factor && {factor: Number(factor)})};
      return [
        ...phrases(both).map((words) => ({words, ...unit, prefix: true, suffix: true})),
        ...phrases(after).map((words) => ({words, ...unit, suffix: true}))
      ];
    });
}

/** The distinct phrases of a cell, with English plurals written out. */
function phrases(cell: string): string[] {
  const all = cell.split(/,(?!\d)/).map((phrase) => phrase.trim());
  return [...new Set(all.filter((phrase) => phrase !== "").flatMap(plurals))];
}

function plurals(phrase: string): string[] {
  const match = /^(.*[a-z])\*(.*)$/.exec(phrase);
  return match ? [match[1]! + match[2]!, `${match[1]}s${match[2]}`] : [phrase];
}
