// What the views share: the model, the draft of the next drawing, and what this browser has drawn.
import { effect, signal } from "@preact/signals";
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

function stored<T>(key: string, otherwise: T): T {
  try {
    return api.parsed<T | null>(localStorage.getItem(key) ?? "null") ?? otherwise;
  } catch {
    return otherwise; // damaged, or the browser keeps nothing
  }
}

function kept<T>(key: string, otherwise: T) {
  const value = signal(stored(key, otherwise));
  effect(() => {
    const text = JSON.stringify(value.value);
    try {
      localStorage.setItem(key, text);
    } catch {
      // full or forbidden: the studio works on, and forgets at the end
    }
  });
  return value;
}

export const draft = kept<Draft>("stylecodes.draft", { prompt: "", styles: [] });

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
export const drawn = kept<Drawn[]>(historyKey, []);

// Another window of this browser draws too.
addEventListener("storage", ({ key }) => {
  if (key === historyKey) drawn.value = stored(historyKey, []);
});

export function remember(job: Job): void {
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
