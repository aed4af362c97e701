// The field for a code in any form. An error is explained below the field, with a button that takes the suggested code.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { check, sentence } from "./api";
import { attempt } from "./notices";
import type { Check, Code } from "./types";

interface CodeFieldProps {
  label: string;
  action: string;
  /** Whether the field takes the focus when it appears. */
  focused?: boolean;
  onCode: (code: Code) => void;
}

export function CodeField({ label, action, focused, onCode }: CodeFieldProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [checked, setChecked] = useState<{ text: string; result: Check } | null>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => void (focused && input.current!.focus()), []);
  useEffect(() => {
    if (!text.trim()) return setChecked(null);
    let current = true;
    const wait = setTimeout(async () => {
      const result = await attempt(() => check(text));
      if (current && result) setChecked({ text, result });
    }, 250);
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [text]);

  const take = async () => {
    if (!text.trim()) return input.current!.focus();
    const result = checked?.text === text ? checked.result : await attempt(() => check(text));
    if (!result) return;
    setChecked({ text, result });
    if (!result.valid) return input.current!.focus();
    setText("");
    onCode(result.code);
  };
  const wrong = checked && checked.text === text && !checked.result.valid ? checked.result : null;

  return (
    <div class="codefield">
      <label for={id}>{label}</label>
      <div class="joined">
        <input
          ref={input}
          id={id}
          class="code"
          value={text}
          placeholder="RIgP_58waM-Dx3A5idNo"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={wrong ? "true" : undefined}
          aria-describedby={`${id}-why`}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault(); // the field may be inside a form, which must not be submitted
            void take();
          }}
        />
        <button type="button" class="button" onClick={() => void take()}>
          {action}
        </button>
      </div>
      <div id={`${id}-why`} aria-live="polite">
        {wrong && <Wrong text={text} wrong={wrong} onTake={(suggestion) => setText(suggestion)} />}
      </div>
    </div>
  );
}

/** A sentence about codes. Quoted symbols are set apart from the sentence and never broken across lines. */
function Explained({ text }: { text: string }) {
  const parts = text.split(/('[^']{1,2}'|"[^"]*")/); // quoted parts have odd indices
  return (
    <>
      {parts.map((part, place) => {
        if (place % 2 === 0) return part;
        return (
          <span key={place} class={part.startsWith('"') ? "code" : "code symbols"}>
            {part}
          </span>
        );
      })}
    </>
  );
}

function Wrong({
  text,
  wrong,
  onTake,
}: {
  text: string;
  wrong: Check & { valid: false };
  onTake: (suggestion: string) => void;
}) {
  const { symbol, suggestion, message } = wrong;
  return (
    <div class="wrong">
      {symbol != null && symbol < text.length && (
        <p class="code" aria-hidden="true">
          {text.slice(0, symbol)}
          <mark>{text.charAt(symbol)}</mark>
          {text.slice(symbol + 1)}
        </p>
      )}
      <p>
        <Explained text={sentence(message)} />
      </p>
      {suggestion && (
        <button type="button" class="plain" onClick={() => onTake(suggestion)}>
          Take <span class="code">{suggestion}</span>
        </button>
      )}
    </div>
  );
}
