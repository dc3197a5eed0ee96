import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {concord} from "../../test/cli/captured.ts";
import {checkResultSchema} from "../claims/output.ts";

const pack = ["--pack", "packs/union-state"];
const en = "packs/union-state/documents/avdonin-2024-02-23.en.md";
const ru = "packs/union-state/documents/avdonin-2024-02-23.ru.md";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "concord-check-"));
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Writes a text of the test and gives its path. */
function text(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("concord check", () => {
  test("marks the text, gives verdicts with both sides, names splices and sources", async () => {
    const {code, out} = await concord(["check", en, ...pack], {columns: 200});
    expect(code).toBe(0);
    expect(out).toContain("▌$33.3bn▐¹");
    expect(out).toMatch(/2020 = 29\.5 bn.*◑ on a basis.*BLR goods 29\.52 bn \[\d+\]/);
    expect(out).toContain("RUS goods (unverified) → BLR goods → BLR goods + services");
    expect(out).toMatch(/\n {2}\[1\] .+: https?:\/\//);
  });

  test.each([80, 120, 200])("keeps its table within %i columns", async (columns) => {
    const {out} = await concord(["check", en, ...pack], {columns});
    const rows = out.split("\n").filter((line) => !line.includes("http"));
    expect(Math.max(...rows.map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  test("answers in Russian about a Russian text", async () => {
    const {code, out} = await concord(["check", ru, ...pack, "--language", "ru"], {columns: 120});
    expect(code).toBe(0);
    expect(out).toContain("◑ верно на основе");
    expect(out).toContain("BLR товары 29,52 млрд");
  });

  test("explains every claim in Russian, its sources and notes aside", async () => {
    const {claims} = checkResultSchema.parse(JSON.parse((await concord(["check", ru, ...pack, "--json"])).out));
    const notes = new Set(claims.flatMap(({bases}) => bases.map(({figure}) => figure.note)));
    for (const {id, text} of claims) {
      const {out} = await concord(["check", ru, ...pack, "--language", "ru", "--why", id], {columns: 10_000});
      const [, said = ""] = out.split(`${id}. ▌${text}▐`);
      const own = said.split("\n").filter((line) => !/^ +(?:https?:|= )/.test(line) && !notes.has(line.trim()));
      // Codes of economies and Roman numbers are in capitals.
      expect(own.join("\n"), id).not.toMatch(/[a-z]/);
    }
  });

  test("says in Russian what a reader should know of the whole", async () => {
    const german = text(
      "german.txt",
      "Der Handel wuchs auf 5 Milliarden Dollar im Jahr 2020, und das ist nicht alles."
    );
    const {out} = await concord(["check", german, "--language", "ru"]);
    expect(out).toMatch(
      /^проверено без пакета данных, как было известно на [\d-]+\nЯзык текста – немецкий; .*\nДата публикации/
    );
  });

  test("--json fits its schema, and offsets point at the text", async () => {
    const {out} = await concord(["check", en, ...pack, "--json"]);
    const result = checkResultSchema.parse(JSON.parse(out));
    expect(result).toMatchObject({posted: "2024-02-23", asOf: "2024-02-23"});
    expect(result.series[0]).toMatchObject({verdict: "mixed-basis", splices: 2});
  });

  test("shows today's verdict where it differs from that of the posting date", async () => {
    const {out} = await concord(["check", en, ...pack], {columns: 200});
    expect(out).toMatch(/○ open; today: ✓ supported/);
  });

  test("--as-of sets the day whose knowledge decides", async () => {
    const {out} = await concord(["check", en, ...pack, "--as-of", "2022-12-31", "--json"]);
    const level = checkResultSchema
      .parse(JSON.parse(out))
      .claims.find(({period, type}) => period === "2022" && type === "level");
    expect(level?.bases.map(({figure}) => figure.known).every((known) => known <= "2022-12-31")).toBe(true);
  });

  test("--why explains one claim with its figures and their addresses", async () => {
    const {code, out} = await concord(["check", en, ...pack, "--why", "2"], {columns: 100});
    expect(code).toBe(0);
    expect(out).toContain("✓ Belarus's books, goods: 29.52 bn USD");
    expect(out).toContain("https://www.rp.pl/");
  });

  test("without a pack holds claims against each other only, and says so", async () => {
    const path = text(
      "sum.txt",
      "In 2023 exports of Kenya to Uganda were $2 bn, imports from Uganda $1 bn and trade $5 bn."
    );
    const {code, out, err} = await concord(["check", path, "--posted", "2024-01-01"], {columns: 120});
    expect(code).toBe(0);
    expect(out).toContain("≠ inconsistent");
    expect(err).toContain("no --pack is given");
  });
});

describe("concord check of bad input", () => {
  test("a missing file is one line that names it, and one that helps", async () => {
    const {code, err} = await concord(["check", "no-such.txt"]);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(2 + Number(err.includes("note:")));
    expect(err).toContain('File "no-such.txt" does not exist');
  });

  test.each([
    ["a folder", "packs", "is a folder"],
    ["a pack that is none", en, 'Pack "nowhere"']
  ])("%s is bad data", async (_, path, message) => {
    const {code, err} = await concord(["check", path, "--pack", "nowhere"]);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  test("an empty text says so", async () => {
    const {code, err} = await concord(["check", text("empty.txt", " \n\n")]);
    expect(code).toBe(1);
    expect(err).toContain("is empty");
  });

  test("a text in another language has no claims and names the language", async () => {
    const german =
      "Der Handel zwischen Deutschland und Polen stieg im Jahr 2022 auf 168 Milliarden Euro, und das ist ein Rekord.";
    const {code, out} = await concord(["check", text("german.txt", german), ...pack]);
    expect(code).toBe(0);
    expect(out).toContain("The text is in German");
    expect(out).toContain("No checkable claims were found");
  });

  test("a wrong encoding names the byte; --encoding reads it", async () => {
    const path = text(
      "cp1251.txt",
      Buffer.from([
        0xd2, 0xee, 0xf0, 0xe3, 0xee, 0xe2, 0xeb, 0xff, 0x20, 0xe2, 0xfb, 0xf0, 0xee, 0xf1, 0xeb, 0xe0, 0x20, 0x32, 0x25
      ])
    );
    const refused = await concord(["check", path]);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/is not UTF-8: found byte 0x\w\w at offset [01]\n/);
    expect((await concord(["check", path, "--encoding", "windows-1251"])).code).toBe(0);
    expect((await concord(["check", path, "--encoding", "klingon"])).code).toBe(2);
  });

  test("a text of 50 MB is refused with the limit", async () => {
    const path = text("long.txt", Buffer.alloc(50_000_000, "Trade was $5 bn. "));
    const {code, err} = await concord(["check", path]);
    expect(code).toBe(1);
    expect(err).toMatch(/has 50 MB, wanted at most 4 million characters/);
  });

  test("a number of no claim is bad usage and says how many there are", async () => {
    const {code, err} = await concord(["check", en, ...pack, "--why", "99"]);
    expect(code).toBe(2);
    expect(err).toMatch(/Claim 99 does not exist\n\s+wanted a number from 1 to \d+/);
  });
});
