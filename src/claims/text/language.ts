/** Languages the claim reader reads. */
export const readLanguages: ReadonlySet<string> = new Set(["en", "ru"]);

/** Frequent short words of languages in Latin script. */
const functionWords: Readonly<Record<string, string>> = {
  en: "the of and to in is was for on that with by at from as are were has have it this will be not its a an but or he they we which last than more rose fell trade exports imports billion",
  de: "der die das und in den von zu mit ist im auf für des dem ein eine nicht sich als auch um wurde nach bei",
  fr: "le la les de des et en un une du est dans que pour au par sur avec plus qui ne pas ce aux entre",
  es: "el la los las de y en que un una por con para del es se al lo más como su entre fue",
  pt: "o a os as de e em que um uma do da no na por com para dos das mais se ao foi entre",
  it: "il la i le di e in che un una del della per con non si al dei delle sono da nel più",
  pl: "w i na z do się nie jest że o od to za po przez dla oraz jak wyniosły roku był która",
  cs: "a v na se je z do že s pro o k to za by podle roce byl která ve",
  nl: "de het een van en in is dat op te voor met zijn aan door niet naar bij ook",
  tr: "ve bir bu ile için olarak da de yılında en daha göre olan çok kadar arasında",
  sv: "och i att det som en på är av för med till den har de inte om ett",
  ro: "și de la în a cu pe o din care pentru este un mai al nu prin",
  vi: "và của các là trong có được cho với những một năm từ đã",
  id: "yang dan di dari untuk dengan pada ke tahun ini dalam adalah juga tidak",
  fi: "ja on ei että oli se hän kuin myös mutta vuonna mukaan"
};

const sets = new Map(Object.entries(functionWords).map(([language, words]) => [language, new Set(words.split(" "))]));

/** Letters that mark a language of Cyrillic script; Russian when none does. */
const cyrillic: readonly (readonly [language: string, letters: RegExp])[] = [
  ["kk", /[әғқңөұүһ]/g],
  ["be", /ў/g],
  ["uk", /[іїєґ]/g],
  ["sr", /[ђјљњћџ]/g],
  ["mk", /[ѓќѕ]/g]
];

const scripts: readonly (readonly [language: string, script: RegExp])[] = [
  ["zh", /\p{Script=Han}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["th", /\p{Script=Thai}/gu]
];

/** How much of a text is looked at: the start says as much as the whole. */
const sample = 20_000;

/** Tells the language of a text by its script, letters and short words; "und" when there is too little to tell. */
export function detectLanguage(text: string): string {
  const head = text.slice(0, sample).toLowerCase();
  const latin = count(head, /[a-zà-ɏ]/g);
  const russian = count(head, /[\u0400-\u052f]/g);
  const [script, size] = scripts
    .map(([language, letters]) => [language, count(head, letters)] as const)
    .sort((a, b) => b[1] - a[1])[0]!;
  if (size > latin + russian)
    return script === "zh" && count(head, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0 ? "ja" : script;
  if (russian > latin) return cyrillicLanguage(head, russian);
  return latin === 0 ? "und" : latinLanguage(head);
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

function cyrillicLanguage(text: string, letters: number): string {
  for (const [language, own] of cyrillic) if (count(text, own) > letters / 200) return language;
  return count(text, /ъ/g) > letters / 80 && count(text, /[ыэ]/g) === 0 ? "bg" : "ru";
}

/** English is the default: a short English text may hold none of its short words. */
function latinLanguage(text: string): string {
  const words = text.match(/\p{L}+/gu) ?? [];
  const scores = [...sets].map(([language, set]) => [language, words.filter((word) => set.has(word)).length] as const);
  const best = scores.sort((a, b) => b[1] - a[1])[0]!;
  const english = scores.find(([language]) => language === "en")![1];
  return best[1] > 1.5 * english + Math.max(1, words.length / 50) ? best[0] : "en";
}
