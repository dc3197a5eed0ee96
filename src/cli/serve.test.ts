import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {createServer} from "node:net";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {concord} from "../../test/cli/captured.ts";
import {testFolder} from "../../test/support/sample-pack.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
});

/** Starts `concord serve` as a process of its own and waits until it says where it is. */
async function serve(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", "serve", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {...process.env, CONCORD_CACHE: join(testFolder(), "cache")}
  });
  children.push(child);
  const written = {out: "", err: ""};
  child.stderr.on("data", (chunk) => {
    written.err += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      written.out += chunk;
      if (written.out.includes("Ctrl-C stops it.")) resolve();
    });
    child.once("exit", () => reject(new Error(written.err)));
  });
  const address = /at (http:\S+)/.exec(written.out)![1]!;
  return {child, written, address};
}

describe("concord serve", () => {
  it("serves the shipped pack to this machine alone until SIGTERM", async () => {
    const {child, written, address} = await serve("--port", "0");
    expect(written.out).toMatch(
      /^Concord serves 1 pack at http:\/\/127\.0\.0\.1:\d+\nOnly this machine can reach it\./
    );
    expect(written.err).toContain("note: reading ");
    const response = await fetch(`${address}/api/packs`);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.json()).toMatchObject({packs: [{name: "union-state"}]});
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect([code, written.out.trim().split("\n").at(-1)]).toEqual([0, "Stopped"]);
  });

  it("ends on SIGINT with a request under way answered", async () => {
    const {child, address} = await serve("--port", "0");
    const text = "Trade between Belarus and Russia was $40bn in 2021. ".repeat(2000);
    const asked = fetch(`${address}/api/check`, {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({text})
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill("SIGINT");
    expect((await asked).status).toBe(200);
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("stays up with a pack that does not load, and says so", async () => {
    const {written, address} = await serve("--port", "0", "--pack", "docs");
    expect(written.err).toContain('Pack "docs" has 1 violation, wanted none; it is left out');
    expect(await (await fetch(`${address}/api/packs`)).json()).toMatchObject({packs: [], failures: [{folder: "docs"}]});
  });

  it("answers no page of another name, and never writes a checked text", async () => {
    const {written, address} = await serve("--port", "0");
    const {port} = new URL(address);
    const {request} = await import("node:http");
    const status = await new Promise<number>((resolve) => {
      request({port, host: "127.0.0.1", path: "/api/packs", headers: {host: "concord.example"}}, (response) => {
        response.resume();
        resolve(response.statusCode!);
      }).end();
    });
    expect(status).toBe(403);
    const secret = "a-text-that-nobody-may-log";
    for (const body of [JSON.stringify({text: secret}), `{"text": "${secret}`])
      await fetch(`${address}/api/check`, {method: "POST", headers: {"content-type": "application/json"}, body});
    expect(written.out + written.err).not.toContain(secret);
  });

  it("refuses other machines unless told to let them in", async () => {
    expect(await concord(["serve", "--host", "0.0.0.0"])).toEqual({
      code: 2,
      out: "",
      err: 'error: Host "0.0.0.0" would let other machines in\n       add --allow-remote if that is meant; docs/server.md says what it exposes\n'
    });
    const {written} = await serve("--host", "0.0.0.0", "--allow-remote", "--port", "0");
    expect(written.out).toContain("Every machine that can reach this one can read it");
  });

  it("says that a port is taken, and what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const {port} = other.address() as {port: number};
    const {code, err} = await concord(["serve", "--port", String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(err).toContain(`error: Port ${port} of 127.0.0.1 is taken\n       choose another with --port`);
  });

  it.each(["http", "70000", "-1"])("refuses %s as a port", async (port) => {
    const {code, err} = await concord(["serve", `--port=${port}`]);
    expect([code, err]).toEqual([2, expect.stringContaining(`--port: found "${port}", wanted a port from 0 to 65535`)]);
  });
});

describe("concord start", () => {
  it("ends after the first look with --once, and serves without it", async () => {
    const output = join(testFolder(), "report.html");
    const {code, out} = await concord(["start", "--once", "--output", output]);
    expect([code, out.includes("Concord serves")]).toEqual([0, false]);
    expect(out).toContain("3. The report");
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "src/cli/main.ts", "start", "--output", output, "--port", "0"],
      {stdio: ["ignore", "pipe", "ignore"], env: {...process.env, CONCORD_CACHE: join(testFolder(), "cache")}}
    );
    children.push(child);
    let written = "";
    await new Promise<void>((resolve) => {
      child.stdout.on("data", (chunk) => {
        written += chunk;
        if (written.includes("Ctrl-C stops it.")) resolve();
      });
    });
    expect(written).toContain("4. The pages");
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
