// What the views share: the model, the draft of the next drawing, and what this browser has drawn.
import { signal } from "./signal";
import * as api from "./api";
import type { Code, GenerationRequest, Job, Model, Picture, WeightedStyle } from "./types";

export const model = signal<Model | null>(null);

/** Why there is no model yet, as the server says it. */
export const modelTrouble = signal<string | null>(null);

/** Asks for the model until the server has it. */
export async function loadModel(): Promise<void> {
  while (!model.value) {
    try {
      model.value = await api.model();
    } catch (problem) {
      modelTrouble.value = (problem as Error).message;
      await api.pause(1500);
    }
  }
}

/** A style of the draft: what the request says, and how it is shown. */
export type Chip = WeightedStyle & { weight: number; name?: string; thumbnail?: string };
export type Draft = Omit<GenerationRequest, "styles"> & { styles: Chip[] };

type Place = "localStorage" | "sessionStorage";

/** What the first of the places has. */
function stored<T>(key: string, otherwise: T, places: Place[]): T {
  for (const place of places) {
    try {
      const text = window[place].getItem(key);
      if (text !== null) return api.parsed<T>(text);
    } catch {
      // damaged, or the browser keeps nothing
    }
  }
  return otherwise;
}

function kept<T>(key: string, otherwise: T, ...places: Place[]) {
  const value = signal(stored(key, otherwise, places));
  value.subscribe((content) => {
    const text = JSON.stringify(content);
    for (const place of places) {
      try {
        window[place].setItem(key, text);
      } catch {
        // full or forbidden: the studio works on, and forgets at the end
      }
    }
  });
  return value;
}

// Each window goes on with its own draft; a new one begins with the latest of all.
export const draft = kept<Draft>("stylecodes.draft", { prompt: "", styles: [] }, "sessionStorage", "localStorage");

export const change = (part: Partial<Draft>) => (draft.value = { ...draft.value, ...part });

export function addStyle(chip: Chip): void {
  change({ styles: [...draft.value.styles, chip] });
}

export const codeChip = (code: Pick<Code, "shared">, name?: string, thumbnail?: string): Chip => ({
  code: code.shared,
  weight: 1,
  name,
  thumbnail,
});

const symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The levels of a code in its bare or its shared form. */
export const levelsOf = (code: string): number[] =>
  [...code.slice(code.indexOf(":") + 1)].slice(0, 20).map((symbol) => symbols.indexOf(symbol));

const lastSeed = 2n ** 63n - 1n;

function seedOf(text: string): string {
  const seed = /^[-+]?\d{1,19}$/.test(text) ? BigInt(text) : null;
  if (seed === null || seed > lastSeed || seed < -lastSeed - 1n) {
    throw new Error(`The seed is ${text}; expected a whole number of at most 64 bits, or nothing for a random one.`);
  }
  return String(seed);
}

/**
 * The request as it is sent, without what only the page needs.
 *
 * @throws Error if the seed is none
 */
export function requestOf({ styles, seed, ...rest }: Draft): GenerationRequest {
  const request: GenerationRequest = { ...rest };
  if (seed) request.seed = seedOf(seed);
  if (styles.length) request.styles = styles.map(({ name, thumbnail, ...style }) => style);
  return request;
}

export function draftOf({ styles, ...rest }: GenerationRequest): Draft {
  return { ...rest, styles: (styles ?? []).map((style) => ({ ...style, weight: style.weight ?? 1 })) };
}

/** One drawing of this browser: ids and the request; the pictures themselves stay with the server. */
export interface Drawn {
  id: string;
  request: GenerationRequest;
  results: { seed: string; picture: string }[];
  over: boolean;
}

const longest = 120;
const historyKey = "stylecodes.history";
export const drawn = kept<Drawn[]>(historyKey, [], "localStorage");

// Another window of this browser draws too.
addEventListener("storage", ({ key }) => {
  if (key === historyKey) drawn.value = stored(historyKey, [], ["localStorage"]);
});

/** Seconds that the last drawing took for a pixel and a step. */
const pace = kept<number | null>("stylecodes.pace", null, "localStorage");

const effort = ({ width, height, steps, count }: Required<Pick<GenerationRequest, "width" | "height" | "steps" | "count">>) =>
  width * height * steps * count;

/** How many seconds this will take as far as the last drawing tells, or null where there was none. */
export function estimate({ width, height, steps, count }: Draft, { defaults }: Model): number | null {
  const whole = {
    width: width ?? defaults.width,
    height: height ?? defaults.height,
    steps: steps ?? defaults.steps,
    count: count ?? 1,
  };
  return pace.value && pace.value * effort(whole);
}

function learnPace({ state, request, startedAt, finishedAt }: Job): void {
  const { width, height, steps, count, init } = request;
  if (state !== "done" || init || !width || !height || !steps || !startedAt || !finishedAt) return;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  pace.value = seconds / effort({ width, height, steps, count: count ?? 1 });
}

export function remember(job: Job): void {
  learnPace(job);
  const entry: Drawn = {
    id: job.id,
    request: job.request,
    results: job.results.map(({ seed, picture }) => ({ seed, picture: picture.id })),
    over: job.state !== "queued" && job.state !== "running",
  };
  const others = drawn.value.filter(({ id }) => id !== job.id);
  const place = drawn.value.findIndex(({ id }) => id === job.id);
  if (place < 0) drawn.value = [entry, ...others].slice(0, longest);
  else drawn.value = drawn.value.map((before) => (before.id === job.id ? entry : before));
}

export const forget = (id: string) => (drawn.value = drawn.value.filter((entry) => entry.id !== id));

export const pictureUrl = (id: string) => `/api/v1/pictures/${id}.png`;
export const thumbnailUrl = (id: string) => `/api/v1/pictures/${id}/thumbnail.png`;

/** The pictures of the view Make, with their codes and weights. */
export interface Source {
  key: string;
  name: string;
  preview: string;
  weight: number;
  picture?: Picture;
  code?: Code;
  failure?: string;
}
export const sources = signal<Source[]>([]);
