// Settings that few users change: size, count, seed, sampler, steps, guidance, and the picture to start from.
import { startFromFile } from "./pictures";
import { type FieldName, marked } from "./refusal";
import { change, type Draft, draft, estimate } from "./studio";
import type { GenerationRequest, Model, StepInterval } from "./types";
import { duration, Field, FilePicker } from "./widgets";

function NumberField({
  name,
  label,
  value,
  otherwise,
  min,
  max,
  step,
  set,
}: {
  name: FieldName;
  label: string;
  value: number | undefined;
  otherwise: number | string;
  min: number;
  max?: number;
  step: number | "any";
  set: (value: number | undefined) => void;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          {...marked(name)}
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

export const guidanceModes: Record<string, string> = {
  joint: "prompt and style together",
  separate: "prompt and style separately",
  reference: "prompt only, as published",
};

const presetNames: Record<string, string> = {
  released: "as in the published scripts",
  fast: "fast, for drafts",
};

// All fields that a preset can set.
const presetFields = [
  "strength",
  "guidance",
  "styleGuidance",
  "guidanceMode",
  "guidanceInterval",
  "styleInterval",
  "steps",
  "sampler",
] as const;

const settingsOf = (request: GenerationRequest) =>
  Object.fromEntries(presetFields.map((field) => [field, request[field]])) as Partial<Draft>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The name of the preset that a draft has the values of; empty for the model's own settings, null for other values. */
function presetOf(draft: Draft, presets: Record<string, GenerationRequest>): string | null {
  const settings = settingsOf(draft);
  if (same(settings, {})) return "";
  return Object.keys(presets).find((name) => same(settings, settingsOf(presets[name] ?? {}))) ?? null;
}

const percent = ({ start = 0, end = 1 }: StepInterval) => `${Math.round(100 * start)}–${Math.round(100 * end)} %`;

/** A part of the steps in words; undefined for all steps. */
export const shownInterval = (interval?: StepInterval) =>
  interval && ((interval.start ?? 0) > 0 || (interval.end ?? 1) < 1) ? `${percent(interval)} of the steps` : undefined;

/**
 * Short descriptions of the settings that differ from the model's defaults. They stay visible while the fields are folded,
 * because they still apply.
 */
function changedSettings(draft: Draft, { defaults }: Model): string[] {
  const { seed, width, height, count, sampler, steps, guidance, styleGuidance, guidanceMode } = draft;
  const { guidanceInterval, styleInterval } = draft;
  const size = [width ?? defaults.width, height ?? defaults.height];
  const settings = [
    seed && `seed ${seed}`,
    count != null && count !== 1 && `${count} pictures`,
    (size[0] !== defaults.width || size[1] !== defaults.height) && size.join(" × "),
    sampler && sampler !== defaults.sampler && sampler,
    steps != null && steps !== defaults.steps && `${steps} steps`,
    guidance != null && guidance !== defaults.guidance && `guidance ${guidance}`,
    guidanceMode && guidanceMode !== defaults.guidanceMode && guidanceModes[guidanceMode],
    styleGuidance != null && styleGuidance !== defaults.styleGuidance && `style guidance ${styleGuidance}`,
    guidanceInterval && !same(guidanceInterval, defaults.guidanceInterval) && `guidance in ${percent(guidanceInterval)}`,
    styleInterval && !same(styleInterval, defaults.styleInterval) && `style in ${percent(styleInterval)}`,
  ];
  return settings.filter((setting) => typeof setting === "string").filter(Boolean);
}

export function More({ model }: { model: Model }) {
  const { seed, width, height, count, sampler, steps, guidance, styleGuidance, guidanceMode } = draft.value;
  const { defaults, limits } = model;
  const presets: Record<string, GenerationRequest> = model.presets;
  const preset = presetOf(draft.value, presets);
  const seconds = estimate(draft.value, model);
  return (
    <details class="more">
      <summary>
        <span>More</span>
        {changedSettings(draft.value, model).map((setting) => (
          <small key={setting}> · {setting}</small>
        ))}
      </summary>
      <div class="fields">
        <NumberField
          name="width"
          label="Width"
          value={width}
          otherwise={defaults.width}
          min={model.sizeStep}
          max={limits.side}
          step={model.sizeStep}
          set={(width) => change({ width })}
        />
        <NumberField
          name="height"
          label="Height"
          value={height}
          otherwise={defaults.height}
          min={model.sizeStep}
          max={limits.side}
          step={model.sizeStep}
          set={(height) => change({ height })}
        />
        {seconds != null && <p class="hint">Takes {duration(seconds)}, judging by the last drawing</p>}
        <NumberField
          name="count"
          label="Pictures"
          value={count}
          otherwise={1}
          min={1}
          max={limits.count}
          step={1}
          set={(count) => change({ count })}
        />
        <Field label="Seed">
          {(id) => (
            <input
              {...marked("seed")}
              id={id}
              inputMode="numeric"
              autocomplete="off"
              placeholder="random"
              value={seed ?? ""}
              onInput={({ currentTarget: { value } }) => change({ seed: value.trim() || undefined })}
            />
          )}
        </Field>
        {seed?.startsWith("-") && (
          <p class="hint" aria-live="polite">
            {seed} is an ordinary seed. Leave the field empty for a random seed.
          </p>
        )}
        <Field label="Preset">
          {(id) => (
            <select
              id={id}
              value={preset ?? "own"}
              onChange={({ currentTarget: { value } }) => change(settingsOf(presets[value] ?? {}))}
            >
              <option value="">the model's own settings</option>
              {Object.keys(presets).map((name) => (
                <option key={name} value={name}>
                  {presetNames[name] ?? name}
                </option>
              ))}
              {preset == null && <option value="own">changed</option>}
            </select>
          )}
        </Field>
        <Field label="Sampler">
          {(id) => (
            <select
              {...marked("sampler")}
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
          name="steps"
          label="Steps"
          value={steps}
          otherwise={defaults.steps}
          min={1}
          max={limits.steps}
          step={1}
          set={(steps) => change({ steps })}
        />
        <NumberField
          name="guidance"
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
              onChange={(event) => change({ guidanceMode: event.currentTarget.value as Draft["guidanceMode"] })}
            >
              {Object.entries(guidanceModes).map(([mode, words]) => (
                <option key={mode} value={mode}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        {(guidanceMode ?? defaults.guidanceMode) === "separate" && (
          <NumberField
            name="styleGuidance"
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
