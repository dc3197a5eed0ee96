import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {strToU8, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {testFolder} from "../../../test/support/sample-pack.ts";
import {openZip} from "./read-zip.ts";

function archive(bytes: Uint8Array): string {
  const path = join(testFolder(), "a.zip");
  writeFileSync(path, bytes);
  return path;
}

async function contents(path: string): Promise<Record<string, string>> {
  const zip = await openZip(path);
  const found: Record<string, string> = {};
  for (const entry of zip.entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of zip.stream(entry)) chunks.push(chunk);
    found[entry.name] = Buffer.concat(chunks).toString();
  }
  await zip.close();
  return found;
}

describe("openZip()", () => {
  const long = "t,i,j,k,v,q\n".repeat(50_000);
  const bytes = zipSync({"a.csv": strToU8(long), "b/c.txt": [strToU8("stored"), {level: 0}], empty: strToU8("")});

  it("reads packed, stored and empty files", async () => {
    expect(await contents(archive(bytes))).toEqual({"a.csv": long, "b/c.txt": "stored", empty: ""});
  });

  it("reads an archive whose directory is of ZIP64", async () => {
    const end = Buffer.from(bytes.subarray(bytes.length - 22));
    const body = Buffer.from(bytes.subarray(0, bytes.length - 22));
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32);
    record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
    record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(body.length), 8);
    end.writeUInt16LE(0xffff, 10);
    end.writeUInt32LE(0xffffffff, 16);
    expect(await contents(archive(Buffer.concat([body, record, locator, end])))).toHaveProperty("b/c.txt", "stored");
  });

  it("refuses a bomb before it unpacks", async () => {
    const bomb = zipSync({"zeros.csv": new Uint8Array(40_000_000)});
    await expect(openZip(archive(bomb), {most: 10_000_000})).rejects.toMatchObject({code: "too_large"});
  });

  it("stops where an entry is longer than it states", async () => {
    const lying = Buffer.from(zipSync({"a.csv": strToU8("1234567890".repeat(1000))}));
    const at = lying.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    lying.writeUInt32LE(100, at + 24);
    await expect(contents(archive(lying))).rejects.toThrow('"a.csv" longer than the 100 bytes it states');
  });

  it("says that an archive is cut or damaged", async () => {
    await expect(openZip(archive(bytes.subarray(0, bytes.length - 100)))).rejects.toThrow("it may be cut");
    const damaged = Buffer.from(bytes);
    damaged.fill(0xff, 60, 90);
    await expect(contents(archive(damaged))).rejects.toThrow(/"a.csv" (that cannot be unpacked|of \d+ bytes)/);
    expect(readFileSync(archive(damaged)).length).toBe(bytes.length);
  });
});
