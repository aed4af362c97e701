// The address of the page: the view and its parameters. Links inside the studio do not reload the page.
import { signal } from "./signal";

/** Ignores a slash at the end of the path. */
const here = () => ({
  path: location.pathname.replace(/(?<=.)\/+$/, ""),
  query: new URLSearchParams(location.search),
});

export const route = signal(here());

export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  const before = route.value.path;
  route.value = here();
  if (before !== route.value.path) scrollTo(0, 0);
}

addEventListener("popstate", () => (route.value = here()));

const served = /^\/(api|docs|healthz|readyz|metrics|openapi)|\.\w+$/; // addresses that the server answers, not this page

addEventListener("click", (event) => {
  const link = (event.target as Element).closest?.("a");
  if (!link || event.defaultPrevented || event.button !== 0 || link.target || link.hasAttribute("download")) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const address = new URL(link.href);
  if (address.origin !== location.origin || served.test(address.pathname) || address.hash) return;
  event.preventDefault();
  go(address.pathname + address.search);
});
