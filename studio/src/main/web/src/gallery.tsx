// The gallery: its search, which is stored in the address, and its cards.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "./api";
import { Card } from "./card";
import { Collections } from "./collections";
import { attempt } from "./notices";
import { type NearestShown, nearestFrom, nearestLabel, NearestTo } from "./nearest";
import { go, route } from "./router";
import type { Style, StylePage } from "./types";
import { Failure, Icon } from "./widgets";

/**
 * Changes the search parameters in the address; an empty value removes a parameter. The Back button undoes the change unless it
 * `replaces` the current entry.
 */
function search(part: Record<string, string>, replaces = false): void {
  const query = new URLSearchParams(route.value.query);
  for (const [name, value] of Object.entries(part)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  go(`/explore${query.size ? `?${query}` : ""}`, replaces);
}

const filters = ["q", "tag", "favourite", "near"];
const isFiltered = (query: URLSearchParams) => filters.some((name) => query.has(name));
const showAll = () => search(Object.fromEntries(filters.map((name) => [name, ""])));

interface Found {
  items: { style: Style; distance?: number }[];
  next: string | null;
  total: number;
  tags: StylePage["tags"];
}

const firstPage = 24;
const maxPage = 200;

async function find(
  query: URLSearchParams,
  near: NearestShown | null,
  { cursor, limit = firstPage }: { cursor?: string; limit?: number } = {},
): Promise<Found> {
  if (near) {
    const { items } = await api.nearest(near);
    return { items, next: null, total: items.length, tags: [] };
  }
  const page = await api.styles({
    q: query.get("q") ?? "",
    tag: query.get("tag") ?? "",
    favourite: query.has("favourite"),
    sort: query.get("sort") ?? "newest",
    limit,
    cursor,
  });
  return { ...page, items: page.items.map((style) => ({ style })) };
}

export function Gallery() {
  const { query } = route.value;
  const near = nearestFrom(query);
  const key = query.toString();
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [again, setAgain] = useState(0);
  const shownKey = useRef(key);

  useEffect(() => {
    let current = true;
    setFailure(null);
    // A repeated search loads as many styles as are already shown.
    const shown = shownKey.current === key ? (found?.items.length ?? 0) : 0;
    const limit = Math.min(Math.max(shown, firstPage), maxPage);
    shownKey.current = key;
    const wait = setTimeout(
      () =>
        api
          .insist(
            () => find(query, near, { limit }),
            () => current,
            (message) => current && setFailure(message),
          )
          .then(
            (found) => current && (setFound(found), setFailure(null)),
            (problem: Error) => current && setFailure(problem.message),
          ),
      found ? 150 : 0,
    );
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [key, again]);

  // Samples of new styles are drawn one by one. Search again until all are drawn.
  const undrawn = found?.items.some(({ style }) => style.samples.some(({ picture }) => !picture)) ?? false;
  useEffect(() => {
    if (!undrawn) return;
    const wait = setTimeout(() => setAgain(again + 1), 4000);
    return () => clearTimeout(wait);
  }, [undrawn, found]);

  const more = async () => {
    const page = await attempt(() => find(query, near, { cursor: found!.next! }));
    if (page) setFound({ ...page, items: [...found!.items, ...page.items] });
  };
  const replace = (style: Style) =>
    setFound(
      found && { ...found, items: found.items.map((item) => (item.style.id === style.id ? { ...item, style } : item)) },
    );
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };

  return (
    <>
      <Toolbar found={found} near={near}>
        <Collections chosen={chosen} onChoose={setChosen} onImported={() => setAgain(again + 1)} />
      </Toolbar>
      <Failure text={failure} />
      {found && !found.items.length && <Empty filtered={isFiltered(query)} />}
      <ul class="cards">
        {found?.items.map(({ style, distance }) => (
          <li key={style.id}>
            <Card
              style={style}
              distance={distance}
              chosen={chosen?.has(style.id)}
              onChoose={chosen && (() => toggle(style.id))}
              onTag={(tag) => search({ tag, near: "" })}
              onChange={replace}
            />
          </li>
        ))}
      </ul>
      {found?.next && (
        <button class="button centred" onClick={() => void more()}>
          More styles
        </button>
      )}
    </>
  );
}

/** Searches when the user stops typing. All typing during one visit to the field is one step of the browser history. */
function SearchField() {
  const searched = route.value.query.get("q") ?? "";
  const [text, setText] = useState(searched);
  const rest = useRef(0);
  const typed = useRef<string | null>(null); // the search of this visit to the field
  useEffect(() => {
    if (searched === typed.current) return;
    typed.current = null; // changed by Back or by a button
    clearTimeout(rest.current);
    setText(searched);
  }, [searched]);
  useEffect(() => () => clearTimeout(rest.current), []);
  const type = (text: string) => {
    setText(text);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => {
      const replaces = typed.current !== null;
      typed.current = text.trim();
      search({ q: typed.current, near: "" }, replaces);
    }, 200);
  };
  return (
    <label class="searchfield">
      <Icon name="search" />
      <span class="unseen">Search by name, tag or note</span>
      <input
        type="search"
        placeholder="Search the gallery"
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => (typed.current = null)}
      />
    </label>
  );
}

