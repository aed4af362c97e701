// Explore: the gallery, the map of all styles, and mixes of codes.
import * as api from "./api";
import { Gallery } from "./gallery";
import { attempt } from "./notices";
import { Plane } from "./plane";
import { go, route } from "./router";
import { StyleMap } from "./stylemap";
import { Icon } from "./widgets";

const views = [
  ["/explore", "Gallery"],
  ["/explore/map", "Map"],
  ["/explore/mix", "Mix"],
] as const;

export const isExplored = (path: string) => views.some(([address]) => address === path);

export function Explore() {
  const { path } = route.value;
  const [, name] = views.find(([address]) => address === path)!;
  const random = async () => {
    const code = await attempt(api.random);
    if (code) go(`/s/${code.shared}`);
  };
  return (
    <section class="explore">
      <header class="viewbar">
        <h1 tabIndex={-1} class="unseen">
          {name}
        </h1>
        <nav aria-label="Ways to explore" class="segments">
          {views.map(([address, label]) => (
            <a key={address} href={address} aria-current={label === name ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <button class="button" title="Random style" onClick={() => void random()}>
          <Icon name="dice" />
          <span>Random style</span>
        </button>
      </header>
      {name === "Gallery" ? <Gallery /> : name === "Map" ? <StyleMap /> : <Plane />}
    </section>
  );
}
