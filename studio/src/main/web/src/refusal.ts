// The reason why the last drawing request was refused, and the form field that it concerns.
import { signal } from "./signal";
import type { GenerationRequest } from "./types";

export type FieldName = keyof GenerationRequest;

export const refusal = signal<{ text: string; field: FieldName | null } | null>(null);

/** The id of the sentence that describes a refused field. */
export const refusalId = "refusal";

/** Shows why a drawing was refused. `field` is the path of the field at fault in the request, such as `styles[0].weight`. */
export function refuse(text: string, field?: string): void {
  const [name] = field?.split(/[.[]/) ?? [];
  refusal.value = { text, field: (name as FieldName | undefined) ?? null };
}

/** The attributes that identify a field of the form and mark it while it is refused. */
export const marked = (name: FieldName) => ({
  name,
  "aria-invalid": refusal.value?.field === name || undefined,
  "aria-describedby": refusal.value?.field === name ? refusalId : undefined,
});

/** Scrolls to the refused field, and unfolds the section that contains it. */
export function showRefused(form: HTMLFormElement): void {
  const name = refusal.value?.field;
  const field = name && form.elements.namedItem(name);
  if (!(field instanceof HTMLElement)) return;
  field.closest("details")?.setAttribute("open", "");
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "nearest" });
}
