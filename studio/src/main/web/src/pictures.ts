// Actions on picture files from outside: take their style, restore their request, start from them.
import * as api from "./api";
import { announce, attempt, notify } from "./notices";
import { go, route } from "./router";
import { addStyle, change, codeChip, draft, draftOf, model, type Source, sources } from "./studio";

const isPicture = (file: File) => file.type.startsWith("image/") || /\.(png|jpe?g|webp|gif|bmp)$/i.test(file.name);

/** The picture files among dropped or pasted files. Shows a notice if there are none. */
export function picturesOf(list: FileList | File[] | undefined): File[] {
  const all = [...(list ?? [])];
  const pictures = all.filter(isPicture);
  if (all.length && !pictures.length) notify(`${all[0]!.name} is not a picture.`, { failure: true });
  return pictures;
}

/** Adds pictures to the view Make and encodes them. */
export async function takeStyles(files: File[]): Promise<void> {
  if (!files.length) return;
  go("/");
  const added: Source[] = files.map((file) => ({
    key: crypto.getRandomValues(new Uint32Array(2)).join(),
    name: file.name,
    preview: URL.createObjectURL(file),
    weight: 1,
  }));
  sources.value = [...sources.value, ...added];
  const batch = model.value?.limits.picturesPerRequest ?? 32;
  for (let first = 0; first < files.length; first += batch) {
    await encode(files.slice(first, first + batch), added.slice(first, first + batch));
  }
}

async function encode(files: File[], added: Source[]): Promise<void> {
  let read: (source: Source, place: number) => Source;
  try {
    const { items } = await api.encode(files);
    read = (source, place) => {
      const { picture, code, error } = items[place]!;
      return { ...source, picture, code, failure: error && api.explained(error) };
    };
    const codes = items.flatMap(({ code }) => (code ? [code.code] : []));
    if (codes.length) announce(`Style code ${codes.join(", ")}`);
  } catch (problem) {
    read = (source) => ({ ...source, failure: (problem as Error).message });
  }
  sources.value = sources.value.map((source) => {
    const place = added.findIndex(({ key }) => key === source.key);
    return place < 0 ? source : read(source, place);
  });
}

/** Encodes pictures and adds each to the draft as a style. */
export async function addAsStyles(files: File[]): Promise<void> {
  const result = await attempt(() => api.encode(files));
  for (const { name, picture, code, error } of result?.items ?? []) {
    if (code) addStyle(codeChip(code, name, picture?.thumbnail));
    else notify(api.explained(error ?? {}), { failure: true });
  }
}

/** Makes the next drawing start from a picture. */
export function startFrom(picture: string): void {
  change({ init: picture, initStrength: draft.value.initStrength ?? 0.6 });
  go("/draw");
  notify("The next drawing starts from this picture.");
}

export async function startFromFile(file: File): Promise<void> {
  const picture = await attempt(() => api.uploadPicture(file));
  if (picture) startFrom(picture.id);
}

/** Restores the request in a picture's metadata to the view Draw; false if it has none. */
export async function restore(file: File): Promise<boolean> {
  const picture = await api.uploadPicture(file);
  if (!picture.request) return false;
  draft.value = draftOf(picture.request);
  go(`/draw?restored=${picture.id}`);
  notify(`Restored the request of ${file.name}.`);
  return true;
}

export async function restoreOrNotify(file: File): Promise<void> {
  const restored = await attempt(() => restore(file));
  if (restored === false) notify(`${file.name} contains no request.`, { failure: true });
}

/** Handles pictures that are dropped or pasted without a choice of action. */
export async function receive(files: File[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  if (files.length === 1 && first.type === "image/png" && (await attempt(() => restore(first)))) return;
  if (route.value.path === "/draw") await addAsStyles(files);
  else await takeStyles(files);
}
