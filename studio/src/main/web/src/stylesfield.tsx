// The styles of the draft as chips: codes, pictures and styles of the gallery, each with its weight.
import { useRef, useState } from "preact/hooks";
import { CodeField } from "./codefield";
import { addAsStyles } from "./pictures";
import { coverOf, StylePicker } from "./picker";
import { addStyle, change, type Chip, codeChip, draft, levelsOf, thumbnailUrl } from "./studio";
import { CodeMark, FilePicker, Icon, Slider } from "./widgets";

export function StylesField() {
  const [adding, setAdding] = useState(false);
  const [picking, setPicking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const chips = draft.value.styles;
  const set = (place: number, part: Partial<Chip> | null) =>
    change({
      styles: chips.flatMap((chip, at) => (at !== place ? [chip] : part ? [{ ...chip, ...part } as Chip] : [])),
    });
  return (
    <fieldset class="styles">
      <legend>Styles</legend>
      {chips.map((chip, place) => (
        <StyleChip key={place} chip={chip} set={(part) => set(place, part)} />
      ))}
      <div class="buttons">
        <button ref={opener} type="button" class="button" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          <Icon name="plus" />
          <span>Code</span>
        </button>
        <FilePicker label="Picture" multiple onFiles={(files) => void addAsStyles(files)} />
        <button type="button" class="button" onClick={() => setPicking(true)}>
          <Icon name="grid" />
          <span>Gallery</span>
        </button>
      </div>
      {adding && (
        <CodeField
          label="Style code"
          action="Add"
          focused
          onCode={(code) => {
            setAdding(false);
            addStyle(codeChip(code));
            opener.current!.focus();
          }}
        />
      )}
      {picking && (
        <StylePicker
          onClose={() => setPicking(false)}
          onPick={(style) => {
            setPicking(false);
            addStyle({ style: style.id, weight: 1, name: style.name, thumbnail: coverOf(style)?.thumbnail });
          }}
        />
      )}
    </fieldset>
  );
}

function StyleChip({ chip, set }: { chip: Chip; set: (part: Partial<Chip> | null) => void }) {
  const code = "code" in chip ? chip.code : null;
  const name = chip.name ?? code ?? ("picture" in chip ? "A picture’s style" : "A style from the gallery");
  const thumbnail = chip.thumbnail ?? ("picture" in chip ? thumbnailUrl(chip.picture) : null);
  return (
    <div class="chip">
      {thumbnail ? (
        <img src={thumbnail} alt="" />
      ) : (
        code && (
          <span class="codesign">
            <CodeMark levels={levelsOf(code)} />
          </span>
        )
      )}
      <div>
        <div class="chipname">
          <span class={name === code ? "code" : ""} title={code ?? undefined}>
            {name}
          </span>
          <button type="button" class="icon" aria-label={`Remove the style ${name}`} onClick={() => set(null)}>
            <Icon name="close" />
          </button>
        </div>
        <Slider
          label={`Weight of ${name}`}
          unseenLabel
          min={0}
          max={3}
          step={0.1}
          value={chip.weight}
          onChange={(weight) => set({ weight })}
        />
      </div>
    </div>
  );
}
