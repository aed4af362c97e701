// Make: turns pictures into a code.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import * as api from "./api";
import { CodeField } from "./codefield";
import { picturesOf, takeStyles } from "./pictures";
import { Cover } from "./picker";
import { go } from "./router";
import { SaveDialog } from "./save";
import { Sketch } from "./sketch";
import { addStyle, codeChip, model, type Source, sources } from "./studio";
import type { Code, Style } from "./types";
import { CodeMark, Copy, Failure, FilePicker, Icon, Palette, Slider } from "./widgets";

export function Make() {
  return sources.value.length ? <Made /> : <Welcome />;
}

function DropZone({ children }: { children: ComponentChildren }) {
  return (
    <div
      class="dropzone"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void takeStyles(picturesOf(event.dataTransfer!.files));
      }}
    >
      {children}
    </div>
  );
}

function Welcome() {
  return (
    <section class="welcome">
      <h1 tabIndex={-1}>A picture’s style, as a code</h1>
      <p class="lead">
        Twenty symbols describe how a picture looks. Draw anything in that style, mix it with others, pass it on.
      </p>
      <DropZone>
        <Icon name="picture" />
        <FilePicker label="Choose pictures" primary multiple onFiles={(files) => void takeStyles(files)} />
        <p>or drop or paste them here. Several pictures make one code.</p>
      </DropZone>
      <CodeField label="Have a code?" action="Open" onCode={(code) => go(`/s/${code.shared}`)} />
      <Newest />
    </section>
  );
}

