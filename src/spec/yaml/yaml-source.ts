import type { Place } from '../../problem/index.js';

/** A path into a YAML document: keys and indices from the root. */
export type YamlPath = readonly (string | number)[];

/** One YAML file, parsed, that still knows where everything stands. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** Where a node stands: the value, or the key that leads to it. A path that leads nowhere gives its nearest ancestor. */
  place(path: YamlPath, what?: 'key' | 'value'): Place;
  /** First and last line of a node. */
  lines(path: YamlPath): { readonly first: number; readonly last: number };
  /** A scalar as it is spelt in the file, so that long numbers keep their digits. */
  scalarText(path: YamlPath): string | undefined;
}
