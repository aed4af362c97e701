// Words that the model never learned, where what it learned is a list of words and no language.
import type { Model } from "./types";

const most = 8;

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
          `${model.id} never learned ${strange.slice(0, most).map((word) => `“${word}”`).join(", ")}` +
            `${strange.length > most ? ` and ${strange.length - most} more` : ""}, and may draw anything for it.`}
      </p>
      <details>
        <summary>Words that {model.id} knows</summary>
        <p>{model.words.join(", ")}</p>
      </details>
    </div>
  );
}
