import type {Problem} from "../../../src/server/http/problem.ts";

/** What an answer failed with: a problem that the server describes, or that it cannot be reached. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
  /** Undefined where the server did not answer, or not as itself. */
  readonly problem: Problem | undefined;

  constructor(message: string, problem?: Problem) {
    super(message);
    this.problem = problem;
  }
}

type Parameters = Readonly<Record<string, string | undefined>>;

/** The address of an answer of the interface; parameters that are undefined or empty are left out. */
export function apiAddress(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams(Object.entries(parameters).filter((one): one is [string, string] => !!one[1]));
  const text = query.toString();
  return `/api/${path}${text === "" ? "" : `?${text}`}`;
}

/** Gets an answer. */
export async function getAnswer<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  return await answerOf<Answer>(await reach(address, {headers: {accept: "application/json"}, signal: signal ?? null}));
}

/** Sends a body, and gets an answer. */
export async function postAnswer<Answer>(address: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  const headers = {"content-type": "application/json", accept: "application/json"};
  return await answerOf<Answer>(
    await reach(address, {method: "POST", headers, body: JSON.stringify(body), signal: signal ?? null})
  );
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new AnswerError("The server does not answer");
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (response.ok) return body as Answer;
    throw new AnswerError((body as Problem).detail ?? response.statusText, body as Problem);
  } catch (error) {
    if (error instanceof AnswerError) throw error;
    throw new AnswerError(`The server answered ${response.status} with what is no JSON`);
  }
}
