// A dialog for picking a style from the gallery.
import { useEffect, useState } from "preact/hooks";
import * as api from "./api";
import type { Picture, Style } from "./types";
import { Dialog, Failure, Field } from "./widgets";

export function StylePicker({ onPick, onClose }: { onPick: (style: Style) => void; onClose: () => void }) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Style[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const wait = setTimeout(
      () =>
        api
          .insist(
            () => api.styles({ q: text.trim(), limit: 60 }),
            () => current,
          )
          .then(
            ({ items }) => current && (setFound(items), setFailure(null)),
            (problem: Error) => current && setFailure(problem.message),
          ),
      found ? 200 : 0,
    );
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [text]);
  return (
    <Dialog title="Pick a style" onClose={onClose}>
      <Field label="Search">
        {(id) => (
          <input id={id} type="search" autofocus value={text} onInput={(event) => setText(event.currentTarget.value)} />
        )}
      </Field>
      <Failure text={failure} />
      {found && !found.length && <p class="quiet">{text ? "Nothing matches." : "The gallery is empty so far."}</p>}
      <ul class="picker">
        {found?.map((style) => (
          <li key={style.id}>
            <button type="button" onClick={() => onPick(style)}>
              <Cover style={style} />
              <span>{style.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The picture that represents a style: its reference, or else a sample; null if none is drawn yet. */
export const coverOf = ({ reference, samples }: Style): Picture | null =>
  reference ?? samples.find(({ picture }) => picture)?.picture ?? null;

export function Cover({ style }: { style: Style }) {
  const picture = coverOf(style);
  if (picture) return <img src={picture.thumbnail} alt="" loading="lazy" />;
  return <span class="cover" style={{ background: style.palette[0] }} />;
}
