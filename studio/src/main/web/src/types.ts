// Generated from openapi.json; PageTypesTest says how. What the studio's server speaks under /api/v1.

/** A whole number of 64 bits, by its digits: a number of JavaScript keeps 53 of them. */
export type Int64 = string;

/** An error (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** What was wrong, what was expected, what to do. */
  detail: string;
  /** Where a code goes wrong, counted from 0. */
  symbol?: number;
  /** The code that was probably meant. */
  suggestion?: string;
  /** The field of the request that is at fault, such as styles[0].weight; absent if it is none of them. */
  field?: string;
}

export interface Code {
  /** Bare form: 20 symbols. */
  code: string;
  /** With the model's id and two check symbols. */
  shared: string;
  /** As the first release writes it. */
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

/** A style by its code, by a picture that has it, or by its place in the gallery. */
export type StyleChoice = { code: string; weight?: number; } | { picture: string; weight?: number; } | { style: string; weight?: number; };

/** Step i of n is within where start <= i/n < end. */
export interface StepInterval {
  /** 0 where it is left out. */
  start?: number;
  /** 1 where it is left out. */
  end?: number;
}

/** What is left out is up to the model; the answer tells what it chose. */
export interface GenerationRequest {
  prompt?: string;
  negative?: string;
  styles?: (string | StyleChoice)[];
  /** How far the style is followed. */
  strength?: number;
  /** How strongly the prompt is amplified. */
  guidance?: number;
  /** How strongly the style is, in the mode separate. */
  styleGuidance?: number;
  guidanceMode?: "reference" | "joint" | "separate";
  /** The part of the steps in which the prompt is amplified. */
  guidanceInterval?: StepInterval;
  /** The part of the steps in which the style acts. */
  styleInterval?: StepInterval;
  /** Of each picture. */
  steps?: number;
  sampler?: string;
  /** Of the first picture; each of the next ones has the seed that follows. Random where it is left out. Its digits may also be sent as text, since numbers in JavaScript keep 53 of its 64 bits. */
  seed?: Int64;
  /** How many pictures. */
  count?: number;
  width?: number;
  height?: number;
  /** SHA-256 of the PNG file. */
  init?: string;
  /** How much of the init picture may change. */
  initStrength?: number;
}

export interface Progress {
  /** The picture being drawn, the first being 1. */
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
  /** Place among those that wait, the next being 1; 0 when it does not wait. */
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
  /** Sides are multiples of it. */
  sizeStep: number;
  defaults: { strength: number; guidance: number; styleGuidance: number | null; guidanceMode: string; steps: number; sampler: string; width: number; height: number; };
  samplers: string[];
  limits: { uploadBytes: number; uploadPixels: number; picturesPerRequest: number; count: number; steps: number; side: number; };
  samplePrompts: string[];
  /** All the words that the model was taught; null where that is a language. */
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