function Toolbar({
  found,
  near,
  children,
}: {
  found: Found | null;
  near: NearestShown | null;
  children: ComponentChildren;
}) {
  const { query } = route.value;
  const [open, setOpen] = useState<"nearest" | "collection" | null>(null);
  const toggle = (what: typeof open) => setOpen(open === what ? null : what);
  const tag = query.get("tag");
  return (
    <div class="toolbar">
      <div class="searchrow">
        <SearchField />
        <select
          aria-label="Order"
          disabled={!!near}
          value={near ? "nearest" : (query.get("sort") ?? "newest")}
          onChange={(event) => search({ sort: event.currentTarget.value })}
        >
          {near && <option value="nearest">Nearest first</option>}
          <option value="newest">Newest first</option>
          <option value="oldest">Oldest first</option>
          <option value="name">By name</option>
          <option value="favourite">Favourites first</option>
        </select>
        <button
          class="button"
          title="Favourites"
          aria-pressed={query.has("favourite")}
          onClick={() => search({ favourite: query.has("favourite") ? "" : "1", near: "" })}
        >
          <Icon name="heart" filled={query.has("favourite")} />
          <span>Favourites</span>
        </button>
        <button
          class="button"
          title="Nearest to…"
          aria-expanded={open === "nearest"}
          onClick={() => toggle("nearest")}
        >
          <Icon name="drop" />
          <span>Nearest to…</span>
        </button>
        <button
          class="button"
          title="Collection"
          aria-expanded={open === "collection"}
          onClick={() => toggle("collection")}
        >
          <Icon name="download" />
          <span>Collection</span>
        </button>
      </div>
      {open === "collection" && children}
      {open === "nearest" && (
        <NearestTo
          onChosen={(near) => {
            setOpen(null);
            search({ near, q: "", tag: "", favourite: "" });
          }}
        />
      )}
      <p class="filters" aria-live="polite">
        {near && (
          <button class="tag on" onClick={() => search({ near: "" })}>
            {nearestLabel(near)} <Icon name="close" />
            <span class="unseen">, stop showing the nearest</span>
          </button>
        )}
        {tag && (
          <button class="tag on" onClick={() => search({ tag: "" })}>
            {tag} <Icon name="close" />
            <span class="unseen">, stop filtering by this tag</span>
          </button>
        )}
        {found?.tags
          .filter((each) => each.tag !== tag)
          .slice(0, 14)
          .map((each) => (
            <button key={each.tag} class="tag" onClick={() => search({ tag: each.tag })}>
              {each.tag} {!isFiltered(query) && <small>{each.count}</small>}
            </button>
          ))}
        {found && <span class="quiet count">{found.total === 1 ? "1 style" : `${found.total} styles`}</span>}
      </p>
    </div>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  return (
    <div class="emptygallery">
      {filtered ? (
        <>
          <p>No style matches.</p>
          <button class="button" onClick={showAll}>
            Show all styles
          </button>
        </>
      ) : (
        <>
          <p>The gallery is empty so far.</p>
          <a class="button primary" href="/">
            Make the first code
          </a>
        </>
      )}
    </div>
  );
}
