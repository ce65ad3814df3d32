import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that the tests put into the temporary one, whichever process does: it is removed when they end. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-conformance-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
