import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that the tests put into the temporary one, whichever process does: it is removed when they end. */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-conformance-tests-'));
  process.env['TMPDIR'] = folder;
  // Not at one stroke: meanwhile Vitest listens to workers that say that they have ended.
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
