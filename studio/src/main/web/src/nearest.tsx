// What the gallery is compared with: a code, a picture or a colour. In the address it is a single word.
import { useState } from "preact/hooks";
import * as api from "./api";
import { CodeField } from "./codefield";
import { attempt } from "./notices";
import { FilePicker } from "./widgets";
import { thumbnailUrl } from "./studio";

export type NearestShown = api.Nearest;

export function nearestFrom(query: URLSearchParams): NearestShown | null {
  const near = query.get("near");
  if (!near) return null;
  if (/^#[0-9a-f]{6}$/i.test(near)) return { colour: near };
  if (/^[0-9a-f]{64}$/.test(near)) return { picture: near };
  return { code: near };
}

export function nearestLabel(near: NearestShown) {
  if ("colour" in near) {
    return (
      <>
        Nearest to <i class="swatch" style={{ background: near.colour }} /> {near.colour}
      </>
    );
  }
  if ("picture" in near) {
    return (
      <>
        Nearest to <img class="swatch" src={thumbnailUrl(near.picture)} alt="the picture" />
      </>
    );
  }
  return (
    <>
      Nearest to <span class="code">{near.code}</span>
    </>
  );
}

export function NearestTo({ onChosen }: { onChosen: (near: string) => void }) {
  const [colour, setColour] = useState("#3b7ea1");
  const upload = async (file: File | undefined) => {
    const picture = file && (await attempt(() => api.uploadPicture(file)));
    if (picture) onChosen(picture.id);
  };
  return (
    <div class="nearest">
      <CodeField label="A code" action="Find" onCode={(code) => onChosen(code.shared)} />
      <div class="field">
        <span class="label">A picture</span>
        <FilePicker label="Choose a picture" onFiles={([file]) => void upload(file)} />
      </div>
      <div class="field">
        <label for="nearcolour">A colour</label>
        <div class="joined">
          <input
            id="nearcolour"
            type="color"
            value={colour}
            onInput={(event) => setColour(event.currentTarget.value)}
          />
          <button class="button" onClick={() => onChosen(colour)}>
            Find
          </button>
        </div>
      </div>
    </div>
  );
}
