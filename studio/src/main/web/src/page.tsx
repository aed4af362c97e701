// The studio's page: its frame, and the choice of the view inside it.
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { lost, Problem, session, tokenWanted } from "./api";
import { Draw } from "./draw";
import { DropAnywhere } from "./drop";
import { Explore, isExplored } from "./explore";
import { Make } from "./make";
import { Notices } from "./notices";
import { route } from "./router";
import { StyleView } from "./share";
import { loadModel, model } from "./studio";
import { Dialog, Failure, Field, Icon } from "./widgets";

const tabs = [
  ["/", "Make", "picture"],
  ["/draw", "Draw", "brush"],
  ["/explore", "Explore", "grid"],
] as const;

/** The tab of an address, if the address exists. The page of a style belongs to Explore. */
const tabOf = (path: string) => tabs.find(([tab]) => tab === path || (tab === "/explore" && isPartOfExplore(path)));
const isPartOfExplore = (path: string) => isExplored(path) || path.startsWith("/s/");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign; the server explains what is wrong with the code
  }
}

function View() {
  const { path } = route.value;
  if (path.startsWith("/s/")) {
    const text = decoded(path.slice(3));
    return <StyleView key={text} text={text} />;
  }
  if (path === "/draw") return <Draw />;
  if (isExplored(path)) return <Explore />;
  if (path === "/") return <Make />;
  return (
    <section class="welcome">
      <h1 tabIndex={-1}>There is no such page</h1>
      <a class="button" href="/">
        Back to the start page
      </a>
    </section>
  );
}

function Page() {
  const { path } = route.value;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    const name = tabOf(path)?.[1] ?? "No such page";
    document.title = path === "/" ? "StyleCodes" : `${name} · StyleCodes`;
    // A new view is announced by moving the focus to its heading. On the first load the focus stays where the browser puts it.
    if (!first.current) main.current!.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <a class="wordmark" href="/">
          <Mark />
          StyleCodes
        </a>
        <nav aria-label="Main">
          {tabs.map(([tab, name, icon]) => (
            <a key={tab} href={tab} aria-current={tabOf(path)?.[0] === tab ? "page" : undefined}>
              <Icon name={icon} />
              <span>{name}</span>
            </a>
          ))}
        </nav>
      </header>
      {lost.value && (
        <p class="banner" role="alert">
          The server does not answer. Trying again; nothing here is lost.
        </p>
      )}
      <main id="main" ref={main} tabIndex={-1}>
        <View />
      </main>
      <footer class="foot">
        <a href="/docs">HTTP API</a> · <a href="/licences.txt">Licences</a>
        {model.value && ` · model ${model.value.id}${model.value.version ? ` · version ${model.value.version}` : ""}`}
      </footer>
      <Notices />
      <DropAnywhere />
      {tokenWanted.value && <TokenDialog />}
    </>
  );
}

function Mark() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M8 13v6" stroke="#e39a4a" />
      <path d="M13.300 8v16" stroke="#df5540" />
      <path d="M18.700 11v10" stroke="#5b8edb" />
      <path d="M24 14v4" stroke="#6db491" />
    </svg>
  );
}

function TokenDialog() {
  const [token, setToken] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const open = async () => {
    try {
      await session(token.trim());
      tokenWanted.value?.();
    } catch (problem) {
      const wrong = problem instanceof Problem && problem.status === 401;
      setFailure(wrong ? "This is not the token of this studio." : (problem as Error).message);
    }
  };
  return (
    <Dialog title="This studio requires a token" onClose={() => setFailure("Without the token, nothing can be shown.")}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Field label="Token" hint="ask the operator of the server">
          {(id) => (
            <input
              id={id}
              type="password"
              autocomplete="current-password"
              required
              autofocus
              value={token}
              onInput={(event) => setToken(event.currentTarget.value)}
            />
          )}
        </Field>
        <Failure text={failure} />
        <button class="button primary">Enter</button>
      </form>
    </Dialog>
  );
}

void loadModel();
render(<Page />, document.getElementById("page")!);
