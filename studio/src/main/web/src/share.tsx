// The page of one style, under /s/SHARED-CODE. It also works for codes that nobody saved.
import { useEffect, useState } from "preact/hooks";
import * as api from "./api";
import { Card, Favourite } from "./card";
import { CodeActions } from "./codeactions";
import { CodeField } from "./codefield";
import { announce } from "./notices";
import { go } from "./router";
import { EditDialog, SaveDialog } from "./save";
import { Sketch } from "./sketch";
import { addStyle, codeChip, model } from "./studio";
import { trialRequest } from "./make";
import type { Code, Share, Style } from "./types";
import { CodeMark, Copy, Failure, Icon, Palette, Slider } from "./widgets";

export function StyleView({ text }: { text: string }) {
  const [share, setShare] = useState<Share | null>(null);
  const [problem, setProblem] = useState<api.Problem | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    let current = true;
    api
      .insist(
        () => api.share(text),
        () => current,
        (message) => current && setWaiting(message),
      )
      .then(
        (share) => current && (setShare(share), setProblem(null)),
        (problem: api.Problem) => current && setProblem(problem),
      );
    return () => void (current = false);
  }, [text, again]);

  const undrawn = share?.samples.some(({ picture }) => !picture) ?? false;
  useEffect(() => {
    if (!undrawn) return;
    const wait = setTimeout(() => setAgain(again + 1), 1500);
    return () => clearTimeout(wait);
  }, [undrawn, share]);
  useEffect(() => {
    if (share) document.title = `${share.style?.name ?? share.code.code} · StyleCodes`;
  }, [share]);

  if (problem && !share) {
    const wrong = problem.status === 404 || problem.status === 422;
    return wrong ? <WrongCode text={text} problem={problem} /> : <Failure text={problem.message} />;
  }
  if (!share) {
    return (
      <section class="style" aria-busy="true">
        {waiting && <p class="quiet">{waiting}</p>}
      </section>
    );
  }
  return <StylePage key={share.code.shared} share={share} onStyle={(style) => setShare({ ...share, style })} />;
}

function WrongCode({ text, problem }: { text: string; problem: api.Problem }) {
  const { symbol, suggestion } = problem.body;
  return (
    <section class="welcome">
      <h1 tabIndex={-1}>This is not a style code</h1>
      <p class="bigcode">
        {symbol == null ? text : text.slice(0, symbol)}
        {symbol != null && <mark>{text.charAt(symbol)}</mark>}
        {symbol != null && text.slice(symbol + 1)}
      </p>
      <Failure text={problem.message} />
      {suggestion && (
        <a class="button primary" href={`/s/${suggestion}`}>
          Take {suggestion}
        </a>
      )}
      <CodeField label="Try another" action="Open" onCode={(code) => go(`/s/${code.shared}`)} />
    </section>
  );
}

