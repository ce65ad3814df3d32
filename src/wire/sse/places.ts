/** How often something was found, and where first. A hostile stream could have a fault in every byte. */
export interface Places {
  readonly count: number;
  /** Of the first, counted from the start of the body; 0 when there is none. */
  readonly offset: number;
}

export const noPlaces: Places = { count: 0, offset: 0 };

/** Both together; `before` comes first in the stream. */
export function addPlaces(before: Places, after: Places): Places {
  if (after.count === 0) return before;
  return before.count === 0 ? after : { count: before.count + after.count, offset: before.offset };
}

export function onePlace(offset: number): Places {
  return { count: 1, offset };
}
