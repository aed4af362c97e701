// A code with its actions, for codes that appear among others, such as mixes and variations.
import { useState } from "preact/hooks";
import { go } from "./router";
import { SaveDialog } from "./save";
import { addStyle, codeChip } from "./studio";
import type { Code } from "./types";
import { Copy, Icon } from "./widgets";

export function CodeActions({ code }: { code: Code }) {
  const [saving, setSaving] = useState(false);
  return (
    <div class="codeactions">
      <a class="code" href={`/s/${code.shared}`}>
        {code.code}
      </a>
      <div class="buttons">
        <Copy text={code.shared} label="Copy to share" />
        <button
          class="button"
          onClick={() => {
            addStyle(codeChip(code));
            go("/draw");
          }}
        >
          <Icon name="brush" />
          <span>Draw with it</span>
        </button>
        <button class="button" onClick={() => setSaving(true)}>
          <Icon name="heart" />
          <span>Save</span>
        </button>
      </div>
      {saving && <SaveDialog code={code} onClose={() => setSaving(false)} />}
    </div>
  );
}
