// Drawings in progress. Each job is followed through its server-sent events, even across lost connections.
import { type Signal, signal } from "./signal";
import { call, cancel, generate, lost, pause, Problem, parsed } from "./api";
import type { GenerationRequest, Job, Progress } from "./types";

export interface Drawing {
  job: Job;
  /** Previews of unfinished pictures as data URLs, by the number of the picture, starting at 1. */
  previews: Record<number, string>;
}

const drawings = new Map<string, Signal<Drawing>>();

export const isOver = (job: Job) => job.state === "done" || job.state === "failed" || job.state === "cancelled";

/** The drawing of a job. Follows it from now on if it is not over. */
export function follow(job: Job): Signal<Drawing> {
  const known = drawings.get(job.id);
  if (known) return known;
  const drawing = signal<Drawing>({ job, previews: {} });
  drawings.set(job.id, drawing);
  if (!isOver(job)) void listen(drawing);
  return drawing;
}

export async function draw(request: GenerationRequest): Promise<Signal<Drawing>> {
  return follow(await generate(request));
}

export async function stop(drawing: Signal<Drawing>): Promise<void> {
  try {
    const job = await cancel(drawing.value.job.id);
    // The answer describes a moment when the drawing was still running. The event of its end may have arrived earlier.
    if (!isOver(drawing.value.job)) drawing.value = { ...drawing.value, job };
  } catch (problem) {
    if (!(problem instanceof Problem && problem.status === 409)) throw problem; // 409: it had already ended
  }
}

/** Resolves with the job once it is over. */
export function over(drawing: Signal<Drawing>): Promise<Job> {
  return new Promise((done) => {
    const end = drawing.subscribe(({ job }) => {
      if (!isOver(job)) return;
      done(job);
      queueMicrotask(() => end());
    });
  });
}

// A browser opens six connections to a server. Some must remain free for other calls.
const maxStreams = 3;
let streams = 0;
const waiting: (() => void)[] = [];

async function listen(drawing: Signal<Drawing>): Promise<void> {
  if (streams >= maxStreams) await new Promise<void>((go) => waiting.push(go));
  streams++;
  try {
    let last = "";
    while (!isOver(drawing.value.job)) {
      try {
        last = await read(drawing, last);
      } catch (problem) {
        if (problem instanceof Problem && problem.status >= 400 && problem.status < 500) {
          fail(drawing, problem.message);
          return;
        }
      }
      if (!isOver(drawing.value.job)) await pause(lost.value ? 1000 : 300);
    }
  } finally {
    streams--;
    waiting.shift()?.();
  }
}

function fail(drawing: Signal<Drawing>, detail: string): void {
  const error = { type: "about:blank", title: "Not followed", status: 0, detail };
  drawing.value = { ...drawing.value, job: { ...drawing.value.job, state: "failed", error } };
}

/** Reads events until the stream ends. Returns the id of the last event, from which the next stream continues. */
async function read(drawing: Signal<Drawing>, last: string): Promise<string> {
  const headers: Record<string, string> = { Accept: "text/event-stream" };
  if (last) headers["Last-Event-ID"] = last;
  const response = await call(`/api/v1/generations/${drawing.value.job.id}/events`, { headers, cache: "no-store" });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return last;
      text += value;
      const blocks = text.split(/\r?\n\r?\n/);
      text = blocks.pop()!;
      for (const block of blocks) last = handle(drawing, block) || last;
      if (isOver(drawing.value.job)) return last;
    }
  } catch {
    return last; // the connection broke; the caller opens a new one
  } finally {
    void reader.cancel().catch(() => {});
  }
}

function handle(drawing: Signal<Drawing>, block: string): string {
  let id = "";
  let event = "message";
  let data = "";
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === "id") id = value!;
    else if (field === "event") event = value!;
    else if (field === "data") data += value!;
  }
  if (!data) return id;
  const content = parsed<unknown>(data);
  const { job, previews } = drawing.value;
  switch (event) {
    case "state":
    case "done": {
      const next = content as Job;
      drawing.value = { job: next, previews: next.state === "done" ? {} : previews };
      break;
    }
    case "step":
      drawing.value = { job: { ...job, state: "running", position: 0, progress: content as Progress }, previews };
      break;
    case "preview": {
      const { picture, image } = content as { picture: number; image: string };
      drawing.value = { job, previews: { ...previews, [picture]: image } };
      break;
    }
  }
  return id;
}

// Small pictures beside the main drawing (samples, mixes, variations) are requested one at a time, so that cancelling is cheap
// and the jobs of other people get their turn.
let turn: Promise<unknown> = Promise.resolve();

async function drawOnceAdmitted(request: GenerationRequest, wanted: () => boolean): Promise<Signal<Drawing> | null> {
  while (wanted()) {
    try {
      return await draw(request);
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 429)) throw problem; // 429: the queue is full
      await pause(4000);
    }
  }
  return null;
}

/** Draws when its turn has come. It then calls `wanted`, and returns null without drawing if that returns false. */
export function drawInTurn(request: GenerationRequest, wanted: () => boolean): Promise<Signal<Drawing> | null> {
  const started = turn.then(() => drawOnceAdmitted(request, wanted));
  turn = started.then((drawing) => drawing && over(drawing)).catch(() => {});
  return started;
}
