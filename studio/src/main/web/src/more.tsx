// What few people change of a drawing: size, count, seed, sampler, steps, guidance, the picture it starts from.
import { startFromFile } from "./pictures";
import { type FieldName, marked } from "./refusal";
import { change, draft } from "./studio";
import type { Model } from "./types";
import { Field, FilePicker } from "./widgets";

function NumberField({
  name,
  label,
  hint,
  value,
  otherwise,
  min,
  max,
  step,
  set,
}: {
  name: FieldName;
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

export function More({ model }: { model: Model }) {
  const { seed, width, height, count, sampler, steps, guidance, styleGuidance, guidanceMode } = draft.value;
  const { defaults, limits } = model;
  return (
    <details class="more">
      <summary>More</summary>
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
        <NumberField name="seed" label="Seed" value={seed} otherwise="random" min={0} step={1} set={(seed) => change({ seed })} />
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
