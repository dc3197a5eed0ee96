import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {knownEntities} from "./entities.ts";
import {type EntityMention, type MentionForm, makeGazetteer, type WordShape} from "./gazetteer.ts";
import type {Entity} from "./register.ts";
import {fold} from "./stems.ts";

const gazetteer = makeGazetteer();

interface Words {
  readonly lower: string[];
  readonly shape: (i: number) => WordShape;
}

/** Words and marks of a text, as a reader of texts hands them over. */
function words(text: string): Words {
  const raw = text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*['’]?|[^\s]/gu) ?? [];
  const shape = (i: number): WordShape => {
    const word = raw[i]!;
    if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return "upper";
    return word[0] === word[0]!.toLowerCase() ? "lower" : "capital";
  };
  return {lower: raw.map(fold), shape};
}

/** All mentions from left to right, none inside another. */
function mentions(text: string, from = gazetteer): EntityMention[] {
  const {lower, shape} = words(text);
  const found: EntityMention[] = [];
  for (let i = 0; i < lower.length; ) {
    const mention = from.mentionAt(lower, i, shape);
    if (mention) found.push(mention);
    i += mention?.words ?? 1;
  }
  return found;
}

/** Mentions as "BLR:name", organisations as "belstat:organisation:BLR". */
function shortly(text: string, from = gazetteer): string[] {
  return mentions(text, from).map(({entity, form, speaksFor}) => [entity, form, speaksFor].filter(Boolean).join(":"));
}

describe("find()", () => {
  test.each([
    ["BLR", "BLR"],
    ["by", "BLR"],
    ["112", "BLR"],
    ["Беларусь", "BLR"],
    ["беларуси", "BLR"],
    ["  Republic of Belarus ", "BLR"],
    ["BY-VI", "BY-VI"],
    ["by-vi", "BY-VI"],
    ["4", "AFG"],
    ["842", "USA"],
    ["Korea, Rep.", "KOR"],
    ["Côte d’Ivoire", "CIV"],
    ["Cote d'Ivoire", "CIV"],
    ["TURKIYE", "TUR"],
    ["turkey", "TUR"],
    ["The Gambia", "GMB"],
    ["Trinidad & Tobago", "TTO"],
    ["Saint Lucia", "LCA"],
    ["ЕАЭС", "eaeu"],
    ["EAEU", "eaeu"],
    ["Росстат", "rosstat"],
    ["Соединённых Штатов Америки", "USA"],
    ["Того", "TGO"],
    ["world", "WLD"],
    ["001", "WLD"],
    ["СССР", "SUN"],
    ["ROM", "ROU"]
  ])("%s is %s", (text, id) => {
    expect(gazetteer.find(text)?.id).toBe(id);
  });

  test.each(["XX-AA", "BY-", "999", "", "-", "Ruritania", "Belarus trade", "QXQ"])("%j is nobody", (text) => {
    expect(gazetteer.find(text)).toBeUndefined();
  });

  test("finds every entity by its codes and names in any case", () => {
    const entities = [...knownEntities().values()].map(({entity}) => entity);
    fc.assert(
      fc.property(fc.constantFrom(...entities), fc.boolean(), ({id, iso, m49, names}, upper) => {
        const cased = (text: string) => (upper ? text.toUpperCase() : text.toLowerCase());
        for (const code of [id, iso, m49]) if (code) expect(gazetteer.find(cased(code))?.id).toBe(id);
        for (const name of Object.values(names)) expect([name, gazetteer.find(cased(name))?.id]).toEqual([name, id]);
      }),
      {numRuns: 500}
    );
  });
});

describe("get(), name()", () => {
  test("name by CLDR in any language, by the table, or as the id", () => {
    expect(gazetteer.name("BLR")).toBe("Belarus");
    expect(gazetteer.name("BLR", "ru")).toBe("Беларусь");
    expect(gazetteer.name("KEN", "fr")).toBe("Kenya");
    expect(gazetteer.name("eu", "de")).toBe("Europäische Union");
    expect(gazetteer.name("SUN", "ru")).toBe("Советский Союз");
    expect(gazetteer.name("belstat", "de")).toBe("National Statistical Committee of the Republic of Belarus");
    expect(gazetteer.name("BY-VI")).toBe("BY-VI");
    expect(gazetteer.name("nobody")).toBe("nobody");
  });

  test("get() takes ids as they are, and subdivisions of countries that exist", () => {
    expect(gazetteer.get("BLR")?.m49).toBe("112");
    expect(gazetteer.get("blr")).toBeUndefined();
    expect(gazetteer.get("RU-PSK")).toEqual({id: "RU-PSK", kind: "region", iso: "RU-PSK", names: {}});
    expect(gazetteer.get("EU-PSK")).toBeUndefined();
  });
});

describe("suggest()", () => {
  test.each([
    ["Belaurs", "Belarus"],
    ["Kazahstan", "Kazakhstan"],
    ["Росия", "Россия"],
    ["BLRR", "BLR"],
    ["eaue", "EAEU"],
    ["rosstatt", "Rosstat"]
  ])("%s → %s first", (text, spelling) => {
    expect(gazetteer.suggest(text)[0]).toBe(spelling);
  });

  test("gives at most three, and none for what is like nothing", () => {
    expect(gazetteer.suggest("BLT").length).toBe(3);
    expect(gazetteer.suggest("qqqqqqqqqq")).toEqual([]);
    expect(gazetteer.suggest("")).toEqual([]);
  });
});

describe("members()", () => {
  test("on a day of any precision", () => {
    expect(gazetteer.members("union-state").sort()).toEqual(["BLR", "RUS"]);
    expect(gazetteer.members("eaeu", "2015-01-01").sort()).toEqual(["BLR", "KAZ", "RUS"]);
    expect(gazetteer.members("eaeu", "2015").sort()).toEqual(["ARM", "BLR", "KAZ", "KGZ", "RUS"]);
    expect(gazetteer.members("eu", "2020-01-31")).toHaveLength(28);
    expect(gazetteer.members("eu", "2020-02-01")).toHaveLength(27);
    expect(gazetteer.members("nafta")).toEqual([]);
    expect(gazetteer.members("nafta", "2010").sort()).toEqual(["CAN", "MEX", "USA"]);
    expect(gazetteer.members("nobody")).toEqual([]);
  });

  test.each([
    ["asean", 11],
    ["oecd", 38],
    ["african-union", 55],
    ["euro-area", 21],
    ["g7", 7],
    ["caricom", 15],
    ["comesa", 21],
    ["sadc", 16],
    ["eac", 8],
    ["ecowas", 12],
    ["sco", 10],
    ["brics", 10],
    ["gcc", 6],
    ["cptpp", 12],
    ["g20", 21]
  ])("%s has %d", (bloc, count) => {
    expect(gazetteer.members(bloc)).toHaveLength(count);
  });
});

describe("mentionAt() in English", () => {
  test.each([
    ["Belarus and Russia", ["BLR:name", "RUS:name"]],
    ["Belarus’s books, Belarus' books, Russia's books", ["BLR:name", "BLR:name", "RUS:name"]],
    ["Belarusian-Russian trade", ["BLR:demonym", "RUS:demonym"]],
    ["trade with the US and the UK", ["USA:name", "GBR:name"]],
    ["the U.S. economy, the U.S.A.", ["USA:name", "USA:name"]],
    ["it helped us", []],
    ["Turkey eats turkey", ["TUR:name"]],
    ["Polish firms polish glass", ["POL:demonym"]],
    ["a fine china cup from China", ["CHN:name"]],
    ["Papua New Guinea, Guinea-Bissau, Equatorial Guinea, Guinea", ["PNG:name", "GNB:name", "GNQ:name", "GIN:name"]],
    ["a guinea pig", []],
    ["New Mexico and Mexico, the Gulf of Mexico", ["MEX:name"]],
    ["Latin American and American exports", ["USA:demonym"]],
    ["South Korea, North Korea and South Africa", ["KOR:name", "PRK:name", "ZAF:name"]],
    ["the Democratic Republic of the Congo and the Congo", ["COD:name", "COG:name"]],
    ["the South China Sea", []],
    [
      "Niger and Nigeria, Chad, Mali, Jordan, Georgia",
      ["NER:name", "NGA:name", "TCD:name", "MLI:name", "JOR:name", "GEO:name"]
    ],
    ["Moscow said that Minsk agreed", ["RUS:metonym", "BLR:metonym"]],
    ["the Minsk agreements", []],
    ["Brussels and the EU", ["eu:metonym", "eu:name"]],
    ["the Union State of Belarus and Russia", ["union-state:name"]],
    ["the Union State", ["union-state:name"]],
    ["in a union state", []],
    [
      "according to Belstat and the Federal Customs Service",
      ["belstat:organisation:BLR", "rus-customs:organisation:RUS"]
    ],
    ["U.S. Census Bureau data", ["us-census:organisation:USA"]],
    ["the World Bank on world trade", ["world-bank:organisation"]],
    ["who said it may be", []],
    ["St. Lucia and Saint Lucia, Côte d’Ivoire", ["LCA:name", "LCA:name", "CIV:name"]],
    ["Trinidad & Tobago", ["TTO:name"]],
    ["Asean, Nafta, Opec and Brics", ["asean:name", "nafta:name", "opec:name", "brics:name"]],
    ["EXPORTS OF BELARUS TO RUSSIA", ["BLR:name", "RUS:name"]]
  ])("%s", (text, expected) => {
    expect(shortly(text)).toEqual(expected);
  });
});

describe("mentionAt() in Russian", () => {
  test.each([
    ["товарооборот Беларуси и России", ["BLR:name", "RUS:name"]],
    ["белорусско-российский товарооборот", ["BLR:demonym", "RUS:demonym"]],
    ["экспорт Республики Беларусь в Российскую Федерацию", ["BLR:name", "RUS:name"]],
    ["Белоруссия, РФ, РБ, КНР и США", ["BLR:name", "RUS:name", "BLR:name", "CHN:name", "USA:name"]],
    ["торговля с Южной Кореей и Саудовской Аравией", ["KOR:name", "SAU:name"]],
    ["в Соединённых Штатах", ["USA:name"]],
    ["Объединенными Арабскими Эмиратами", ["ARE:name"]],
    ["15 куб. м газа, куба, Куба и на Кубе", ["CUB:name", "CUB:name"]],
    ["пропан-бутан и Бутан", ["BTN:name"]],
    ["индий и Индия", ["IND:name"]],
    ["Того же мнения", []],
    ["мир и весь мир", []],
    ["в Чили, Перу и Мали", ["CHL:name", "PER:name", "MLI:name"]],
    ["китами и Китаем", ["CHN:name"]],
    ["иранец в Иране, румынский рум", ["IRN:demonym", "IRN:name", "ROU:demonym"]],
    ["страны ЕАЭС и СНГ", ["eaeu:name", "cis:name"]],
    ["бюджет Союзного государства", ["union-state:name"]],
    ["по данным Белстата и ФТС России", ["belstat:organisation:BLR", "rus-customs:organisation:RUS"]],
    ["Национального статистического комитета", ["belstat:organisation:BLR"]],
    ["Москва и Минск договорились с Пекином", ["RUS:metonym", "BLR:metonym", "CHN:metonym"]],
    ["Латинская Америка", []],
    ["Латинской Америке и Америке", ["USA:name"]],
    ["казахстанские и кенийские товары", ["KAZ:demonym", "KEN:demonym"]],
    ["Папуа — Новой Гвинее", ["PNG:name"]],
    ["в Египте, из Египта", ["EGY:name", "EGY:name"]]
  ])("%s", (text, expected) => {
    expect(shortly(text)).toEqual(expected);
  });
});

const forms: readonly MentionForm[] = ["name", "demonym", "metonym", "organisation"];

test("mentionAt() never takes words beyond the text and starts at the word it was asked for", () => {
  const parts = fc.constantFrom(
    ..."union state of belarus and russia new mexico united kingdom u . s - южной корее республика союзное государства'".split(
      " "
    ),
    "",
    "'",
    "’s"
  );
  const shapes = fc.constantFrom<WordShape>("lower", "capital", "upper");
  fc.assert(
    fc.property(fc.array(parts, {maxLength: 8}), fc.nat(9), shapes, (lower, at, shape) => {
      const mention = gazetteer.mentionAt(lower, at, () => shape);
      if (mention) expect(mention.words > 0 && at + mention.words <= lower.length).toBe(true);
      if (mention) expect(gazetteer.get(mention.entity)).toBeDefined();
      if (mention) expect(forms).toContain(mention.form);
    })
  );
});

test("mentionAt() reads every English and Russian main name as the entity it names", () => {
  const silent = ["WLD", "TGO"];
  const wrong = [...knownEntities().values()].flatMap(({entity: {id, names}}) =>
    Object.values(names).flatMap((name) => {
      const all = words(name.replaceAll(/[(),]/g, " "));
      const mention = gazetteer.mentionAt(all.lower, 0, all.shape);
      return silent.includes(id) || mention?.entity === id ? [] : [[id, name, mention?.entity]];
    })
  );
  expect(wrong).toEqual([]);
});

describe("a pack's own entities", () => {
  const own: Entity[] = [
    {
      id: "FRE",
      kind: "economy",
      names: {en: "Freedonia", ru: "Фридония"},
      aliases: {en: ["Republic of Freedonia", "FR"], ru: ["РФр"]},
      demonyms: {en: ["Freedonian*"], ru: ["фридонск*"]},
      memberOf: [{bloc: "sylvan-union", from: "2001"}]
    },
    {id: "sylvan-union", kind: "bloc", names: {en: "Sylvan Union", ru: "Сильванский союз"}},
    {id: "BY-VI", kind: "region", iso: "BY-VI", names: {en: "Vitebsk Region", ru: "Витебская область"}},
    {id: "BLR", kind: "economy", names: {be: "Беларусь", en: "Belarus"}, aliases: {en: ["Blue-eyed land"]}},
    {id: "guinea-works", kind: "organisation", names: {en: "Guinea Works"}, speaksFor: "FRE"},
    {id: "turkey-farm", kind: "market", names: {en: "Jordan"}}
  ];
  const mine = makeGazetteer(own);

  test("are found, named and suggested like the others", () => {
    expect(mine.find("freedonia")?.id).toBe("FRE");
    expect(mine.find("Фридонии")?.id).toBe("FRE");
    expect(mine.name("FRE", "ru")).toBe("Фридония");
    expect(mine.name("FRE", "de")).toBe("Freedonia");
    expect(mine.name("BY-VI", "ru")).toBe("Витебская область");
    expect(mine.suggest("Fredonia")[0]).toBe("Freedonia");
    expect(mine.members("sylvan-union", "2005")).toEqual(["FRE"]);
    expect(mine.members("sylvan-union", "2000")).toEqual([]);
  });

  test("are read from texts in all cases, and add to what is known", () => {
    expect(shortly("Freedonia's and Freedonian trade with Belarus", mine)).toEqual([
      "FRE:name",
      "FRE:demonym",
      "BLR:name"
    ]);
    expect(shortly("экспорт Фридонии во Фридонию, фридонские товары", mine)).toEqual([
      "FRE:name",
      "FRE:name",
      "FRE:demonym"
    ]);
    expect(shortly("в Витебской области Сильванского союза", mine)).toEqual(["BY-VI:name", "sylvan-union:name"]);
    expect(shortly("blue-eyed land, Guinea Works, FR", mine)).toEqual([
      "BLR:name",
      "guinea-works:organisation:FRE",
      "FRE:name"
    ]);
    expect(shortly("Freedonia", gazetteer)).toEqual([]);
    expect(mine.get("BLR")?.names).toEqual({en: "Belarus", ru: "Беларусь", be: "Беларусь"});
    expect(mine.get("BLR")?.m49).toBe("112");
  });

  test("win where a name is taken", () => {
    expect(shortly("Jordan", mine)).toEqual(["turkey-farm:name"]);
    expect(mine.find("Jordan")?.id).toBe("turkey-farm");
  });
});
