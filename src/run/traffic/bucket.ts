/** Evens out how much is taken of something in a time: as much at once as it holds, and then as fast as it fills. */
export interface Bucket {
  /** Takes, in the order of the asking, and says how many milliseconds to wait before using what was taken. */
  take(amount: number): number;
  /** Gives back what was not used. */
  giveBack(amount: number): void;
}

export function createBucket(capacity: number, perSecond: number, now: () => number): Bucket {
  let level = capacity;
  let filledAt = now();
  const fill = () => {
    const at = now();
    level = Math.min(capacity, level + ((at - filledAt) / 1000) * perSecond);
    filledAt = at;
  };

  return {
    take(amount) {
      fill();
      // It goes below nothing: whoever comes next waits for that as well.
      level -= amount;
      return level >= 0 ? 0 : (-level / perSecond) * 1000;
    },
    giveBack(amount) {
      fill();
      level = Math.min(capacity, level + amount);
    },
  };
}
