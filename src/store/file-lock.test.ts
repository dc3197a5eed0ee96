import {existsSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import {hostname} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {expect, test} from "vitest";
import {testFolder} from "../../test/support/sample-pack.ts";
import {withLock} from "./file-lock.ts";
import {isAlive, ownMark} from "./process-alive.ts";

const lockIn = (folder = testFolder()) => join(folder, "x.lock");
/** No process has this number: it is above the largest that systems give. */
const deadPid = 2 ** 30;

test("withLock() lets one action at a time in, and removes the lock also after an error", async () => {
  const path = lockIn();
  let [inside, most] = [0, 0];
  const action = async () => {
    most = Math.max(most, ++inside);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(ownMark());
    await sleep(5);
    inside--;
  };
  await Promise.all(Array.from({length: 4}, () => withLock(path, action)));
  expect(most).toBe(1);
  const failing = withLock(path, () => Promise.reject(new Error("inside")));
  await expect(failing).rejects.toThrow("inside");
  expect(existsSync(path)).toBe(false);
});

test.each([
  ["a dead process", {pid: deadPid, start: "1", host: hostname()}],
  ["another process that was given its number", {...ownMark(), start: "1"}]
])("withLock() breaks the lock of %s", async (_, mark) => {
  if (mark.pid === process.pid && ownMark().start === "") return console.warn("SKIPPED: start times are not told here");
  const path = lockIn();
  writeFileSync(path, JSON.stringify(mark));
  await expect(withLock(path, async () => "done", {patience: 1000})).resolves.toBe("done");
});

test.each([
  ["a living process", ownMark()],
  ["a process on another machine", {pid: deadPid, start: "1", host: "elsewhere.example"}]
])("withLock() waits for %s, then names it and says what to do", async (_, mark) => {
  const path = lockIn();
  writeFileSync(path, JSON.stringify(mark));
  const error = await withLock(path, async () => "done", {patience: 60}).catch((one: unknown) => one);
  expect(error).toMatchObject({code: "unavailable", retriable: true});
  expect(String(error)).toContain(`process ${mark.pid} on "${mark.host}"`);
  expect(existsSync(path)).toBe(true);
});

test("withLock() breaks a lock that was never finished once it is old", async () => {
  const path = lockIn();
  writeFileSync(path, "");
  await expect(withLock(path, async () => "done", {patience: 60})).rejects.toMatchObject({code: "unavailable"});
  const past = new Date(Date.now() - 10_000);
  utimesSync(path, past, past);
  await expect(withLock(path, async () => "done", {patience: 60})).resolves.toBe("done");
});

test("withLock() names a folder that is not there", async () => {
  const path = join(testFolder(), "nowhere", "x.lock");
  await expect(withLock(path, async () => "done")).rejects.toMatchObject({code: "not_writable"});
});

test("isAlive() knows this process and a number without one", () => {
  expect(isAlive(ownMark())).toBe(true);
  expect(isAlive({...ownMark(), pid: deadPid})).toBe(false);
});
