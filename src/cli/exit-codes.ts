import {ExitCode} from "@stricli/core";
import {ConcordError} from "../base/errors.ts";

/** 0 it ran, whatever it found; 1 bad data; 2 bad usage. */
export const exitCodes = {ran: 0, badData: 1, badUsage: 2} as const;

/** The exit code of an error: a question that makes no sense is bad usage, whatever else fails is bad data. */
export function exitCodeOfError(error: unknown): number {
  return error instanceof ConcordError && error.code === "invalid_query" ? exitCodes.badUsage : exitCodes.badData;
}

/** The exit code of what the command-line framework ended with; its own codes are negative, or wrapped to a byte. */
export function exitCodeOfRun(code: number | string | null | undefined): number {
  const number = Number(code ?? 0) | 0;
  const own = number > 127 ? number - 256 : number;
  if (own >= 0) return own;
  return own === ExitCode.InvalidArgument || own === ExitCode.UnknownCommand ? exitCodes.badUsage : exitCodes.badData;
}
