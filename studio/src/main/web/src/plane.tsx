// Mix: between two codes a row, between three or four a plane, whose mixes are drawn when asked for.
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "./api";
import { CodeField } from "./codefield";
import { CodeActions } from "./codeactions";
import { attempt } from "./notices";
import { StylePicker } from "./picker";
import { go, route } from "./router";
import { drawSketch, Sketch } from "./sketch";
import { model } from "./studio";
import { trialRequest } from "./make";
import type { Code } from "./types";
import { CodeMark, Failure, Icon } from "./widgets";

const mostCorners = 4;
const setCorners = (corners: string[]) =>
  go(`/explore/mix${corners.length ? `?${new URLSearchParams(corners.map((code) => ["corner", code]))}` : ""}`, true);

/** Where the server lays the corners: a third alone is the whole lower side. */
function cornerNames(count: number): string[] {
  if (count < 3) return ["left", "right"];
  return ["top left", "top right", ...(count === 3 ? ["bottom"] : ["bottom left", "bottom right"])];
}

export function Plane() {
  const corners = route.value.query.getAll("corner").slice(0, mostCorners);
  const [picking, setPicking] = useState(false);
  const add = (code: string) => setCorners([...corners, code]);
  return (
    <div class="plane">
      <div class="corners">
        <h2>Between which codes?</h2>
        <p class="quiet">Two make a row, three or four a plane.</p>
        <ol>
          {corners.map((code, place) => (
            <li key={place}>
              <span>
                <span class="code">{code}</span>
                <small>{cornerNames(corners.length)[place]}</small>
              </span>
              <button
                class="icon"
                aria-label={`Remove corner ${place + 1}`}
                onClick={() => setCorners(corners.filter((_, at) => at !== place))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ol>
        {corners.length < mostCorners && (
          <>
            <CodeField label={`Corner ${corners.length + 1}`} action="Add" onCode={(code) => add(code.shared)} />
            <div class="buttons">
              <button class="button" onClick={() => setPicking(true)}>
                <Icon name="grid" />
                <span>Gallery</span>
              </button>
              <button class="button" onClick={() => void attempt(api.random).then((code) => code && add(code.shared))}>
                <Icon name="dice" />
                <span>Random</span>
              </button>
            </div>
          </>
        )}
      </div>
      {corners.length >= 2 ? (
        <Mixes corners={corners} />
      ) : (
        <div class="stage empty">
          <p>Add {corners.length ? "one more code" : "two codes or more"}, and the mixes between them appear here.</p>
        </div>
      )}
      {picking && (
        <StylePicker
          onClose={() => setPicking(false)}
          onPick={(style) => {
            setPicking(false);
            add(style.shared);
          }}
        />
      )}
    </div>
  );
}

function Mixes({ corners }: { corners: string[] }) {
  const [rows, setRows] = useState<Code[][]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const [typed, setTyped] = useState<string | null>(null);
  const prompt = typed ?? model.value?.samplePrompts[0] ?? ""; // opened directly, the page has no model yet
  const grid = useRef<HTMLDivElement>(null);
  const shown = useRef(true);
  const key = corners.join();
  useEffect(() => {
    let current = true;
    setFailure(null);
    setChosen(0);
    api
      .insist(
        () => api.plane(corners, 5, corners.length === 2 ? 1 : 5),
        () => current,
        (message) => current && setFailure(message),
      )
      .then(
        ({ rows }) => current && (setRows(rows), setFailure(null)),
        (problem: Error) => current && setFailure(problem.message),
      );
    return () => void (current = false);
  }, [key]);
  useEffect(() => {
    shown.current = true;
    return () => void (shown.current = false);
  }, [key, prompt]);

  if (failure) return <Failure text={failure} />;
  const columns = rows[0]?.length ?? 1;
  const cells = rows.flat();
  const drawCell = (code: Code) => void drawSketch(trialRequest(prompt, code), () => shown.current);
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    const next = chosen + (by ?? 0);
    if (!by || next < 0 || next >= cells.length) return;
    event.preventDefault();
    setChosen(next);
    grid.current!.querySelectorAll<HTMLElement>("button")[next]!.focus();
  };
  return (
    <div class="mixes">
      <form
        class="joined"
        onSubmit={(event) => {
          event.preventDefault();
          cells.forEach(drawCell);
        }}
      >
        <input
          aria-label="Prompt of the mixes"
          required
          value={prompt}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button class="button primary">Draw all</button>
      </form>
      <div
        ref={grid}
        class="grid"
        role="group"
        aria-label="Mixes; arrow keys move between them, Enter draws one"
        style={{ "--columns": columns }}
        onKeyDown={onKey}
      >
        {cells.map((code, place) => (
          <button
            key={place}
            tabIndex={place === chosen ? 0 : -1}
            aria-pressed={place === chosen}
            aria-label={`Mix in row ${Math.floor(place / columns) + 1}, column ${(place % columns) + 1}: ${code.code}`}
            onClick={() => {
              setChosen(place);
              if (prompt.trim()) drawCell(code);
            }}
          >
            <Sketch request={trialRequest(prompt, code)} label={code.code} empty={<CodeMark levels={code.levels} />} />
          </button>
        ))}
      </div>
      {cells[chosen] && <CodeActions code={cells[chosen]} />}
    </div>
  );
}