function StylePage({ share, onStyle }: { share: Share; onStyle: (style: Style | null) => void }) {
  const { code, style, samples } = share;
  const [dialog, setDialog] = useState<"save" | "edit" | null>(null);
  const first = samples.find(({ picture }) => picture);
  const palette = style?.palette.length ? style.palette : (first?.picture?.palette ?? []);
  return (
    <section class="style">
      <header class="stylehead">
        {style?.reference && <img src={style.reference.url} alt={`Reference of ${style.name}`} />}
        <div>
          <h1 tabIndex={-1}>{style?.name ?? "A style nobody has named"}</h1>
          <p class="bigcode">{code.code}</p>
          <CodeMark levels={code.levels} colours={palette} />
          <div class="buttons">
            <Copy text={code.shared} label="Copy to share" />
            <Copy text={code.code} label="Copy bare code" />
            <button
              class="button primary"
              onClick={() => {
                addStyle(codeChip(code, style?.name, style?.reference?.thumbnail));
                go("/draw");
              }}
            >
              <Icon name="brush" />
              <span>Draw with it</span>
            </button>
            <a class="button" href={`/explore/mix?corner=${encodeURIComponent(code.shared)}`}>
              Mix it
            </a>
            {style ? (
              <>
                <Favourite style={style} onChange={onStyle} />
                <button class="button" onClick={() => setDialog("edit")}>
                  Edit
                </button>
              </>
            ) : (
              <button class="button" onClick={() => setDialog("save")}>
                <Icon name="heart" />
                <span>Save to gallery</span>
              </button>
            )}
          </div>
          {style?.note && <p class="note">{style.note}</p>}
          {!!style?.tags.length && (
            <p class="tags">
              {style.tags.map((tag) => (
                <a key={tag} class="tag" href={`/explore?tag=${encodeURIComponent(tag)}`}>
                  {tag}
                </a>
              ))}
            </p>
          )}
        </div>
      </header>
      <ul class="samples" aria-label="Drawn in this style">
        {samples.map(({ prompt, picture }) => (
          <li key={prompt}>
            <figure>
              <div class={picture ? "sketch" : "sketch waiting"}>
                {picture && <img src={picture.url} alt={`“${prompt}”, drawn in this style`} />}
              </div>
              <figcaption>{prompt}</figcaption>
            </figure>
          </li>
        ))}
      </ul>
      {palette.length > 0 && (
        <section>
          <h2>{style?.reference ? "Colours of the reference picture" : `Colours of “${first?.prompt}”`}</h2>
          <Palette colours={palette} />
        </section>
      )}
      <p class="about">
        The twenty symbols <span class="code">{code.code}</span> hold a style for the model{" "}
        <strong>{code.model}</strong>: colours, light and texture, but not what a picture shows. The shared form
        also names the model and has two check symbols that detect typing errors. Anyone with this program and this
        model gets the same style from the code.
      </p>
      <Variations code={code} />
      <Nearby code={code} self={style?.id} />
      {dialog === "save" && <SaveDialog code={code} onClose={() => setDialog(null)} onSaved={onStyle} />}
      {dialog === "edit" && style && <EditDialog style={style} onClose={() => setDialog(null)} onChange={onStyle} />}
    </section>
  );
}

function Variations({ code }: { code: Code }) {
  const [amount, setAmount] = useState(0.3);
  const [varied, setVaried] = useState<Code[]>([]);
  const [chosen, setChosen] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const prompt = model.value?.samplePrompts[0] ?? "";
  const vary = async () => {
    setFailure(null);
    try {
      setVaried((await api.vary(code.code, amount, crypto.getRandomValues(new Uint32Array(1))[0]!)).items);
      setChosen(0);
      announce("Variations found.");
    } catch (problem) {
      setFailure((problem as Error).message);
    }
  };
  return (
    <section class="variations">
      <header>
        <h2>Variations</h2>
        <Slider label="How far" min={0.05} max={1} step={0.05} value={amount} onChange={setAmount} />
        <button class="button" onClick={() => void vary()}>
          <Icon name="dice" />
          <span>{varied.length ? "Others" : "Vary it"}</span>
        </button>
      </header>
      <Failure text={failure} />
      {varied.length > 0 && (
        <>
          <div class="row">
            {varied.map((each, place) => (
              <button
                key={each.code}
                aria-pressed={place === chosen}
                aria-label={`Variation ${place + 1}: ${each.code}`}
                onClick={() => setChosen(place)}
              >
                <Sketch
                  auto
                  request={trialRequest(prompt, each)}
                  label={each.code}
                  empty={<CodeMark levels={each.levels} />}
                />
              </button>
            ))}
          </div>
          <CodeActions code={varied[chosen]!} />
        </>
      )}
    </section>
  );
}

function Nearby({ code, self }: { code: Code; self: string | undefined }) {
  const [found, setFound] = useState<{ style: Style; distance: number }[]>([]);
  useEffect(() => {
    let current = true;
    api
      .insist(
        () => api.nearest({ code: code.shared }, 5),
        () => current,
      )
      .then(
        ({ items }) => current && setFound(items),
        () => {}, // optional, so an error is ignored
      );
    return () => void (current = false);
  }, [code.shared, self]);
  const others = found.filter(({ style }) => style.id !== self).slice(0, 4);
  if (!others.length) return null;
  return (
    <section>
      <h2>Nearest in the gallery</h2>
      <ul class="cards">
        {others.map(({ style, distance }) => (
          <li key={style.id}>
            <Card
              style={style}
              distance={distance}
              onChoose={null}
              onTag={(tag) => go(`/explore?tag=${encodeURIComponent(tag)}`)}
              onChange={(changed) =>
                setFound(found.map((item) => (item.style.id === changed.id ? { ...item, style: changed } : item)))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
