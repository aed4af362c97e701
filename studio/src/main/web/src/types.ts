// Generated from openapi.json as PageTypesTest describes. The JSON objects of the studio's API under /api/v1.

/** A whole number of 64 bits as its digits, because a JavaScript number keeps only 53 bits. */
export type Int64 = string;

/** An error (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** What was wrong, what was expected and what to do. */
  detail: string;
  /** The position of the error in a style code, counted from 0. */
  symbol?: number;
  /** The code that was probably meant. */
  suggestion?: string;
  /** The request field at fault, such as styles[0].weight; absent if no single field is at fault. */
  field?: string;
}

export interface Code {
  /** The bare form: 20 symbols. */
  code: string;
  /** The shared form: with the model's id and two check symbols. */
  shared: string;
  /** The form that the first release writes. */
  legacy: string;
  levels: number[];
  model: string;
}

export interface Encodings {
  items: { name: string; picture?: Picture; code?: Code; error?: Problem; }[];
  merged: Code | null;
}

export type Check = { valid: true; form: "bare" | "shared" | "legacy"; code: Code; } | { valid: false; message: string; symbol: number | null; suggestion: string | null; };

export interface Variations {
  items: Code[];
}

export interface Plane {
  rows: Code[][];
}

export interface Picture {
  /** SHA-256 of the PNG file. */
  id: string;
  url: string;
  thumbnail: string;
  width: number;
  height: number;
  palette: string[];
}

export type SentPicture = Picture & { request: GenerationRequest | null; };

export interface Sample {
  prompt: string;
  picture: Picture | null;
}

export interface Style {
  id: string;
  code: string;
  shared: string;
  name: string;
  tags: string[];
  note: string;
  favourite: boolean;
  reference: Picture | null;
  samples: Sample[];
  palette: string[];
  /** Place on the map, 0 to 1. */
  x: number;
  /** Place on the map, 0 to 1. */
  y: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

export interface StyleDraft {
  /** A style code in any form: bare, shared or legacy. */
  code?: string;
  /** 1 to 100 characters. */
  name?: string;
  tags?: string[];
  /** At most 2000 characters. */
  note?: string;
  /** The id of a picture; empty for none. */
  reference?: string;
  favourite?: boolean;
}

export interface StylePage {
  items: Style[];
  next: string | null;
  total: number;
  tags: { tag: string; count: number; }[];
}

export interface NearestStyles {
  items: { style: Style; distance: number; }[];
}

export interface MapItem {
  id: string;
  shared: string;
  name: string;
  x: number;
  y: number;
  colour: string;
  thumbnail: string | null;
}

export interface StyleMap {
  items: MapItem[];
}

export interface Share {
  code: Code;
  style: Style | null;
  samples: { prompt: string; picture: Picture | null; job: string | null; }[];
}

/** A style, named by its code, by the id of a picture in that style, or by its id in the gallery. */
export type StyleChoice = { code: string; weight?: number; } | { picture: string; weight?: number; } | { style: string; weight?: number; };

/** Step i of n is in the interval if start <= i/n < end. */
export interface StepInterval {
  /** 0 if it is left out. */
  start?: number;
  /** 1 if it is left out. */
  end?: number;
}

/** The model chooses defaults for fields that are left out; the answer contains the values chosen. */
export interface GenerationRequest {
  prompt?: string;
  negative?: string;
  styles?: (string | StyleChoice)[];
  /** How strongly the style acts. */
  strength?: number;
  /** The scale of classifier-free guidance for the prompt. */
  guidance?: number;
  /** The scale of guidance for the style, in the mode separate. */
  styleGuidance?: number;
  guidanceMode?: "reference" | "joint" | "separate";
  /** The part of the steps in which guidance acts. */
  guidanceInterval?: StepInterval;
  /** The part of the steps in which the style acts. */
  styleInterval?: StepInterval;
  /** The steps of each picture. */
  steps?: number;
  sampler?: string;
  /** The seed of the first picture; each further picture has the next seed. Random if it is left out. The digits may also be sent as text, because JavaScript numbers keep only 53 of the 64 bits. */
  seed?: Int64;
  /** The number of pictures. */
  count?: number;
  width?: number;
  height?: number;
  /** SHA-256 of the PNG file. */
  init?: string;
  /** How much of the init picture may change. */
  initStrength?: number;
  /** The numbers that the networks compute with. Another precision than the server's own makes it load the model again. */
  precision?: "float32" | "float16" | "bfloat16";
  /** Values for fields that are left out: those of the published scripts, or few steps for drafts. The answer contains the values, not the preset. */
  preset?: "released" | "fast";
}

export interface Progress {
  /** The number of the picture being drawn, starting at 1. */
  picture: number;
  pictures: number;
  step: number;
  steps: number;
  secondsLeft: number | null;
}

export interface Job {
  id: string;
  kind: "generation" | "sample";
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  /** The place among the waiting jobs, starting at 1; 0 if the job does not wait. */
  position: number;
  request: GenerationRequest;
  progress: Progress;
  results: { seed: Int64; picture: Picture; }[];
  error: Problem | null;
  /** ISO 8601, UTC. */
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  url: string;
  events: string;
}

export interface JobPage {
  items: Job[];
  next: string | null;
}

export interface Model {
  id: string;
  /** Width and height are multiples of this number. */
  sizeStep: number;
  defaults: { strength: number; guidance: number; styleGuidance: number | null; guidanceMode: string; guidanceInterval: StepInterval; styleInterval: StepInterval; steps: number; sampler: string; width: number; height: number; };
  /** The fields that each preset sets. */
  presets: { released: GenerationRequest; fast: GenerationRequest; };
  samplers: string[];
  limits: { uploadBytes: number; uploadPixels: number; picturesPerRequest: number; count: number; steps: number; side: number; };
  samplePrompts: string[];
  /** All words that the model was trained on; null if it understands free text. */
  words: string[] | null;
  version: string | null;
}

export interface Collection {
  format: "stylecodes-collection";
  version: number;
  model: string;
  styles: { code: string; name: string; tags?: string[]; note?: string; favourite?: boolean; thumbnail?: string; }[];
}

export interface ImportResult {
  added: number;
  known: number;
  refused: { name: string; reason: string; }[];
}
