// Dialogs that write to the gallery: save a new style, and edit the name, tags and note of a style.
import { useState } from "preact/hooks";
import * as api from "./api";
import { notify } from "./notices";
import { go } from "./router";
import type { Code, Picture, Style } from "./types";
import { Dialog, Failure, Field } from "./widgets";

const tagsOf = (text: string) => [
  ...new Set(
    text
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

interface Words {
  name: string;
  tags: string[];
  note: string;
}

function WordsForm({
  words,
  action,
  onSave,
}: {
  words: Words;
  action: string;
  onSave: (words: Words) => Promise<void>;
}) {
  const [name, setName] = useState(words.name);
  const [tags, setTags] = useState(words.tags.join(", "));
  const [note, setNote] = useState(words.note);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onSave({ name: name.trim(), tags: tagsOf(tags), note: note.trim() });
    } catch (problem) {
      setFailure((problem as Error).message);
      setBusy(false);
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="Name">
        {(id) => (
          <input id={id} required autofocus value={name} onInput={(event) => setName(event.currentTarget.value)} />
        )}
      </Field>
      <Field label="Tags" hint="separated by commas">
        {(id) => <input id={id} value={tags} onInput={(event) => setTags(event.currentTarget.value)} />}
      </Field>
      <Field label="Note">
        {(id) => <textarea id={id} rows={2} value={note} onInput={(event) => setNote(event.currentTarget.value)} />}
      </Field>
      <Failure text={failure} />
      <button class="button primary" disabled={busy}>
        {action}
      </button>
    </form>
  );
}

export function SaveDialog({
  code,
  reference,
  onClose,
  onSaved,
}: {
  code: Code;
  reference?: Picture;
  onClose: () => void;
  onSaved?: (style: Style) => void;
}) {
  return (
    <Dialog title="Save to gallery" onClose={onClose}>
      <p class="code small">{code.code}</p>
      <WordsForm
        words={{ name: "", tags: [], note: "" }}
        action="Save"
        onSave={async (words) => {
          const style = await api.saveStyle({ code: code.shared, reference: reference?.id, ...words });
          onClose();
          notify(`Saved ${style.name}.`, { action: { label: "Show", run: () => go(`/s/${style.shared}`) } });
          onSaved?.(style);
        }}
      />
    </Dialog>
  );
}

export function EditDialog({
  style,
  onClose,
  onChange,
}: {
  style: Style;
  onClose: () => void;
  onChange: (style: Style | null) => void;
}) {
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const remove = async () => {
    try {
      await api.removeStyle(style.id);
      onClose();
      notify(`Removed ${style.name} from the gallery. Its code still works.`);
      onChange(null);
    } catch (problem) {
      setFailure((problem as Error).message);
    }
  };
  return (
    <Dialog title="Edit style" onClose={onClose}>
      <WordsForm
        words={style}
        action="Save changes"
        onSave={async (words) => {
          const changed = await api.changeStyle(style.id, words);
          onClose();
          notify(`Changed ${changed.name}.`);
          onChange(changed);
        }}
      />
      <Failure text={failure} />
      <button class="button" onClick={() => (sure ? void remove() : setSure(true))}>
        {sure ? "Press again to remove it" : "Remove from gallery"}
      </button>
    </Dialog>
  );
}
