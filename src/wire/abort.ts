/** Undoes a registration. */
export type Forget = () => void;

const watched = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `stop` when the signal aborts. One listener per signal, however many exchanges hang on it: a run shares
 * one signal, and listeners of an AbortSignal cost a search each, and a warning from Node above ten.
 */
export function onAbort(signal: AbortSignal, stop: () => void): Forget {
  let stops = watched.get(signal);
  if (stops === undefined) {
    const added = new Set<() => void>();
    signal.addEventListener('abort', () => stopAll(added), { once: true });
    watched.set(signal, added);
    stops = added;
  }
  const registered = stops;
  registered.add(stop);
  return () => {
    registered.delete(stop);
  };
}

function stopAll(stops: Set<() => void>): void {
  for (const stop of [...stops]) stop();
  stops.clear();
}
