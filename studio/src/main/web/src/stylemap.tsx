// The map: every style at its place, with similar styles close together. Operated by dragging, pinching and scrolling, or with
// the arrow keys, + and -, and Enter.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import * as api from "./api";
import { edge, layOut } from "./maplayout";
import type { MapItem } from "./types";
import { Failure, Icon } from "./widgets";

/** The visible part: the place in the middle of the window (0 to 1 along both axes), and the magnification. */
interface Sight {
  x: number;
  y: number;
  zoom: number;
}

const whole: Sight = { x: 0.5, y: 0.5, zoom: 1 };
const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

function sight({ x, y, zoom }: Sight): Sight {
  const bounded = within(zoom, 1, 16);
  const margin = 0.5 / bounded;
  return { x: within(x, margin, 1 - margin), y: within(y, margin, 1 - margin), zoom: bounded };
}

/** The CSS position of a place from 0 to 1, with room for a picture and its name at the edges. */
const inset = (place: number) => `calc(${edge}px + ${place} * (100% - ${2 * edge}px))`;

const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest item that lies roughly in a direction, or -1. */
function neighbour(items: MapItem[], from: MapItem, [dx, dy]: [number, number]): number {
  let best = -1;
  let least = Infinity;
  items.forEach((item, place) => {
    const along = (item.x - from.x) * dx + (item.y - from.y) * dy;
    const aside = Math.abs((item.x - from.x) * dy) + Math.abs((item.y - from.y) * dx);
    const cost = along + 2 * aside;
    if (along > 0 && aside <= 2 * along && cost < least) {
      least = cost;
      best = place;
    }
  });
  return best;
}

export function StyleMap() {
  const [items, setItems] = useState<MapItem[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    api
      .insist(
        api.map,
        () => current,
        (message) => current && setFailure(message),
      )
      .then(
        ({ items }) => current && (setItems(items), setFailure(null)),
        (problem: Error) => current && setFailure(problem.message),
      );
    return () => void (current = false);
  }, []);
  if (failure) return <Failure text={failure} />;
  if (!items) return <div class="map waiting" />;
  if (!items.length) return <p class="quiet">The map is empty. Styles that you save to the gallery appear here.</p>;
  return <MapOf items={items} />;
}

function MapOf({ items }: { items: MapItem[] }) {
  const [seen, setSeen] = useState(whole);
  const [current, setCurrent] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const pointers = useRef(new Map<number, PointerEvent>());
  const dragged = useRef(false);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const placed = useMemo(() => layOut(items, { ...room, zoom: seen.zoom }), [items, room, seen.zoom]);

  useEffect(() => {
    const measure = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setRoom({ width, height });
    });
    measure.observe(frame.current!);
    return () => measure.disconnect();
  }, []);

  const zoomBy = (factor: number) => setSeen((before) => sight({ ...before, zoom: before.zoom * factor }));
  const moveTo = (place: number) => {
    const item = items[place]!;
    setCurrent(place);
    setSeen((before) => {
      const reach = 0.42 / before.zoom; // the item must be visible with some room around it
      return sight({
        ...before,
        x: within(before.x, item.x - reach, item.x + reach),
        y: within(before.y, item.y - reach, item.y + reach),
      });
    });
  };

  useEffect(() => {
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = frame.current!.getBoundingClientRect();
      const [rx, ry] = [(event.clientX - box.left) / box.width - 0.5, (event.clientY - box.top) / box.height - 0.5];
      setSeen((before) => {
        const zoom = within(before.zoom * Math.exp(-event.deltaY * 0.002), 1, 16);
        const shift = 1 / before.zoom - 1 / zoom; // keeps the place under the pointer fixed
        return sight({ x: before.x + rx * shift, y: before.y + ry * shift, zoom });
      });
    };
    frame.current!.addEventListener("wheel", wheel, { passive: false });
    return () => frame.current?.removeEventListener("wheel", wheel);
  }, []);

  const onMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const others = [...pointers.current.values()].filter((other) => other.pointerId !== event.pointerId);
    pointers.current.set(event.pointerId, event);
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    if (Math.abs(dx) + Math.abs(dy) > 2) dragged.current = true;
    if (others[0]) {
      const distance = (pointer: PointerEvent) =>
        Math.hypot(pointer.clientX - others[0]!.clientX, pointer.clientY - others[0]!.clientY);
      zoomBy(distance(event) / Math.max(distance(before), 1));
      return;
    }
    const { width, height } = frame.current!.getBoundingClientRect();
    setSeen((seen) => sight({ ...seen, x: seen.x - dx / width / seen.zoom, y: seen.y - dy / height / seen.zoom }));
  };

  const onKey = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (event.key === "+" || event.key === "=") zoomBy(1.4);
    else if (event.key === "-") zoomBy(1 / 1.4);
    else if (event.key === "0") setSeen(whole);
    else if (direction) {
      const next = neighbour(items, items[current]!, direction);
      if (next >= 0) {
        moveTo(next);
        frame.current!.querySelectorAll<HTMLElement>("a")[next]!.focus({ preventScroll: true });
      }
    } else return;
    event.preventDefault();
  };

  return (
    <div class="mapframe">
      <div
        ref={frame}
        class="map"
        role="group"
        aria-label="Map of all styles. Arrow keys move between styles, plus and minus zoom, Enter opens."
        onKeyDown={onKey}
        onPointerDown={(event) => {
          dragged.current = false;
          pointers.current.set(event.pointerId, event);
        }}
        onPointerMove={onMove}
        onPointerUp={(event) => pointers.current.delete(event.pointerId)}
        onPointerCancel={(event) => pointers.current.delete(event.pointerId)}
        onPointerLeave={(event) => pointers.current.delete(event.pointerId)}
        onClickCapture={(event) => dragged.current && (event.preventDefault(), event.stopPropagation())}
      >
        <div
          class="places"
          style={{
            transform: `scale(${seen.zoom}) translate(${(0.5 - seen.x) * 100}%, ${(0.5 - seen.y) * 100}%)`,
            "--zoom": seen.zoom,
          }}
        >
          {items.map((item, place) => (
            <a
              key={item.id}
              href={`/s/${item.shared}`}
              draggable={false}
              class={placed[place]!.named ? "named" : ""}
              tabIndex={place === current ? 0 : -1}
              style={{
                left: inset(item.x),
                top: inset(item.y),
                "--colour": item.colour,
                "--side": `${placed[place]!.size}px`,
              }}
              onFocus={() => place !== current && moveTo(place)}
            >
              {item.thumbnail && <img src={item.thumbnail} alt="" draggable={false} />}
              <span>{item.name}</span>
            </a>
          ))}
        </div>
      </div>
      <div class="mapbuttons">
        <p class="quiet">
          Similar styles are close together.{" "}
          <span class="bykeys">Drag and scroll, or use the arrow keys, + and −.</span>
          <span class="byfingers">Drag to move, pinch to zoom, tap to open.</span>
        </p>
        <button class="icon" aria-label="Zoom in" title="Zoom in" onClick={() => zoomBy(1.6)}>
          <Icon name="plus" />
        </button>
        <button class="icon" aria-label="Zoom out" title="Zoom out" onClick={() => zoomBy(1 / 1.6)}>
          <Icon name="minus" />
        </button>
      </div>
    </div>
  );
}
