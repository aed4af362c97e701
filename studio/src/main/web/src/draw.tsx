// Draw: a prompt and styles become pictures. The form stands beside what is being drawn.
import { useState } from "preact/hooks";
import { draw, over } from "./jobs";
import { CodeField } from "./codefield";
import { History } from "./history";
import { announce } from "./notices";
import { addAsStyles, startFromFile } from "./pictures";
import { StylePicker } from "./picker";
import { go } from "./router";
import { Stage } from "./stage";
import {
  addStyle,
  change,
  type Chip,
  codeChip,
  draft,
  model,
  modelTrouble,
  remember,
  requestOf,
  thumbnailUrl,
} from "./studio";
import type { Model } from "./types";
import { Failure, Field, FilePicker, Icon, Slider } from "./widgets";

export function Draw() {
  return (
    <section class="draw">
      <h1 tabIndex={-1} class="unseen">
        Draw
      </h1>
      {model.value ? (
        <DrawForm model={model.value} />
      ) : (
        <p class="waiting">{modelTrouble.value ?? "Waiting for the model…"}</p>
      )}
      <div class="stageside">
        <Stage />
        <History />
      </div>
    </section>
  );
}

function DrawForm({ model }: { model: Model }) {
  const { prompt, negative, styles, strength, init, initStrength } = draft.value;
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const drawing = await draw(requestOf(draft.value));
      remember(drawing.value.job);
      void over(drawing).then((job) => {
        remember(job);
        announce(job.state === "done" ? "The picture is done." : `The drawing ended: ${job.state}.`);
      });
      announce("Drawing.");
      go(`/draw?job=${drawing.value.job.id}`, true);
      if (scrollY > 0) scrollTo({ top: 0 });
    } catch (problem) {
      setFailure((problem as Error).message);
    }
    setBusy(false);
  };
  const onKeys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <form
      class="drawform"
      onKeyDown={onKeys}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="Prompt">
        {(id) => (
          <textarea
            id={id}
            rows={2}
            class="prompt"
            placeholder={model.samplePrompts[0]}
            value={prompt}
            onInput={(event) => change({ prompt: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Negative prompt" hint="what to keep out">
        {(id) => (
          <input
            id={id}
            value={negative ?? ""}
            onInput={(event) => change({ negative: event.currentTarget.value || undefined })}
          />
        )}
      </Field>
      <StylesField />
      {styles.length > 0 && (
        <Slider
          label="Strength of the style"
          min={0}
          max={1}
          step={0.05}
          value={strength ?? model.defaults.strength}
          onChange={(strength) => change({ strength })}
        />
      )}
      {init && (
        <div class="init">
          <img src={thumbnailUrl(init)} alt="The picture to start from" />
          <div>
            <Slider
              label="Change it by"
              min={0}
              max={1}
              step={0.05}
              value={initStrength ?? 0.6}
              onChange={(initStrength) => change({ initStrength })}
            />
            <button type="button" class="plain" onClick={() => change({ init: undefined, initStrength: undefined })}>
              Start from nothing instead
            </button>
          </div>
        </div>
      )}
      <More model={model} />
      <Failure text={failure} />
      <footer>
        <button class="button primary big" disabled={busy} title="Ctrl + Enter">
          <Icon name="brush" />
          <span>Draw</span>
        </button>
      </footer>
    </form>
  );
}

function StylesField() {
  const [adding, setAdding] = useState(false);
  const [picking, setPicking] = useState(false);
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
        <button type="button" class="button" aria-expanded={adding} onClick={() => setAdding(!adding)}>
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
          onCode={(code) => {
            setAdding(false);
            addStyle(codeChip(code));
          }}
        />
      )}
      {picking && (
        <StylePicker
          onClose={() => setPicking(false)}
          onPick={(style) => {
            setPicking(false);
            addStyle({ style: style.id, weight: 1, name: style.name, thumbnail: coverOf(style) });
          }}
        />
      )}
    </fieldset>
  );
}

