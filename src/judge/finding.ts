import type { Json } from '../json/index.js';

/** One thing that a check observed. `holds: false` is what makes a verdict other than passed. */
export interface Finding {
  /** Stable code of the check: `status`, `contract`, `completion.policy`, `body`, `equivalent.served-model` … */
  readonly check: string;
  readonly holds: boolean;
  /** One sentence that a reader understands without the spec. */
  readonly message: string;
  readonly expected?: Json;
  readonly found?: Json;
  /** Where in the exchange: a JSON Pointer into the body, `header content-type`, `frame 3`. */
  readonly where?: string;
  /** Which part of a case of several requests: `step 2`, `bare`. */
  readonly step?: string;
  /** Line of the spec that asked for it. */
  readonly line?: number;
}

type Particulars = Pick<Finding, 'expected' | 'found' | 'where'>;

export function holds(check: string, message: string, particulars?: Particulars): Finding {
  return { check, holds: true, message, ...particulars };
}

export function fails(check: string, message: string, particulars?: Particulars): Finding {
  return { check, holds: false, message, ...particulars };
}
