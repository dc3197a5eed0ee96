import {rmSync, statSync} from "node:fs";
import {ConcordError} from "../../base/errors.ts";
import type {Limits, Request, Surroundings} from "../connector.ts";
import {CutBody, type WrittenBody, writeBody} from "./body.ts";
import {backoff, longestWait, retryAfter} from "./wait.ts";

/** What an earlier answer said about itself, so that an unchanged one is not sent again. */
export interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

/** What came of a request. */
export type Downloaded =
  | {readonly isUnchanged: true}
  | (WrittenBody & {readonly isUnchanged: false; readonly type: string} & Validators);

/** How a request is made. */
export interface DownloadOptions {
  readonly surroundings: Surroundings;
  readonly limits: Limits;
  /** Throws where the file is no whole answer. */
  readonly check: (path: string) => Promise<void>;
  readonly validators?: Validators | undefined;
  readonly onBytes?: (count: number) => void;
}

/** Asks sources politely: one request at a time to a host, and never sooner than its gap. */
export interface Downloader {
  download(request: Request, path: string, options: DownloadOptions): Promise<Downloaded>;
}

const busy: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const mostRedirects = 5;

/** Makes a downloader, which remembers when it last asked each host. */
export function makeDownloader(): Downloader {
  const free = new Map<string, number>();
  const pace = async (url: string, {gap}: Limits, {now, sleep}: Surroundings) => {
    const {host} = new URL(url);
    const wait = (free.get(host) ?? 0) - now().getTime();
    if (wait > 0) await sleep(wait);
    free.set(host, now().getTime() + gap);
  };
  return {
    download: async (request, path, options) => {
      const {limits, surroundings} = options;
      const resume: Resume = {};
      for (let attempt = 1; ; attempt++) {
        await pace(request.url, limits, surroundings);
        const outcome = await tryOnce(request, path, options, resume).catch((error: unknown) =>
          failure(request, error)
        );
        if (!("reason" in outcome)) return outcome;
        if (!outcome.isCut) rmSync(path, {force: true});
        await waitOrThrow(request, outcome, attempt, options);
      }
    }
  };
}

/** What is known about an answer that broke off: its mark, by which the server tells whether the rest still fits. */
interface Resume {
  etag?: string | undefined;
}

/** Why an attempt failed, and how long the source wants to be left alone. */
interface Failure {
  readonly reason: string;
  readonly wait?: number | undefined;
  readonly cause?: unknown;
  /** Whether the connection broke, so that what was received is right as far as it goes. */
  readonly isCut?: true;
}

/** A fault of the network may pass; any other error is thrown on. */
function failure({url}: Request, error: unknown): Failure {
  if (error instanceof CutBody) return {reason: error.message, cause: error, isCut: true};
  if (error instanceof ConcordError) {
    if (error.details.mayPass !== true) throw error;
    return {reason: error.message, cause: error};
  }
  if (error instanceof DOMException && error.name === "TimeoutError")
    return {reason: "no answer came in time", cause: error, isCut: true};
  if (error instanceof TypeError || isNetworkFault(error))
    return {reason: networkReason(error), cause: error, isCut: true};
  throw new ConcordError("unavailable", `Request to ${url} failed: ${String(error)}`, {cause: error});
}

function isNetworkFault(error: unknown): boolean {
  return /^(E[A-Z]+|UND_ERR_.*|Z_.*)$/.test(String((error as NodeJS.ErrnoException | null)?.code ?? ""));
}

/** Node's fetch hides the reason in the cause. */
function networkReason(error: unknown): string {
  const {cause, message} = error as Error;
  const inner = cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : "";
  return `the connection failed (${inner || message})`;
}

async function waitOrThrow(
  {url}: Request,
  {reason, wait, cause}: Failure,
  attempt: number,
  {limits, surroundings}: DownloadOptions
): Promise<void> {
  const pause = wait ?? backoff(attempt, surroundings.random);
  if (attempt >= limits.attempts || pause > longestWait) {
    const tries = attempt === 1 ? "once" : `${attempt} times`;
    const later = wait === undefined ? "" : `; it asks to be left alone for ${Math.ceil(wait / 1000)} s`;
    throw new ConcordError("unavailable", `Source at ${url} was asked ${tries}, in the end ${reason}${later}`, {
      details: {url, attempts: attempt, hint: "what has been received is kept: run the same command again later"},
      cause
    });
  }
  surroundings.log(`${new URL(url).host}: ${reason}; trying again in ${Math.ceil(pause / 1000)} s`);
  await surroundings.sleep(pause);
}

