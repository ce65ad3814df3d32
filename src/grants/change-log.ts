import type { Result } from '../problem/index.js';
import type { ChangeRecord } from './record.js';

/** A record with the name that it can be removed by. Names sort in the order of writing. */
export interface WrittenRecord {
  readonly id: string;
  readonly record: ChangeRecord;
}

/** The changes of grants that have not been restored. */
export interface ChangeLog {
  /** Returns when the record would outlive the process and the machine's power. Throws when it cannot be kept. */
  write(record: ChangeRecord): void;
  /** In the order of writing. Records that cannot be read are problems: what they stand for is not restored. */
  read(): Result<readonly WrittenRecord[]>;
  remove(ids: readonly string[]): void;
  /** Where it is, for people. */
  readonly place: string;
}

/** For an account that ends with the process: what it held is gone with it. */
export function changeLogInMemory(): ChangeLog {
  const records = new Map<string, ChangeRecord>();
  let written = 0;
  return {
    place: 'memory',
    write: (record) => {
      written += 1;
      records.set(String(written).padStart(9, '0'), record);
    },
    read: () => ({ ok: true, value: [...records].map(([id, record]) => ({ id, record })) }),
    remove: (ids) => {
      for (const id of ids) records.delete(id);
    },
  };
}
