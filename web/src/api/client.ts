import type {Problem} from "../../../src/server/http/problem.ts";
import {address, type Parameters} from "../router/route.ts";

/** Why an answer did not come: the server said so, or it could not be reached. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** What the server said; undefined when nothing answered. */
  readonly problem: Problem | undefined;

  constructor(problem: Problem | undefined) {
    super(problem?.detail ?? "no answer");
    this.problem = problem;
  }
}

const answers = new Map<string, Promise<unknown>>();
const kept = 60;

/** Asks the server; equal questions are asked once. */
export function get<T>(names: readonly string[], parameters: Parameters = {}): Promise<T> {
  const url = address(["api", ...names], parameters);
  const known = answers.get(url);
  if (known) return known as Promise<T>;
  const answer = request<T>(url);
  if (answers.size >= kept) answers.delete(answers.keys().next().value!);
  answers.set(url, answer);
  answer.catch(() => answers.delete(url));
  return answer;
}

/** Sends JSON; never kept. */
export function post<T>(names: readonly string[], body: unknown): Promise<T> {
  return request<T>(address(["api", ...names]), {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify(body)
  });
}

async function request<T>(url: string, options: RequestInit = {}): Promise<T> {
  const response = await fetch(url, options).catch(() => undefined);
  if (!response) throw new ApiError(undefined);
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  throw new ApiError(isProblem(body) ? body : undefined);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "detail" in body && "code" in body;
}
