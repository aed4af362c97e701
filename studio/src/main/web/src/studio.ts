// State that the views share: the model, the draft of the next drawing, and the drawings of this browser.
import { signal } from "./signal";
import * as api from "./api";
import type { Code, GenerationRequest, Job, Model, Picture, StyleChoice } from "./types";

export const model = signal<Model | null>(null);

/** The server's message while its model is not loaded. */
export const modelTrouble = signal<string | null>(null);

/** Requests the model until the server has loaded it. */
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

/** A style of the draft: its part of the request, and how it is shown. */
export type Chip = StyleChoice & { weight: number; name?: string; thumbnail?: string };
export type Draft = Omit<GenerationRequest, "styles"> & { styles: Chip[] };

type Place = "localStorage" | "sessionStorage";

/** Reads a value from the first storage that has it. */
function stored<T>(key: string, otherwise: T, places: Place[]): T {
  for (const place of places) {
    try {
      const text = window[place].getItem(key);
      if (text !== null) return api.parsed<T>(text);
    } catch {
      // the value is damaged, or the browser stores nothing
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
        // the storage is full or forbidden; the value is lost when the page is closed
      }
    }
  });
  return value;
}

// Each window keeps its own draft. A new window starts with the most recent one.
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
    throw new api.Problem(`The seed is ${text}; expected a whole number of at most 64 bits, or an empty field for a random seed.`, 0, {
      field: "seed",
    });
  }
  return String(seed);
}

/**
 * The request to send, without what only the page needs.
 *
 * @throws Problem if the seed is not a number of at most 64 bits
 */
export function requestOf({ styles, seed, ...rest }: Draft): GenerationRequest {
  const request: GenerationRequest = { ...rest };
  if (seed) request.seed = seedOf(seed);
  if (styles.length) request.styles = styles.map(({ name, thumbnail, ...style }) => style);
  return request;
}

/** The styles of a request; a style may be given as a code alone. */
export const stylesOf = ({ styles }: GenerationRequest): StyleChoice[] =>
  (styles ?? []).map((style) => (typeof style === "string" ? { code: style } : style));

export function draftOf(request: GenerationRequest): Draft {
  return { ...request, styles: stylesOf(request).map((style) => ({ ...style, weight: style.weight ?? 1 })) };
}

/** A drawing of this browser: the ids and the request. The pictures themselves stay on the server. */
export interface Drawn {
  id: string;
  request: GenerationRequest;
  results: { seed: string; picture: string }[];
  over: boolean;
}

const maxHistory = 120;
const historyKey = "stylecodes.history";
export const drawn = kept<Drawn[]>(historyKey, [], "localStorage");

// Other windows of this browser draw too.
addEventListener("storage", ({ key }) => {
  if (key === historyKey) drawn.value = stored(historyKey, [], ["localStorage"]);
});

/** The seconds that the last drawing took per pixel and step. */
const pace = kept<number | null>("stylecodes.pace", null, "localStorage");

const effort = ({ width, height, steps, count }: Required<Pick<GenerationRequest, "width" | "height" | "steps" | "count">>) =>
  width * height * steps * count;

/** An estimate in seconds from the last drawing, or null if there was none. */
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
  if (place < 0) drawn.value = [entry, ...others].slice(0, maxHistory);
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
