import type { InstanceRecord } from '../journal/index.js';
import { brokenFindings } from './outcome.js';
import { shortened, visibleLine } from './visible.js';

/** What several instances that did not go as they should may have in common: one outage is one cause. */
export interface Cause {
  /** The check that does not hold, or the code of the reason. */
  readonly code: string;
  /** What it says, without what differs from one request to the next. */
  readonly message: string;
}

const longestMessage = 300;

/** Undefined for an instance that nothing is wrong with. */
export function causeOf(instance: InstanceRecord): Cause | undefined {
  const [finding] = brokenFindings(instance);
  const { reason } = instance;
  if (finding !== undefined) return { code: finding.check, message: withoutVolatile(finding.message) };
  return reason === undefined ? undefined : { code: reason.code, message: withoutVolatile(reason.message) };
}

/** Ids, times, long numbers, and which of many frames or parts it was: a status stays, since 403 and 404 are two causes. */
const volatile =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z?|\b[a-z]+[_-][A-Za-z0-9]{16,}\b|\b(?=[a-f]*\d)[0-9a-f]{8,}\b|\b\d+(?:\.\d+)? ?(?:ms|s|min|KiB|MiB|bytes)\b|\b\d{4,}\b|(?<=\b(?:answer|block|call|choice|copy|delta|event|frame|item|part|row|vector)s? )\d+\b/gi;

function withoutVolatile(message: string): string {
  return shortened(visibleLine(shortened(message, 8 * longestMessage)).replace(volatile, '…'), longestMessage);
}
