import type { Result } from '../problem/index.js';
import { readYamlText, type YamlSource } from '../spec/index.js';

/** A target that was made and not written, as if it had been read: JSON is YAML, so that there is one way to load a target. */
export function documentSource(name: string, document: object): Result<YamlSource> {
  return readYamlText(name, JSON.stringify(document, null, 2));
}
