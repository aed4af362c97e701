// Small components that all views use.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { announce } from "./notices";

const icons = {
  close: "M5 5l10 10M15 5L5 15",
  copy: "M7 7V4h9v9h-3M4 7h9v9H4z",
  done: "M4 10.500l4 4 8-9",
  heart:
    "M10 16.500S3.500 12.500 3.500 8A3.500 3.500 0 0 1 10 6.200 3.500 3.500 0 0 1 16.500 8c0 4.500-6.500 8.500-6.500 8.500z",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  dice: "M4 4h12v12H4zM7.500 7.500h.01M12.500 12.500h.01M12.500 7.500h.01M7.500 12.500h.01",
  download: "M10 3v10M6 9.500l4 4 4-4M4 16.500h12",
  picture: "M3.500 4.500h13v11h-13zM4 14l4-4.500 3 3 2-2 3 3.500M12.500 7.500h.01",
  search: "M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4",
  grid: "M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM11 11h5v5h-5z",
  brush: "M16.500 3.500l-7 7 2 2 7-7zM8.500 11.500c-3 0-2.500 3.500-5 4 2.500 1.500 7 1 7-2z",
  drop: "M10 3.500s5 5.500 5 9a5 5 0 0 1-10 0c0-3.500 5-9 5-9z",
};

export function Icon({ name, filled }: { name: keyof typeof icons; filled?: boolean }) {
  return (
    <svg class="glyph" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={icons[name]} fill={filled ? "currentColor" : "none"} />
    </svg>
  );
}

export function Copy({ text, label, quiet }: { text: string; label: string; quiet?: boolean }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await writeClipboard(text);
    setCopied(true);
    announce(`Copied ${text}`);
    setTimeout(() => setCopied(false), 1600);
  };
  return (
    <button
      type="button"
      class={quiet ? "icon" : "button"}
      aria-label={quiet ? label : undefined}
      title={quiet ? label : undefined}
      onClick={() => void copy()}
    >
      <Icon name={copied ? "done" : "copy"} />
      {!quiet && <span>{copied ? "Copied" : label}</span>}
    </button>
  );
}

async function writeClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Over plain HTTP from another machine, browsers offer no clipboard. Copying from a selected field still works.
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  unseenLabel?: boolean;
  onChange: (value: number) => void;
}

export function Slider({ label, value, min, max, step, unseenLabel, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id} class={unseenLabel ? "unseen" : ""}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output for={id}>{Number(value.toFixed(2))}</output>
    </div>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  children: (id: string) => ComponentChildren;
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        {label}
        {hint && <small> {hint}</small>}
      </label>
      {children(id)}
    </div>
  );
}

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current!.showModal();
    return () => (before as HTMLElement | null)?.focus?.();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="dialog">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="icon" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

export function Palette({ colours }: { colours: string[] }) {
  if (!colours.length) return null;
  return (
    <ul class="palette" aria-label="Palette">
      {colours.map((colour) => (
        <li key={colour} style={{ background: colour }} title={colour}>
          <span class="unseen">{colour}</span>
        </li>
      ))}
    </ul>
  );
}

/** The twenty levels of a code as bars: a small mark that makes codes easy to tell apart. */
export function CodeMark({ levels, colours }: { levels: number[]; colours?: string[] }) {
  return (
    <svg class="mark" viewBox="0 0 79 32" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {levels.map((level, place) => {
        const height = 3 + (level / 63) * 29;
        const colour = colours?.length ? colours[Math.floor((place * colours.length) / levels.length)] : "currentColor";
        return <rect key={place} x={place * 4} y={32 - height} width="3" height={height} fill={colour} />;
      })}
    </svg>
  );
}

/** A duration in words. */
export const duration = (seconds: number) =>
  seconds < 90 ? `about ${Math.ceil(seconds)} s` : `about ${Math.round(seconds / 60)} min`;

export function Failure({ text }: { text: string | null | undefined }) {
  return text ? (
    <p class="failed" role="alert">
      {text}
    </p>
  ) : null;
}

export function FilePicker({
  label,
  multiple,
  accept,
  onFiles,
  primary,
}: {
  label: string;
  multiple?: boolean;
  accept?: string;
  primary?: boolean;
  onFiles: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={primary ? "button primary" : "button"} onClick={() => input.current!.click()}>
        <Icon name="picture" />
        <span>{label}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept ?? "image/*"}
        onChange={(event) => {
          onFiles([...event.currentTarget.files!]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
