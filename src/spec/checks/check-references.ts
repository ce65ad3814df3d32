import type { Problem } from '../../problem/index.js';
import { didYouMean } from '../did-you-mean.js';
import { type Reference, referencesIn, textsOf } from '../references.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './check-case.js';
import { partsOf } from './parts.js';

const modelFields = ['fqn', 'bare', 'catalog', 'schema', 'name'];
const workspaceFields = ['id', 'url'];
const roots = ['models', 'workspaces', 'each', 'captures', 'nonce', 'target'];

/** Every `${…}` can be looked up, and every capture is made before it is used. */
export function checkReferences(item: CaseUnderCheck): readonly Problem[] {
  const { source, template, path } = item;
  const problems = [...textsOf(template)].flatMap(({ text, path: inside }) =>
    referencesIn(text).flatMap(({ reference, written, malformed }): Problem[] => {
      const place = source.place([...path, ...inside]);
      if (malformed) {
        return [
          {
            code: 'reference.malformed',
            message: `\`${written}\` is not a look-up`,
            place,
            fix: 'write a dotted name such as ${models.system}; for the characters themselves write $${',
          },
        ];
      }
      const candidates = inside[0] === 'each' && reference[0] === 'each' ? [] : undefined;
      const problem = lookUpProblem(item, reference, candidates);
      return problem === undefined ? [] : [{ code: 'reference.undefined', place, ...problem }];
    }),
  );
  return [...problems, ...checkCaptures(item)];
}

function lookUpProblem(
  item: CaseUnderCheck,
  [root, role, field, ...rest]: Reference,
  dimensions?: readonly string[],
): Pick<Problem, 'message' | 'fix'> | undefined {
  const { roles } = item.vocabulary;
  const written = ['${', [root, role, field, ...rest].filter((part) => part !== undefined).join('.'), '}'].join('');
  const check = (
    word: string | undefined,
    known: readonly string[],
    what: string,
  ): Pick<Problem, 'message' | 'fix'> | undefined => {
    if (word !== undefined && known.includes(word)) return undefined;
    const meant = word === undefined ? undefined : didYouMean(word, known);
    const listed = known.length === 0 ? 'there is none here' : `write one of: ${known.join(', ')}`;
    return {
      message: `\`${written}\` is not defined: ${word === undefined ? `it lacks ${what}` : `${word} is not ${what}`}`,
      fix: meant === undefined ? listed : `did you mean \`${meant}\`?`,
    };
  };
  switch (root) {
    case 'models':
      return (
        check(role, Object.keys(roles.models), 'the role of a model service') ??
        (field === undefined ? undefined : check(field, modelFields, 'a part of a model service'))
      );
    case 'workspaces':
      return (
        check(role, Object.keys(roles.workspaces), 'the role of a workspace') ??
        check(field, workspaceFields, 'a part of a workspace')
      );
    case 'each':
      return check(role, dimensions ?? Object.keys(item.template.each ?? {}), 'a dimension of this case');
    case 'target':
      return check(role, ['name'], 'a part of a target');
    case 'captures':
      // Whether it is made, and in time, is told by checkCaptures.
      return role === undefined ? { message: `\`${written}\` is not defined: it lacks a name` } : undefined;
    case 'nonce':
      return undefined;
    default:
      return check(root, roots, 'something that can be looked up');
  }
}

function checkCaptures(item: CaseUnderCheck): Problem[] {
  const parts = partsOf(item);
  const madeAt = new Map<string, number>();
  for (const [index, { template }] of parts.entries()) {
    for (const name of Object.keys(template.capture ?? {})) if (!madeAt.has(name)) madeAt.set(name, index);
  }
  return parts.flatMap(({ template, path }, index) =>
    [...textsOf(ownTexts(template, path, item.path))].flatMap(({ text, path: inside }) =>
      referencesIn(text)
        .filter(({ reference }) => reference[0] === 'captures' && reference[1] !== undefined)
        .flatMap(({ reference }): Problem[] => {
          const name = reference[1] as string;
          const made = madeAt.get(name);
          const place = item.source.place([...path, ...inside]);
          if (made === undefined) {
            const meant = didYouMean(name, madeAt.keys());
            return [
              {
                code: 'capture.unknown',
                message: `nothing captures \`${name}\``,
                place,
                fix:
                  meant === undefined
                    ? `add \`capture: { ${name}: … }\` to an earlier step`
                    : `did you mean \`${meant}\`?`,
              },
            ];
          }
          if (made < index) return [];
          return [
            {
              code: 'capture.too-early',
              message: `\`${name}\` is used before it is captured`,
              place,
              fix: 'use it in a later step',
            },
          ];
        }),
    ),
  );
}

/** A case that is its own only part must not count its steps twice. */
function ownTexts(template: object, path: YamlPath, casePath: YamlPath): object {
  if (path.length !== casePath.length) return template;
  const { steps: _steps, finally: _finally, compare: _compare, ...own } = template as Record<string, unknown>;
  return own;
}
