import {spawn} from "node:child_process";
import {once} from "node:events";
import {describe, expect, it} from "vitest";
import {concord} from "../../test/cli/captured.ts";
import {packageVersion} from "./version.ts";

describe("concord", () => {
  it("shows its help when asked for it or for nothing", async () => {
    const asked = await concord(["--help"]);
    expect(asked).toMatchObject({code: 0, err: ""});
    expect(asked.out).toMatch(/Commands\n[\s\S]* turnover /);
    expect(await concord([])).toEqual(asked);
  });

  it("shows the help of a command within 80 columns of text", async () => {
    const {code, out} = await concord(["turnover", "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("concord turnover BLR RUS --pack packs/union-state");
    expect(
      out
        .split("Options\n")[0]!
        .split("\n")
        .every((line) => line.length <= 80)
    ).toBe(true);
  });

  it("says its version", async () => {
    expect(await concord(["--version"])).toEqual({code: 0, out: `${packageVersion()}\n`, err: ""});
  });

  it("suggests a command for a misspelt one", async () => {
    const {code, err} = await concord(["turnovr"]);
    expect(code).toBe(2);
    expect(err).toBe('error: "turnovr" is not a command\n       did you mean `concord turnover`?\n');
  });

  it("ends quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", "--help"], {
      stdio: ["ignore", "pipe", "pipe"]
    });
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const [code] = await once(child, "close");
    expect({code, err}).toEqual({code: 0, err: ""});
  });
});
