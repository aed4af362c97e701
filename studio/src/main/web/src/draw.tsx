// Draw: a prompt and styles become pictures. The form is next to the picture being drawn.
import { useEffect, useRef, useState } from "preact/hooks";
import { Problem } from "./api";
import { History } from "./history";
import { draw, over } from "./jobs";
import { More } from "./more";
import { announce } from "./notices";
import { marked, refusal, refusalId, refuse, showRefused } from "./refusal";
import { go } from "./router";
import { Stage } from "./stage";
import { change, draft, model, modelTrouble, remember, requestOf, thumbnailUrl } from "./studio";
import { StylesField } from "./stylesfield";
import type { Model } from "./types";
import { Field, Icon, Slider } from "./widgets";
import { UnknownWords } from "./words";

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
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const refused = refusal.value;
  useEffect(() => void (refusal.value = null), [draft.value]); // the form has changed since the refusal
  useEffect(() => void (refused && showRefused(form.current!)), [refused]);
  const submit = async () => {
    setBusy(true);
    refusal.value = null;
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
      refuse((problem as Error).message, problem instanceof Problem ? problem.body.field : undefined);
    }
    setBusy(false);
  };
  const onKeys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <form
      ref={form}
      class="drawform"
      noValidate // the server explains what is wrong, even for a field in the folded part
      onKeyDown={onKeys}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="Prompt">
        {(id) => (
          <textarea
            {...marked("prompt")}
            id={id}
            rows={2}
            class="prompt"
            placeholder={model.samplePrompts[0]}
            value={prompt}
            onInput={(event) => change({ prompt: event.currentTarget.value })}
          />
        )}
      </Field>
      <UnknownWords prompt={`${prompt} ${negative ?? ""}`} model={model} />
      <Field label="Negative prompt" hint="what to leave out">
        {(id) => (
          <input
            {...marked("negative")}
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
              Start without a picture
            </button>
          </div>
        </div>
      )}
      <More model={model} />
      <footer>
        {refused && (
          <p id={refusalId} class="failed" role="alert">
            {refused.text}
          </p>
        )}
        <button class="button primary big" disabled={busy} title="Ctrl + Enter">
          <Icon name="brush" />
          <span>Draw</span>
        </button>
      </footer>
    </form>
  );
}
