import { createRequire } from 'node:module';

/** Whether the engine is installed: it is an optional dependency, because of its size. */
export function isEngineInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('@duckdb/node-api');
    return true;
  } catch {
    return false;
  }
}