async function tryOnce(
  request: Request,
  path: string,
  {surroundings, limits, check, validators, onBytes}: DownloadOptions,
  resume: Resume
): Promise<Downloaded | Failure> {
  const there = resume.etag === undefined ? 0 : (statSync(path, {throwIfNoEntry: false})?.size ?? 0);
  const headers = headersOf(request, validators);
  if (there > 0) Object.assign(headers, {range: `bytes=${there}-`, "if-range": resume.etag});
  const response = await follow(request, headers, surroundings, limits);
  if (response.status === 304 && validators) return {isUnchanged: true};
  const isRest = response.status === 206 && response.headers.get("content-range")?.startsWith(`bytes ${there}-`);
  if (response.status !== 200 && !(there > 0 && isRest)) return refused(request, response, surroundings);
  const type = mediaType(response);
  if (!request.types.includes(type)) throw await wrongType(request, response, type);
  resume.etag = resumable(response);
  const written = await writeBody(response, path, {
    from: isRest ? there : 0,
    most: limits.bytes,
    timeout: limits.timeout,
    ...(onBytes && {onBytes})
  });
  await check(path);
  const etag = response.headers.get("etag");
  const modified = response.headers.get("last-modified");
  return {isUnchanged: false, ...written, type, ...(etag && {etag}), ...(modified && {modified})};
}

/** The mark of an answer whose rest can be asked for: a strong one, of a server that takes ranges, of bytes as they are. */
function resumable({headers, status}: Response): string | undefined {
  const etag = headers.get("etag") ?? undefined;
  const isPacked = (headers.get("content-encoding") ?? "identity") !== "identity";
  const takesRanges = status === 206 || headers.get("accept-ranges") === "bytes";
  return takesRanges && !isPacked && etag?.startsWith('"') ? etag : undefined;
}

function headersOf({accept, secrets}: Request, validators: Validators | undefined): Record<string, string> {
  return {
    accept,
    "user-agent": "concord-observatory",
    ...(validators?.etag && {"if-none-match": validators.etag}),
    ...(validators?.modified && {"if-modified-since": validators.modified}),
    ...secrets
  };
}

/** Keys are not carried to another host. */
async function follow(
  {url, secrets = {}}: Request,
  headers: Record<string, string>,
  {fetch}: Surroundings,
  {timeout}: Limits
): Promise<Response> {
  let at = url;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await headInTime(fetch, at, headers, timeout);
    const target = response.headers.get("location");
    if (![301, 302, 303, 307, 308].includes(response.status) || target === null) return response;
    const next = new URL(target, at);
    if (next.host !== new URL(at).host) for (const name of Object.keys(secrets)) delete headers[name];
    at = next.href;
  }
  throw new ConcordError("unavailable", `Source at ${url} redirects more than ${mostRedirects} times`, {
    details: {url, hint: "see `concord source doctor` for what has changed"}
  });
}

/** Only the head must come in time: bodies may take long, and `writeBody` watches over them. */
async function headInTime(
  fetch: Surroundings["fetch"],
  url: string,
  headers: Record<string, string>,
  timeout: number
): Promise<Response> {
  const controller = new AbortController();
  const late = () => controller.abort(new DOMException("No answer came in time", "TimeoutError"));
  const timer = setTimeout(late, timeout);
  try {
    return await fetch(url, {headers, redirect: "manual", signal: controller.signal});
  } finally {
    clearTimeout(timer);
  }
}

function mediaType(response: Response): string {
  return (response.headers.get("content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase();
}

/** The start of an answer that is not what was asked for, as one line. */
async function excerpt(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const first = await reader?.read().catch(() => undefined);
  reader?.cancel().catch(() => undefined);
  const text = new TextDecoder().decode(first?.value?.slice(0, 2000));
  const plain = text
    .replace(/<(script|style)[\s\S]*?(<\/\1>|$)/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > 160 ? `${plain.slice(0, 160)}…` : plain;
}

async function refused(request: Request, response: Response, {now}: Surroundings): Promise<Failure> {
  const said = await excerpt(response);
  const reason = `answered ${response.status}${said === "" ? "" : ` (${said})`}`;
  if (busy.has(response.status)) return {reason, wait: retryAfter(response.headers.get("retry-after"), now())};
  throw new ConcordError("bad_data", `Source at ${request.url} ${reason}, wanted 200`, {
    details: {url: request.url, status: response.status, hint: hintOf(response.status)}
  });
}

function hintOf(status: number): string {
  if (status === 401 || status === 403)
    return "the key is missing, wrong or used up; `concord source list` names the variable it is read from";
  if (status === 404 || status === 410)
    return "nothing is there, or the address has moved; see `concord source doctor`";
  return "see `concord source doctor` for what has changed";
}

async function wrongType(request: Request, response: Response, type: string): Promise<ConcordError> {
  const said = await excerpt(response);
  return new ConcordError(
    "bad_data",
    `Source at ${request.url} sent "${type || "no content type"}", wanted ${request.types.join(" or ")}; it begins "${said}"`,
    {details: {url: request.url, found: type, wanted: request.types, hint: "see `concord source doctor`"}}
  );
}
