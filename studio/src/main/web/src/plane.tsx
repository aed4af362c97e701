// Mix: a row between two codes, or a plane between three or four. A mix is drawn when the user asks for it.
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

const maxCorners = 4;
const setCorners = (corners: string[]) =>
  go(`/explore/mix${corners.length ? `?${new URLSearchParams(corners.map((code) => ["corner", code]))}` : ""}`, true);

const side = 5;

/** The positions of the corners: two make a row, three a triangle, four a square. */
function cornerNames(count: number): string[] {
  if (count < 3) return ["left", "right"];
  return ["top left", "top right", ...(count === 3 ? ["bottom"] : ["bottom left", "bottom right"])];
}

/**
 * The mixes in rows. With three corners, the server's lower edge is the third corner throughout. So each row of a triangle is
 * taken from a grid that is fine enough for all rows: thirteen columns have four, three and two equal steps.
 */
async function mixesOf(corners: string[]): Promise<Code[][]> {
  if (corners.length !== 3) return (await api.plane(corners, side, corners.length === 2 ? 1 : side)).rows;
  const steps = 12;
  const { rows } = await api.plane(corners, steps + 1, side);
  return rows.map((row, place) => {
    const last = side - 1 - place;
    return Array.from({ length: last + 1 }, (_, column) => row[last && (column * steps) / last]!);
  });
}

export function Plane() {
  const corners = route.value.query.getAll("corner").slice(0, maxCorners);
  const [picking, setPicking] = useState(false);
  const add = (code: string) => setCorners([...corners, code]);
  return (
    <div class="plane">
      <div class="corners">
        <h2>Codes to mix</h2>
        <p class="quiet">Two make a row, three a triangle, four a square.</p>
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
        {corners.length < maxCorners && (
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
          <p>Add {corners.length ? "one more code" : "two or more codes"} to see the mixes between them here.</p>
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
  const prompt = typed ?? model.value?.samplePrompts[0] ?? ""; // a page opened directly at this view has no model yet
  const grid = useRef<HTMLDivElement>(null);
  const shown = useRef(true);
  const key = corners.join();
  useEffect(() => {
    let current = true;
    setFailure(null);
    setChosen(0);
    api
      .insist(
        () => mixesOf(corners),
        () => current,
        (message) => current && setFailure(message),
      )
      .then(
        (rows) => current && (setRows(rows), setFailure(null)),
        (problem: Error) => current && setFailure(problem.message),
      );
    return () => void (current = false);
  }, [key]);
  useEffect(() => {
    shown.current = true;
    return () => void (shown.current = false);
  }, [key, prompt]);

  if (failure) return <Failure text={failure} />;
  const cells = rows.flatMap((row, y) => row.map((code, x) => ({ code, x, y })));
  const placeOf = (x: number, y: number) => cells.findIndex((cell) => cell.x === x && cell.y === y);
  const drawCell = (code: Code) => void drawSketch(trialRequest(prompt, code), () => shown.current);
  const onKey = (event: KeyboardEvent) => {
    const { x, y } = cells[chosen]!;
    const below = Math.min(x, (rows[y + 1]?.length ?? 0) - 1); // lower rows of a triangle are shorter
    const next = {
      ArrowLeft: placeOf(x - 1, y),
      ArrowRight: placeOf(x + 1, y),
      ArrowUp: placeOf(x, y - 1),
      ArrowDown: placeOf(below, y + 1),
    }[event.key];
    if (next === undefined || next < 0) return;
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
          cells.forEach(({ code }) => drawCell(code));
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
        style={{ "--columns": 2 * (rows[0]?.length ?? 1) }}
        onKeyDown={onKey}
      >
        {cells.map(({ code, x, y }, place) => (
          <button
            key={place}
            tabIndex={place === chosen ? 0 : -1}
            aria-pressed={place === chosen}
            aria-label={`Mix in row ${y + 1}, column ${x + 1}: ${code.code}`}
            style={{ gridColumn: `${2 * x + 1 + rows[0]!.length - rows[y]!.length} / span 2`, gridRow: y + 1 }}
            onClick={() => {
              setChosen(place);
              if (prompt.trim()) drawCell(code);
            }}
          >
            <Sketch request={trialRequest(prompt, code)} label={code.code} empty={<CodeMark levels={code.levels} />} />
          </button>
        ))}
      </div>
      {cells[chosen] && <CodeActions code={cells[chosen].code} />}
    </div>
  );
}
