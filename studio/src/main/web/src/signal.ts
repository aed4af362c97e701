// Values that outlive a component. When a value changes, every component that read it while rendering is rendered again.
import { type Component, type Options, options, type VNode } from "preact";

type Listener<T> = (value: T) => void;

/** A value and the listeners to its changes. */
export class Signal<T> {
  private readonly listeners = new Set<Listener<T>>();

  constructor(private current: T) {}

  get value(): T {
    rendering?.read(this as Signal<unknown>);
    return this.current;
  }

  set value(next: T) {
    if (Object.is(next, this.current)) return;
    this.current = next;
    for (const listener of [...this.listeners]) if (this.listeners.has(listener)) listener(next);
  }

  /** Calls the listener with the current value and after each change. Returns a function that ends the subscription. */
  subscribe(listener: Listener<T>): () => void {
    listener(this.current);
    return this.listen(listener);
  }

  /** Like `subscribe`, but without the call for the current value. */
  listen(listener: Listener<T>): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

export const signal = <T>(value: T): Signal<T> => new Signal(value);

/** The signals that a component read during its last render. */
class Reads {
  private readonly ends = new Map<Signal<unknown>, () => void>();

  constructor(private readonly component: Component) {}

  read(signal: Signal<unknown>): void {
    // setState would not do: a component ignores it after setting a state of its own to another value and back.
    if (!this.ends.has(signal)) this.ends.set(signal, signal.listen(() => this.component.forceUpdate()));
  }

  clear(): void {
    for (const end of this.ends.values()) end();
    this.ends.clear();
  }
}

const readsOf = new WeakMap<Component, Reads>();
let rendering: Reads | undefined;

// Preact calls __r before it renders a component, and keeps the component of a node in __c. Both names are mangled but stable:
// preact/hooks, which is built separately, relies on them too.
interface Hooks extends Options {
  __r?(node: VNode): void;
}
const hooks = options as Hooks;
const componentOf = (node: VNode) => (node as VNode & { __c?: Component }).__c;
const { __r: before, diffed: after, unmount: end } = hooks;

hooks.__r = (node) => {
  before?.(node);
  const component = componentOf(node);
  rendering = component && (readsOf.get(component) ?? new Reads(component));
  if (!rendering) return;
  rendering.clear();
  readsOf.set(component!, rendering);
};

hooks.diffed = (node) => {
  rendering = undefined;
  after?.(node);
};

hooks.unmount = (node) => {
  const component = componentOf(node);
  if (component) readsOf.get(component)?.clear();
  end?.(node);
};
