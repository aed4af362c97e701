// A small picture that is drawn beside the main work: the first picture of a new code, a cell of a plane, a variation.
import { type Signal, signal } from "./signal";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { explained } from "./api";
import { type Drawing, drawInTurn } from "./jobs";
import type { GenerationRequest } from "./types";

interface Sketching {
  state: "idle" | "waiting" | "refused";
  drawing: Signal<Drawing> | null;
  failure?: string;
}

// By request, so that a drawn picture is shown at once when its view is opened again.
const sketches = new Map<string, Signal<Sketching>>();

export function sketchOf(request: GenerationRequest): Signal<Sketching> {
  const key = JSON.stringify(request);
  let sketch = sketches.get(key);
  if (!sketch) sketches.set(key, (sketch = signal<Sketching>({ state: "idle", drawing: null })));
  return sketch;
}

const isFailed = (drawing: Signal<Drawing>) =>
  drawing.value.job.state === "failed" || drawing.value.job.state === "cancelled";

/** Draws the sketch if it is not drawn yet. `wanted` can withdraw the request before its turn comes. */
export async function drawSketch(request: GenerationRequest, wanted: () => boolean = () => true): Promise<void> {
  const sketch = sketchOf(request);
  if (sketch.value.state === "waiting" || (sketch.value.drawing && !isFailed(sketch.value.drawing))) return;
  sketch.value = { state: "waiting", drawing: null };
  try {
    sketch.value = { state: "idle", drawing: await drawInTurn(request, wanted) };
  } catch (problem) {
    sketch.value = { state: "refused", drawing: null, failure: (problem as Error).message };
  }
}

interface SketchProps {
  request: GenerationRequest;
  /** The description of the picture for screen readers. */
  label: string;
  /** Whether the sketch is drawn without a user action. */
  auto?: boolean;
  /** The content shown before the sketch is drawn. */
  empty?: ComponentChildren;
}

export function Sketch({ request, label, auto, empty }: SketchProps) {
  const key = JSON.stringify(request);
  useEffect(() => {
    if (!auto) return;
    let shown = true;
    // A moving slider passes many codes. Only the code at which it stops is drawn.
    const rest = setTimeout(() => void drawSketch(request, () => shown), 250);
    return () => {
      shown = false;
      clearTimeout(rest);
    };
  }, [key, auto]);
  const { state, drawing, failure } = sketchOf(request).value;
  if (!drawing) {
    return (
      <div class={state === "waiting" ? "sketch waiting" : "sketch"}>
        {failure ? <p class="failed">{failure}</p> : empty}
      </div>
    );
  }
  return <DrawingTile drawing={drawing} label={label} />;
}

export function DrawingTile({
  drawing,
  label,
  picture = 1,
}: {
  drawing: Signal<Drawing>;
  label: string;
  picture?: number;
}) {
  const { job, previews } = drawing.value;
  const result = job.results[picture - 1]?.picture;
  const current = job.progress?.picture === picture ? job.progress : null;
  const shown = result?.url ?? previews[picture];
  const failed = job.state === "failed" || job.state === "cancelled";
  return (
    <div class={shown || failed ? "sketch" : "sketch waiting"}>
      {shown && (
        <img
          src={shown}
          alt={result ? label : `${label}, ${failed ? "not finished" : "being drawn"}`}
          class={result ? "" : "unfinished"}
        />
      )}
      {failed && shown && !result && <p class="brokenoff">Not finished</p>}
      {failed && !shown && (
        <p class="failed">
          {job.state === "cancelled" ? "Cancelled" : job.error ? explained(job.error) : "Could not be drawn"}
        </p>
      )}
      {!result && !failed && <progress max={current?.steps ?? 1} value={current?.step ?? 0} aria-label={label} />}
    </div>
  );
}
