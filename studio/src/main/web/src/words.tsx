// Shows the words of a prompt that the model was not trained on, if the model knows only a list of words.
import type { Model } from "./types";

const maxShown = 8;

function unknown(prompt: string, words: string[]): string[] {
  const known = new Set(words);
  const asked = prompt.normalize("NFC").toLowerCase().match(/\p{L}+|\p{N}/gu) ?? [];
  return [...new Set(asked)].filter((word) => !known.has(word));
}

export function UnknownWords({ prompt, model }: { prompt: string; model: Model }) {
  if (!model.words) return null;
  const strange = unknown(prompt, model.words);
  return (
    <div class="words">
      <p class="hint" aria-live="polite">
        {strange.length > 0 &&
          `Words unknown to ${model.id}: ${strange.slice(0, maxShown).map((word) => `“${word}”`).join(", ")}` +
            `${strange.length > maxShown ? ` and ${strange.length - maxShown} more` : ""}. It may draw anything for them.`}
      </p>
      <details>
        <summary>Words that {model.id} knows</summary>
        <p>{model.words.join(", ")}</p>
      </details>
    </div>
  );
}