/** A few styles to start from, if the gallery has any. */
function Newest() {
  const [styles, setStyles] = useState<Style[]>([]);
  useEffect(() => {
    api.styles({ limit: 6 }).then(
      ({ items }) => setStyles(items),
      () => {}, // the banner shows that the server is lost
    );
  }, []);
  if (!styles.length) return null;
  return (
    <section aria-labelledby="newest">
      <h2 id="newest">Or start from a style</h2>
      <ul class="picker newest">
        {styles.map((style) => (
          <li key={style.id}>
            <a href={`/s/${style.shared}`}>
              <Cover style={style} />
              <span>{style.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function change(key: string, part: Partial<Source>): void {
  sources.value = sources.value.map((source) => (source.key === key ? { ...source, ...part } : source));
}

function remove({ key, preview }: Source): void {
  URL.revokeObjectURL(preview);
  sources.value = sources.value.filter((source) => source.key !== key);
}

/** The code of all pictures together: the code of the only picture, or the weighted mix of several. */
function useMerged(): { code: Code | null; failure: string | null } {
  const codes = sources.value.flatMap(({ code, weight }) => (code ? [{ code: code.code, weight }] : []));
  const key = JSON.stringify(codes);
  const [merged, setMerged] = useState<Code | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    setFailure(null);
    const only = codes.length === 1 ? sources.value.find(({ code }) => code)!.code! : null;
    if (only || !codes.length) return setMerged(only);
    if (codes.every(({ weight }) => weight === 0))
      return setFailure("All weights are 0. Give at least one picture a weight above 0.");
    const wait = setTimeout(
      () =>
        api.mix(codes).then(
          (code) => current && setMerged(code),
          (problem: Error) => current && setFailure(problem.message),
        ),
      150,
    );
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [key]);
  return { code: merged, failure };
}

function Made() {
  const { code, failure } = useMerged();
  const all = sources.value;
  const several = all.filter((source) => source.code).length > 1;
  const pending = all.some((source) => !source.code && !source.failure);
  return (
    <section class="made">
      <div class="sources">
        <ul class={all.length > 1 ? "many" : ""}>
          {all.map((source) => (
            <SourceItem key={source.key} source={source} several={several} />
          ))}
        </ul>
        <DropZone>
          <FilePicker label="Add pictures" multiple onFiles={(files) => void takeStyles(files)} />
          <button class="button" onClick={() => all.forEach(remove)}>
            Start over
          </button>
        </DropZone>
      </div>
      <div class="result">
        <h1 tabIndex={-1} class="overline">
          {several ? "One code of several pictures" : "The style code"}
        </h1>
        {code ? <CodeResult code={code} /> : pending && <p class="bigcode waiting">Reading the style…</p>}
        <Failure text={failure} />
      </div>
    </section>
  );
}

function SourceItem({ source, several }: { source: Source; several: boolean }) {
  const { picture, code, failure } = source;
  const [broken, setBroken] = useState(false);
  return (
    <li>
      <figure>
        {broken ? (
          <div class="nopicture">
            <Icon name="picture" />
          </div>
        ) : (
          <img
            src={picture?.url ?? source.preview}
            alt={source.name}
            class={code || failure ? "" : "reading"}
            onError={() => setBroken(true)}
          />
        )}
        {!failure && (
          <figcaption title={source.name} aria-hidden="true">
            {source.name}
          </figcaption>
        )}
        <button class="icon over" aria-label={`Remove ${source.name}`} onClick={() => remove(source)}>
          <Icon name="close" />
        </button>
      </figure>
      {failure && <p class="failed">{failure}</p>}
      {several && code && (
        <>
          <p class="code small">{code.code}</p>
          <Slider
            label={`Weight of ${source.name}`}
            unseenLabel
            min={0}
            max={3}
            step={0.1}
            value={source.weight}
            onChange={(weight) => change(source.key, { weight })}
          />
        </>
      )}
    </li>
  );
}

function CodeResult({ code }: { code: Code }) {
  const [saving, setSaving] = useState(false);
  const first = sources.value.find((source) => source.picture)?.picture;
  const colours = [...new Set(sources.value.flatMap(({ picture }) => picture?.palette ?? []))].slice(0, 12);
  return (
    <>
      <p class="bigcode">{code.code}</p>
      <CodeMark levels={code.levels} colours={colours} />
      <div class="buttons">
        <Copy text={code.code} label="Copy code" />
        <Copy text={code.shared} label="Copy to share" />
        <button class="button" onClick={() => setSaving(true)}>
          <Icon name="heart" />
          <span>Save to gallery</span>
        </button>
      </div>
      <p class="quiet">
        To share: <span class="code">{code.shared}</span>, which names its model and detects typing errors.{" "}
        <a href={`/s/${code.shared}`}>Page of this style</a>
      </p>
      <h2>{sources.value.length > 1 ? "Colours of the pictures" : "Colours of the picture"}</h2>
      <Palette colours={colours} />
      <Trial code={code} />
      {saving && <SaveDialog code={code} reference={first} onClose={() => setSaving(false)} />}
    </>
  );
}

/** Shows what a code makes of a prompt: first the first sample prompt, then the prompts that the user types. */
export function Trial({ code }: { code: Code }) {
  const prompts = model.value?.samplePrompts ?? [];
  const [prompt, setPrompt] = useState<string | null>(null);
  const [text, setText] = useState("");
  const shown = prompt ?? prompts[0];
  if (!shown) return null;
  return (
    <>
      <h2>First picture</h2>
      <div class="trial">
        <Sketch auto label={`${shown}, in the style ${code.code}`} request={trialRequest(shown, code)} />
        <div>
          <p>“{shown}” in this style</p>
          <form
            class="joined"
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim()) setPrompt(text.trim());
            }}
          >
            <input
              aria-label="Another prompt"
              placeholder={prompts[1]}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <button class="button">Try</button>
          </form>
          <button
            class="button primary"
            onClick={() => {
              addStyle(codeChip(code));
              go("/draw");
            }}
          >
            <Icon name="brush" />
            <span>Draw with this style</span>
          </button>
        </div>
      </div>
    </>
  );
}

/** Sketches share one seed, so that two of them differ only by their style. */
export const trialRequest = (prompt: string, code: Pick<Code, "shared">) => ({
  prompt,
  styles: [{ code: code.shared }],
  seed: "1",
});
