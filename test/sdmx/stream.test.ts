import {spawnSync} from "node:child_process";
import {describe, expect, it} from "vitest";

interface Sent {
  readonly type: string;
  readonly status: number;
  readonly bytes: number;
  readonly marks: number;
  /** MB a second, through the whole service. */
  readonly speed: number;
  /** Most memory that the process has held so far, in MB. */
  readonly peak: number;
}

describe("SDMX services", () => {
  it("send a million observations in less than 500 MB of memory", {timeout: 300_000}, () => {
    const child = spawnSync(process.execPath, ["--import", "tsx", "test/support/sdmx-stream.ts"], {encoding: "utf8"});
    expect(child.stderr).toBe("");
    const sent = JSON.parse(child.stdout) as Sent[];
    for (const one of sent) {
      expect(one.status).toBe(200);
      expect(one.bytes).toBeGreaterThan(100e6);
      // A chunk may end within a mark.
      expect(one.marks / 1e6).toBeCloseTo(1, 1);
      expect(one.peak, one.type).toBeLessThan(500);
    }
  });
});
