// What the studio's server speaks, as docs of its API describe it (/docs).

export interface Code {
  code: string;
  shared: string;
  legacy: string;
  levels: number[];
  model: string;
}

export interface Picture {
  id: string;
  url: string;
  thumbnail: string;
  width: number;
  height: number;
  palette: string[];
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
  samples: { prompt: string; picture: Picture | null }[];
  palette: string[];
  x: number;
  y: number;
  createdAt: string;
  updatedAt: string;
}

export type StyleSource = { code: string } | { picture: string } | { style: string };
export type WeightedStyle = StyleSource & { weight?: number };

export interface GenerationRequest {
  prompt: string;
  negative?: string;
  styles?: WeightedStyle[];
  strength?: number;
  guidance?: number;
  styleGuidance?: number;
  guidanceMode?: string;
  steps?: number;
  sampler?: string;
  seed?: string;
  count?: number;
  width?: number;
  height?: number;
  init?: string;
  initStrength?: number;
}

export interface Progress {
  picture: number;
  pictures: number;
  step: number;
  steps: number;
  secondsLeft: number | null;
}

export interface ProblemBody {
  title?: string;
  status?: number;
  detail?: string;
  symbol?: number;
  suggestion?: string;
  field?: string;
}

export interface Job {
  id: string;
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  position: number;
  request: GenerationRequest;
  progress: Progress | null;
  results: { seed: string; picture: Picture }[];
  error: ProblemBody | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface Model {
  id: string;
  sizeStep: number;
  defaults: {
    strength: number;
    guidance: number | null;
    styleGuidance: number | null;
    guidanceMode: string;
    steps: number;
    sampler: string;
    width: number;
    height: number;
  };
  samplers: string[];
  limits: { uploadBytes: number; picturesPerRequest: number; count: number; steps: number; side: number };
  samplePrompts: string[];
  words: string[] | null;
  version: string | null;
}

export interface Encodings {
  items: { name: string; picture?: Picture; code?: Code; error?: ProblemBody }[];
  merged: Code | null;
}

export type Check =
  | { valid: true; form: string; code: Code }
  | { valid: false; message: string; symbol: number | null; suggestion: string | null };

export interface StylePage {
  items: Style[];
  next: string | null;
  total: number;
  tags: { tag: string; count: number }[];
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

export interface Share {
  code: Code;
  style: Style | null;
  samples: { prompt: string; picture: Picture | null; job: string | null }[];
}
