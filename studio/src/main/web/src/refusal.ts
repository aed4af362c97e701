// Why the next drawing was refused, and which field of the form the reason is about.
import { signal } from "./signal";
import type { GenerationRequest } from "./types";

export type FieldName = keyof GenerationRequest;

export const refusal = signal<{ text: string; field: FieldName | null } | null>(null);

/** The id of the sentence, by which a refused field is described. */
export const refusalId = "refusal";

/** Shows why a drawing was refused; `field` is the field of the request that the reason is about, as in `styles[0].weight`. */
export function refuse(text: string, field?: string): void {
  const [name] = field?.split(/[.[]/) ?? [];
  refusal.value = { text, field: (name as FieldName | undefined) ?? null };
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
