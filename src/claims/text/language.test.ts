import {expect, test} from "vitest";
import {detectLanguage, readLanguages} from "./language.ts";

test.each([
  ["en", "In 2022 the trade turnover of the two countries rose to $45.8 billion."],
  ["ru", "В 2022 году товарооборот двух стран вырос до 45,8 млрд долларов."],
  ["be", "У 2022 годзе тавараабарот дзвюх краін вырас да 45,8 млрд долараў, паведаміў міністр."],
  ["uk", "У 2022 році товарообіг двох країн зріс до 45,8 млрд доларів, повідомив міністр."],
  ["de", "Im Jahr 2022 ist der Handel zwischen den beiden Ländern auf 45,8 Milliarden Dollar gestiegen."],
  ["fr", "En 2022, les échanges entre les deux pays ont atteint 45,8 milliards de dollars."],
  ["es", "En 2022 el comercio entre los dos países creció hasta los 45.800 millones de dólares."],
  ["pl", "W 2022 roku obroty handlowe między krajami wzrosły do 45,8 mld dolarów i nie spadły."],
  ["pt", "Em 2022 o comércio entre os dois países cresceu para 45,8 mil milhões de dólares, não mais."],
  ["it", "Nel 2022 il commercio tra i due paesi è cresciuto del 14% e la quota non è scesa."],
  ["tr", "2022 yılında iki ülke arasındaki ticaret hacmi daha da arttı ve bu olarak kaldı."],
  ["bg", "През 2022 година търговията между двете страни нарасна значително, съобщи министърът на икономиката."],
  ["zh", "2022年两国贸易额达到458亿美元,同比增长14.3%。"],
  ["ja", "2022年の両国間の貿易額は458億ドルに達した。"],
  ["ko", "2022년 양국 교역액은 458억 달러를 기록했다."],
  ["ar", "بلغ حجم التجارة بين البلدين 45.8 مليار دولار في عام 2022."],
  ["he", "בשנת 2022 היקף הסחר בין שתי המדינות עלה."],
  ["el", "Το 2022 το εμπόριο μεταξύ των δύο χωρών αυξήθηκε."],
  ["und", ""],
  ["und", "1998 – 33.3 % (…)"]
])("detectLanguage() tells %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test("detectLanguage() takes a short text without short words for English", () => {
  expect(detectLanguage("Exports: $5bn")).toBe("en");
});

test("detectLanguage() is not misled by names in another script", () => {
  expect(detectLanguage("Товарооборот вырос, сообщает BelTA со ссылкой на Belstat.")).toBe("ru");
});

test("readLanguages are those that the lexicon knows", () => {
  expect([...readLanguages]).toEqual(["en", "ru"]);
});
