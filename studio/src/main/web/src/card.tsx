// A style of the gallery as a card: its reference picture, three sample prompts drawn in it, its name and its tags.
import * as api from "./api";
import { attempt } from "./notices";
import type { Style } from "./types";
import { Copy, Icon } from "./widgets";

interface CardProps {
  style: Style;
  distance?: number;
  chosen?: boolean;
  /** Set while the user selects cards. */
  onChoose: (() => void) | null;
  onTag: (tag: string) => void;
  onChange: (style: Style) => void;
}

export function Card({ style, distance, chosen, onChoose, onTag, onChange }: CardProps) {
  return (
    <article class={chosen ? "card chosen" : "card"}>
      <div class="pictures">
        {style.reference ? (
          <img class="reference" src={style.reference.thumbnail} alt={`Reference of ${style.name}`} loading="lazy" />
        ) : (
          <span class="reference cover" style={{ background: gradient(style.palette) }} />
        )}
        {style.samples.map(({ prompt, picture }) =>
          picture ? (
            <img key={prompt} src={picture.thumbnail} alt={prompt} loading="lazy" />
          ) : (
            <span key={prompt} class="waiting" title={`${prompt}: not drawn yet`} />
          ),
        )}
      </div>
      <header>
        <h2>
          <a href={`/s/${style.shared}`}>{style.name}</a>
        </h2>
        {onChoose && (
          <input type="checkbox" checked={!!chosen} aria-label={`Choose ${style.name}`} onChange={onChoose} />
        )}
        <Favourite style={style} onChange={onChange} />
        <Copy quiet text={style.shared} label={`Copy the code of ${style.name}`} />
      </header>
      <p class="tags">
        {distance != null && <span class="distance">distance {distance.toFixed(2)}</span>}
        {style.tags.map((tag) => (
          <button key={tag} class="tag" onClick={() => onTag(tag)}>
            {tag}
          </button>
        ))}
      </p>
    </article>
  );
}

export function gradient(palette: string[]): string {
  if (palette.length < 2) return palette[0] ?? "";
  return `linear-gradient(135deg, ${palette.join(", ")})`;
}

export function Favourite({ style, onChange }: { style: Style; onChange: (style: Style) => void }) {
  const toggle = async () => {
    const changed = await attempt(() => api.changeStyle(style.id, { favourite: !style.favourite }));
    if (changed) onChange(changed);
  };
  return (
    <button
      class="icon heart"
      aria-pressed={style.favourite}
      aria-label={`${style.name} is a favourite`}
      onClick={() => void toggle()}
    >
      <Icon name="heart" filled={style.favourite} />
    </button>
  );
}
