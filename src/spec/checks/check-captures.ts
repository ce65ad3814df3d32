import type { Place, Problem } from '../../problem/index.js';
import { suggestion } from '../did-you-mean.js';
import { referencesIn, textsOf } from '../references.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { type Part, partsOf } from './parts.js';

interface Used {
  readonly name: string;
  readonly path: YamlPath;
}

/** Every capture is made before it is used. */
export function checkCaptures(item: CaseUnderCheck): readonly Problem[] {
  const parts = partsOf(item);
  const madeAt = new Map<string, number>();
  for (const [index, { template }] of parts.entries()) {
    for (const name of Object.keys(template.capture ?? {})) if (!madeAt.has(name)) madeAt.set(name, index);
  }
  return parts.flatMap((part, index) =>
    capturesUsed(part, item.path).flatMap(({ name, path }): Problem[] => {
      const made = madeAt.get(name);
      const place = item.source.place(path);
      if (made === undefined) return [neverMade(name, [...madeAt.keys()], place)];
      if (made < index) return [];
      const message = `\`${name}\` is used before it is captured`;
      return [{ code: 'capture.too-early', message, place, fix: 'use it in a later step' }];
    }),
  );
}

function neverMade(name: string, made: readonly string[], place: Place): Problem {
  const fix = suggestion(name, made, `add \`capture: { ${name}: … }\` to an earlier step`);
  return { code: 'capture.unknown', message: `nothing captures \`${name}\``, place, fix };
}

function capturesUsed({ template, path }: Part, casePath: YamlPath): readonly Used[] {
  return [...textsOf(ownTexts(template, path, casePath))].flatMap(({ text, path: inside }) =>
    referencesIn(text).flatMap(({ reference: [root, name] }) =>
      root === 'captures' && name !== undefined ? [{ name, path: [...path, ...inside] }] : [],
    ),
  );
}

/** A case that is its own only part must not count its steps twice, and its matrix is no part of it. */
function ownTexts(template: object, path: YamlPath, casePath: YamlPath): object {
  if (path.length !== casePath.length) return template;
  const {
    steps: _steps,
    finally: _finally,
    compare: _compare,
    each: _each,
    ...own
  } = template as Record<string, unknown>;
  return own;
}
