// Exports and imports collections of styles, as JSON or as one PNG that carries the JSON.
import { useState } from "preact/hooks";
import * as api from "./api";
import { attempt, notify } from "./notices";
import { Dialog, FilePicker } from "./widgets";

type Refused = { name: string; reason: string }[];

export function Collections({
  chosen,
  onChoose,
  onImported,
}: {
  chosen: ReadonlySet<string> | null;
  onChoose: (chosen: ReadonlySet<string> | null) => void;
  onImported: () => void;
}) {
  const [refused, setRefused] = useState<Refused>([]);
  const importFile = async (file: File | undefined) => {
    const result = file && (await attempt(() => api.importCollection(file)));
    if (!result) return;
    notify(`${result.added} added, ${result.known} already known, ${result.refused.length} refused.`);
    setRefused(result.refused);
    onImported();
  };
  const ids = chosen ?? [];
  const what = chosen?.size ? `${chosen.size} chosen` : "all";
  return (
    <div class="collections">
      <button class="button" aria-pressed={!!chosen} onClick={() => onChoose(chosen ? null : new Set())}>
        {chosen ? "Stop choosing" : "Choose some"}
      </button>
      <a class="button" href={api.exportUrl(ids)} download="">
        Export {what} as JSON
      </a>
      <a class="button" href={api.sheetUrl(ids)} download="">
        Export {what} as one PNG
      </a>
      <FilePicker
        label="Import JSON or PNG"
        accept=".json,application/json,.png,image/png"
        onFiles={([file]) => void importFile(file)}
      />
      {refused.length > 0 && (
        <Dialog title="Not imported" onClose={() => setRefused([])}>
          <ul>
            {refused.map(({ name, reason }) => (
              <li key={name}>
                <strong>{name}</strong>: {reason}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}
