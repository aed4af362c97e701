// Messages to users: short notices at the edge of the window, and a live region for screen readers.
import { signal } from "./signal";
import { Icon } from "./widgets";

interface Notice {
  text: string;
  failure?: boolean;
  action?: { label: string; run: () => void };
}

const spoken = signal("");
const notice = signal<Notice | null>(null);
let ending = 0;

/** Announces a text to screen readers only. */
export function announce(text: string): void {
  spoken.value = text === spoken.value ? text + "\u00a0" : text; // a repeated text would not be read again
}

/** Shows and announces a message that needs no answer. It stays longer if it has a button or reports a failure. */
export function notify(text: string, more: Omit<Notice, "text"> = {}): void {
  notice.value = { text, ...more };
  announce(text);
  clearTimeout(ending);
  ending = setTimeout(() => (notice.value = null), more.action || more.failure ? 12000 : 5000);
}

/** Runs a function that may fail, and shows the error if it does. */
export async function attempt<T>(thing: () => Promise<T>): Promise<T | undefined> {
  try {
    return await thing();
  } catch (failure) {
    notify(failure instanceof Error ? failure.message : String(failure), { failure: true });
    return undefined;
  }
}

export function Notices() {
  const shown = notice.value;
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {spoken.value}
      </p>
      {shown && (
        <div class={shown.failure ? "notice failure" : "notice"}>
          <span>{shown.text}</span>
          {shown.action && (
            <button
              class="plain"
              onClick={() => {
                notice.value = null;
                shown.action!.run();
              }}
            >
              {shown.action.label}
            </button>
          )}
          <button class="icon" aria-label="Close this notice" onClick={() => (notice.value = null)}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </>
  );
}
