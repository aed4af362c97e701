// Why the next drawing was refused, and which field of the form the reason is about.
import { signal } from "./signal";
import type { GenerationRequest } from "./types";

export type FieldName = keyof GenerationRequest;

export const refusal = signal<{ text: string; field: FieldName | null } | null>(null);

/** The id of the sentence, by which a refused field is described. */
export const refusalId = "refusal";

// What a sentence may be about, such as "The number of steps is 0; expected ..." or "At seed: ...".
const subjects: Record<string, FieldName> = {
  prompt: "prompt",
  "negative prompt": "negative",
  negative: "negative",
  width: "width",
  height: "height",
  size: "width",
  "number of pictures": "count",
  count: "count",
  seed: "seed",
  sampler: "sampler",
  "number of steps": "steps",
  steps: "steps",
  "text guidance": "guidance",
  guidance: "guidance",
  "style guidance": "styleGuidance",
  styleguidance: "styleGuidance",
};

export function refuse(text: string): void {
  const [, subject] = /^(?:The|At) (.+?)(?: is | has |:)/.exec(text) ?? [];
  const [, width, nearest] = /size is (\d+)x\d+.*nearest is (\d+)x/.exec(text) ?? [];
  const field = width && width === nearest ? "height" : subjects[subject?.toLowerCase() ?? ""];
  refusal.value = { text, field: field ?? null };
}

/** The attributes by which a field of the form is found, and marked while it is refused. */
export const marked = (name: FieldName) => ({
  name,
  "aria-invalid": refusal.value?.field === name || undefined,
  "aria-describedby": refusal.value?.field === name ? refusalId : undefined,
});

/** Brings the refused field into sight, also where it is folded away. */
export function showRefused(form: HTMLFormElement): void {
  const name = refusal.value?.field;
  const field = name && form.elements.namedItem(name);
  if (!(field instanceof HTMLElement)) return;
  field.closest("details")?.setAttribute("open", "");
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "nearest" });
}
