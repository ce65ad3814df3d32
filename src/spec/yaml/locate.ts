import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { Place } from '../../problem/index.js';
import type { YamlPath, YamlSource } from './yaml-source.js';

interface Found {
  readonly node: Node | null;
  readonly key: Node | null;
}

/** Answers where the nodes of a parsed document stand. */
export function locator(
  document: Document.Parsed,
  lineCounter: LineCounter,
  placeAt: (offset: number, length?: number) => Place,
): Pick<YamlSource, 'place' | 'lines' | 'scalarText'> {
  const find = (path: YamlPath): Found => walk(document, path);
  return {
    place(path, what = 'value') {
      const { node, key } = find(path);
      const marked = what === 'key' ? (key ?? node) : (node ?? key);
      const range = marked?.range ?? document.range;
      const [start, valueEnd] = range;
      const { line } = lineCounter.linePos(start);
      // A caret under a block would run over many lines: mark what stands on the first.
      const sameLine = lineCounter.linePos(valueEnd).line === line && isScalar(marked);
      return placeAt(start, sameLine ? Math.max(1, valueEnd - start) : undefined);
    },
    lines(path) {
      const { node, key } = find(path);
      const start = (key ?? node)?.range?.[0] ?? 0;
      const end = Math.max(start, (node?.range?.[1] ?? start) - 1);
      return { first: lineCounter.linePos(start).line, last: lineCounter.linePos(end).line };
    },
    scalarText(path) {
      const { node } = find(path);
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

function walk(document: Document.Parsed, path: YamlPath): Found {
  let found: Found = { node: document.contents, key: null };
  for (const segment of path) {
    const container: Node | undefined | null = isAlias(found.node) ? found.node.resolve(document) : found.node;
    const next = childOf(container, segment);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function childOf(container: Node | undefined | null, segment: string | number): Found | undefined {
  if (isMap(container)) {
    const pair = (container.items as Pair<Node, Node | null>[]).find(
      ({ key }) => isScalar(key) && String(key.value) === String(segment),
    );
    return pair === undefined ? undefined : { node: pair.value, key: pair.key };
  }
  if (isSeq(container)) {
    const item = container.items[Number(segment)] as Node | undefined;
    return item === undefined ? undefined : { node: item, key: null };
  }
  return undefined;
}