const coverOf = (style: {
  reference: { thumbnail: string } | null;
  samples: { picture: { thumbnail: string } | null }[];
}) => style.reference?.thumbnail ?? style.samples.find(({ picture }) => picture)?.picture?.thumbnail;

function StyleChip({ chip, set }: { chip: Chip; set: (part: Partial<Chip> | null) => void }) {
  const code = "code" in chip ? chip.code : null;
  const name = chip.name ?? code ?? ("picture" in chip ? "A picture’s style" : "A style of the gallery");
  const thumbnail = chip.thumbnail ?? ("picture" in chip ? thumbnailUrl(chip.picture) : null);
  return (
    <div class="chip">
      {thumbnail && <img src={thumbnail} alt="" />}
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

function NumberField({
  label,
  hint,
  value,
  otherwise,
  min,
  max,
  step,
  set,
}: {
  label: string;
  hint?: string;
  value: number | undefined;
  otherwise: number | string;
  min: number;
  max?: number;
  step: number | "any";
  set: (value: number | undefined) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <input
          id={id}
          type="number"
          min={min}
          max={max}
          step={step}
          placeholder={String(otherwise)}
          value={value ?? ""}
          onInput={({ currentTarget: { value } }) => set(value === "" ? undefined : Number(value))}
        />
      )}
    </Field>
  );
}

function More({ model }: { model: Model }) {
  const { seed, width, height, count, sampler, steps, guidance, styleGuidance, guidanceMode } = draft.value;
  const { defaults, limits } = model;
  return (
    <details class="more">
      <summary>More</summary>
      <div class="fields">
        <NumberField
          label="Width"
          value={width}
          otherwise={defaults.width}
          min={model.sizeStep}
          max={limits.side}
          step={model.sizeStep}
          set={(width) => change({ width })}
        />
        <NumberField
          label="Height"
          value={height}
          otherwise={defaults.height}
          min={model.sizeStep}
          max={limits.side}
          step={model.sizeStep}
          set={(height) => change({ height })}
        />
        <NumberField
          label="Pictures"
          value={count}
          otherwise={1}
          min={1}
          max={limits.count}
          step={1}
          set={(count) => change({ count })}
        />
        <NumberField label="Seed" value={seed} otherwise="random" min={0} step={1} set={(seed) => change({ seed })} />
        <Field label="Sampler">
          {(id) => (
            <select
              id={id}
              value={sampler ?? defaults.sampler}
              onChange={(event) => change({ sampler: event.currentTarget.value })}
            >
              {model.samplers.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
        <NumberField
          label="Steps"
          value={steps}
          otherwise={defaults.steps}
          min={1}
          max={limits.steps}
          step={1}
          set={(steps) => change({ steps })}
        />
        <NumberField
          label="Guidance"
          value={guidance}
          otherwise={defaults.guidance ?? ""}
          min={0}
          step="any"
          set={(guidance) => change({ guidance })}
        />
        <Field label="Guidance mode">
          {(id) => (
            <select
              id={id}
              value={guidanceMode ?? defaults.guidanceMode}
              onChange={(event) => change({ guidanceMode: event.currentTarget.value })}
            >
              <option value="joint">prompt and style together</option>
              <option value="separate">each with its own</option>
              <option value="reference">as published: prompt alone</option>
            </select>
          )}
        </Field>
        {(guidanceMode ?? defaults.guidanceMode) === "separate" && (
          <NumberField
            label="Style guidance"
            value={styleGuidance}
            otherwise={defaults.styleGuidance ?? ""}
            min={0}
            step="any"
            set={(styleGuidance) => change({ styleGuidance })}
          />
        )}
      </div>
      <div class="buttons">
        <FilePicker label="Start from a picture" onFiles={([file]) => file && void startFromFile(file)} />
        <button type="button" class="button" onClick={() => (draft.value = { prompt: draft.value.prompt, styles: [] })}>
          Reset all
        </button>
      </div>
    </details>
  );
}
