import type { Json } from '../../json/index.js';
import type { Received } from '../answered.js';

/** `holds`, or which rules of its grammar a stream breaks, whatever their level; the counterpart of the contract. */
export function grammarAspect({ response: { stream } }: Received): Json {
  if (stream === undefined) return null;
  const broken = new Set(stream.violations.map(({ rule }) => rule));
  return broken.size === 0 ? 'holds' : [...broken].sort();
}
