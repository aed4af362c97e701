// Handles pictures that are dropped or pasted anywhere. While files hover over the window, it shows the actions to choose from.
import { useEffect, useState } from "preact/hooks";
import { picturesOf, receive, restoreOrNotify, startFromFile, takeStyles } from "./pictures";
import { Icon } from "./widgets";

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

export function DropAnywhere() {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setHovering(false);
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setHovering(false);
      void receive(picturesOf(event.dataTransfer!.files));
    };
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files?.length) return;
      event.preventDefault();
      void receive(picturesOf(files));
    };
    addEventListener("dragenter", over);
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    addEventListener("paste", paste);
    return () => {
      removeEventListener("dragenter", over);
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
      removeEventListener("paste", paste);
    };
  }, []);
  if (!hovering) return null;
  const zone = (run: (files: File[]) => Promise<void>) => (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setHovering(false);
    void run(picturesOf(event.dataTransfer!.files));
  };
  return (
    <div class="hovering" role="region" aria-label="What to do with the picture">
      <div class="zone wide" onDrop={zone(takeStyles)}>
        <Icon name="brush" />
        <strong>Take the style</strong>
        <span>One or more pictures become a code</span>
      </div>
      <div class="zone" onDrop={zone(async ([file]) => file && restoreOrNotify(file))}>
        <Icon name="dice" />
        <strong>Restore the request</strong>
        <span>A PNG made here records how it was drawn</span>
      </div>
      <div class="zone" onDrop={zone(async ([file]) => file && startFromFile(file))}>
        <Icon name="picture" />
        <strong>Start from it</strong>
        <span>The next drawing starts from this picture</span>
      </div>
    </div>
  );
}
