import { inspect } from 'node:util';
import type { Redactor } from '../../src/wire/index.js';

/**
 * Runs a test whose failure holds no secret. Vitest shows all of an error, and clients put into theirs what a gateway
 * says, which may be the caller's token.
 */
export async function withoutSecrets(redactor: Redactor, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const shown = inspect(error, { depth: Number.POSITIVE_INFINITY });
    const redacted = redactor.text(shown);
    throw redacted === shown ? error : new Error(redacted);
  }
}
