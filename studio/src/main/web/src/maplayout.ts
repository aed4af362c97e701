// Decides how large the styles on the map are and which of them show their names, depending on the room.
import type { MapItem } from "./types";

/** The size of the map's window in pixels, and its magnification. */
export interface Frame {
  width: number;
  height: number;
  zoom: number;
}

/** Margin at each edge for a picture and its name, in pixels. */
export const edge = 44;

const largest = 54;
const smallest = 28;
const gap = 4;
const nameHeight = 24;
const nameWidth = (name: string) => Math.min(180, 16 + 7.5 * name.length);

export interface Placed {
  /** The side of the picture in pixels. */
  size: number;
  named: boolean;
}

type Box = [left: number, top: number, right: number, bottom: number];

const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/**
 * Places the styles. A picture shrinks to the distance of its nearest neighbour. A name is shown only where it covers no
 * picture and no other name.
 */
export function layOut(items: MapItem[], { width, height, zoom }: Frame): Placed[] {
  const centres = items.map(({ x, y }): [number, number] => [
    zoom * (edge + x * (width - 2 * edge)),
    zoom * (edge + y * (height - 2 * edge)),
  ]);
  const sizes = centres.map(([x, y], place) => {
    const nearest = centres.reduce(
      (least, [ox, oy], other) => (other === place ? least : Math.min(least, Math.max(Math.abs(x - ox), Math.abs(y - oy)))),
      Infinity,
    );
    return Math.min(largest, Math.max(smallest, nearest - gap));
  });
  const taken = centres.map(([x, y], place): Box => {
    const half = sizes[place]! / 2;
    return [x - half, y - half, x + half, y + half];
  });
  return items.map(({ name }, place) => {
    const [x, y] = centres[place]!;
    const half = nameWidth(name) / 2;
    const top = y + sizes[place]! / 2 + 1;
    const box: Box = [x - half, top, x + half, top + nameHeight];
    const named = taken.every((other) => !meet(box, other));
    if (named) taken.push(box);
    return { size: sizes[place]!, named };
  });
}
