import {expect, it} from "vitest";
import type {CliContext} from "../context.ts";
import {progressBar, progressLine} from "./progress.ts";

const state = {done: 5, planned: 20, bytes: 3_000_000, doing: "112-HS-2020.json"};

it("progressLine() shows how much, how fast and how long", () => {
  expect(progressLine(state, 10_000)).toBe(
    "█████░░░░░░░░░░░░░░░ 5/20 answers, 3.0 MB at 300 kB/s, 30 s left  112-HS-2020.json"
  );
  expect(progressLine({...state, done: 0}, 0)).toContain("0/20 answers, 3.0 MB at 0 kB/s  ");
});

function barOn(isTTY: boolean) {
  const written: string[] = [];
  const stream = {write: (text: string) => written.push(text), isTTY, columns: 60};
  const context = {process: {stdout: stream, stderr: stream}} as unknown as CliContext;
  return {bar: progressBar(context, () => 0), written};
}

it("progressBar() draws in a terminal, and only says lines elsewhere", () => {
  const terminal = barOn(true);
  terminal.bar.show({...state, done: 20});
  terminal.bar.say("waiting");
  expect(terminal.written[0]).toMatch(/^\r█/);
  expect(terminal.written[0]!.length).toBeLessThanOrEqual(60);
  expect(terminal.written.at(-1)).toBe("note: waiting\n");
  const pipe = barOn(false);
  pipe.bar.show(state);
  pipe.bar.say("waiting");
  expect(pipe.written).toEqual(["note: waiting\n"]);
});
