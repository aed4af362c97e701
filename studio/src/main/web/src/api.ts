// Calls to the server. Every failure is a Problem whose message is a sentence for users.
import { signal } from "./signal";
import type * as t from "./types";

/** The server's description of an error. It may be empty if a proxy answered instead. */
export type ProblemBody = Partial<t.Problem>;

export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly body: ProblemBody = {},
  ) {
    super(message);
  }
}

/** Turns a message of the server into a sentence, with a capital letter and a full stop. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]\)?$/.test(text) ? "" : ".");
}

/** The message of a problem, as a sentence. */
export const explained = ({ detail, title, status }: ProblemBody): string =>
  sentence(detail ?? title ?? `the server refused the request with status ${status}`);

/** Whether the server has stopped serverBack. The page then polls it until it answers again. */
export const lost = signal(false);

/** Set while the server requires a token. The dialog calls it once a session is open. */
export const tokenWanted = signal<(() => void) | null>(null);

let opened: Promise<void> | null = null;

function openSession(): Promise<void> {
  opened ??= new Promise<void>((done) => {
    tokenWanted.value = () => {
      tokenWanted.value = null;
      opened = null;
      done();
    };
  });
  return opened;
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

function pollUntilBack(): void {
  if (lost.value) return;
  lost.value = true;
  void (async () => {
    for (let wait = 500; lost.value; wait = Math.min(wait * 1.5, 5000)) {
      await pause(wait);
      const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) lost.value = false;
    }
  })();
}

/**
 * Sends a request with the headers that the server requires. Asks the user for the token if one is needed, and throws a Problem
 * for every error.
 */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("X-StyleCodes", "1");
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers });
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    pollUntilBack();
    throw new Problem("The server does not answer. Nothing was lost; try again when it is back.", 0);
  }
  if (response.status === 401 && path !== "/api/v1/session") {
    await openSession();
    return call(path, init);
  }
  if (response.ok) return response;
  const body: ProblemBody = await response.json().catch(() => ({}));
  let message = explained({ status: response.status, ...body });
  const wait = response.headers.get("Retry-After");
  if (response.status === 429 && wait) message += ` Try again in ${wait} s.`;
  throw new Problem(message, response.status, body);
}

/**
 * Parses JSON and keeps seeds as digits, because they have 64 bits and a JavaScript number keeps only 53. Browsers that do not
 * show the digits to a reviver (before Chrome 114, Firefox 135 and Safari 18.4) read a larger seed as "?", which every request
 * refuses, instead of a wrong seed.
 */
export const parsed = <T>(text: string): T => JSON.parse(text, reviveSeed) as T;

function reviveSeed(key: string, value: unknown, context?: { source: string }): unknown {
  if (key !== "seed" || typeof value !== "number") return value;
  return context?.source ?? (Number.isSafeInteger(value) ? String(value) : "?");
}

const serverBack = () =>
  new Promise<void>((done) => {
    const end = lost.subscribe((away) => {
      if (away) return;
      done();
      queueMicrotask(() => end());
    });
  });

/**
 * Repeats a request until it succeeds. After a lost connection it waits until the server is back, which the banner shows. While
 * the server is not ready, it passes the message to `tell`. It throws other errors, and it throws every error once `wanted`
 * returns false.
 */
export async function insist<T>(
  ask: () => Promise<T>,
  wanted: () => boolean,
  tell: (message: string) => void = () => {},
): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (problem) {
      if (!(problem instanceof Problem) || !wanted()) throw problem;
      if (problem.status === 503) {
        tell(problem.message);
        await pause(1500);
      } else if (problem.status === 0) await serverBack();
      else throw problem;
    }
  }
}

async function json<T>(path: string, init?: RequestInit): Promise<T> {
  return parsed<T>(await (await call(path, init)).text());
}

function send<T>(path: string, body: unknown, method = "POST"): Promise<T> {
  return json(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

function upload<T>(path: string, part: string, files: Iterable<Blob>): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append(part, file);
  return json(path, { method: "POST", body: form });
}

const v1 = "/api/v1";

export const session = (token: string) =>
  call(`${v1}/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });

export const model = () => json<t.Model>(`${v1}/model`);

export const encode = (files: File[]) => upload<t.Encodings>(`${v1}/encodings`, "pictures", files);
export const uploadPicture = (file: Blob) => upload<t.SentPicture>(`${v1}/pictures`, "picture", [file]);

export const generate = (request: t.GenerationRequest) => send<t.Job>(`${v1}/generations`, request);
export const job = (id: string) => json<t.Job>(`${v1}/generations/${id}`);
export const cancel = (id: string) => json<t.Job>(`${v1}/generations/${id}`, { method: "DELETE" });

export const check = (text: string) => send<t.Check>(`${v1}/codes/check`, { text });
export const mix = (codes: { code: string; weight: number }[]) => send<t.Code>(`${v1}/codes/mix`, { codes });
export const random = () => send<t.Code>(`${v1}/codes/random`, {});
export const vary = (code: string, amount: number, seed: number) =>
  send<t.Variations>(`${v1}/codes/vary`, { code, amount, seed, count: 6 });
export const plane = (corners: string[], columns: number, rows: number) =>
  send<t.Plane>(`${v1}/codes/plane`, { corners, columns, rows });

export type Nearest = { code: string } | { picture: string } | { colour: string };
export const nearest = (to: Nearest, limit = 24) =>
  send<t.NearestStyles>(`${v1}/codes/nearest`, { ...to, limit });

export interface StyleQuery {
  q?: string;
  tag?: string;
  favourite?: boolean;
  sort?: string;
  cursor?: string;
  limit?: number;
}
export function styles(query: StyleQuery): Promise<t.StylePage> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, String(value));
  return json(`${v1}/styles?${parameters}`);
}
export const style = (id: string) => json<t.Style>(`${v1}/styles/${id}`);
export const saveStyle = (style: { code: string; name: string; tags?: string[]; note?: string; reference?: string }) =>
  send<t.Style>(`${v1}/styles`, style);
export const changeStyle = (id: string, change: Partial<Pick<t.Style, "name" | "tags" | "note" | "favourite">>) =>
  send<t.Style>(`${v1}/styles/${id}`, change, "PATCH");
export const removeStyle = (id: string) => call(`${v1}/styles/${id}`, { method: "DELETE" });

export const map = () => json<t.StyleMap>(`${v1}/map`);
export const share = (code: string) => json<t.Share>(`${v1}/shares/${encodeURIComponent(code)}`);

export const importCollection = (file: File) =>
  upload<t.ImportResult>(`${v1}/collections/import`, "file", [file]);
const chosen = (ids: Iterable<string>) => {
  const list = [...ids].join(",");
  return list ? `?ids=${list}` : "";
};
export const exportUrl = (ids: Iterable<string>) => `${v1}/collections/export${chosen(ids)}`;
export const sheetUrl = (ids: Iterable<string>) => `${v1}/collections/sheet.png${chosen(ids)}`;
