import type { Problem } from '../../problem/index.js';
import { suggestion } from '../did-you-mean.js';
import type { Reference } from '../references.js';
import type { Roles } from '../roles.js';

const modelFields = ['fqn', 'bare', 'catalog', 'schema', 'name', 'beyond-limit'];
const workspaceFields = ['id', 'url'];

/** What each root has below it; further words lead nowhere. */
type Words = readonly {
  readonly known: readonly string[] | 'any';
  readonly what: string;
  readonly optional?: boolean;
}[];

/** Why a reference cannot be looked up; undefined when it can. */
export function lookUpProblem(
  reference: Reference,
  roles: Roles,
  dimensions: readonly string[],
): Pick<Problem, 'message' | 'fix'> | undefined {
  const roots = wordsByRoot(roles, dimensions);
  const [root = '', ...rest] = reference;
  const written = `\${${reference.join('.')}}`;
  const words = Object.hasOwn(roots, root) ? roots[root] : undefined;
  if (words === undefined && (root === 'model' || root === 'api')) {
    const message = `\`${written}\` is not defined: the matrix of the case binds no API`;
    return { message, fix: 'bind the API with `each: { api: … }`' };
  }
  if (words === undefined && root === 'grant') {
    const message = `\`${written}\` is not defined: the matrix of the case has no cells`;
    return { message, fix: 'bind them with `each: { grant: allowed }` or `each: { grant: denied }`' };
  }
  if (root === 'each' && rest[0] === 'grant' && dimensions.includes('grant')) {
    return { message: `\`${written}\` is a cell and no value`, fix: 'write `${grant.model}` for its model service' };
  }
  if (words === undefined) return unknown(written, root, Object.keys(roots), 'something that can be looked up');
  for (const [index, { known, what, optional = false }] of words.entries()) {
    const word = rest[index];
    if (word === undefined && optional) return undefined;
    if (word === undefined || (known !== 'any' && !known.includes(word))) return unknown(written, word, known, what);
  }
  const further = rest[words.length];
  if (further === undefined) return undefined;
  const whole = reference.slice(0, words.length + 1).join('.');
  return { message: `\`${written}\` is not defined: nothing stands below ${whole}`, fix: `write \`\${${whole}}\`` };
}

function wordsByRoot(roles: Roles, dimensions: readonly string[]): Readonly<Record<string, Words>> {
  return {
    models: [
      { known: Object.keys(roles.models), what: 'the role of a model service' },
      { known: modelFields, what: 'a part of a model service', optional: true },
    ],
    // What depends on the API is known where the matrix binds it.
    ...(dimensions.includes('api')
      ? {
          model: [{ known: modelFields, what: 'a part of a model service', optional: true }],
          api: [{ known: ['name', 'path'], what: 'a part of an API' }],
        }
      : {}),
    workspaces: [
      { known: Object.keys(roles.workspaces), what: 'the role of a workspace' },
      { known: workspaceFields, what: 'a part of a workspace' },
    ],
    identities: [
      { known: Object.keys(roles.identities), what: 'the role of an identity' },
      { known: ['principal'], what: 'a part of an identity' },
    ],
    each: [{ known: dimensions.filter((name) => name !== 'grant'), what: 'a dimension of this case' }],
    ...(dimensions.includes('grant') ? { grant: [{ known: ['model'], what: 'a part of a cell of the matrix' }] } : {}),
    // Whether it is made, and in time, is told by checkCaptures.
    captures: [{ known: 'any', what: 'the name of a capture' }],
    nonce: [],
    copy: [],
    target: [{ known: ['name'], what: 'a part of a target' }],
  };
}

function unknown(
  written: string,
  word: string | undefined,
  candidates: readonly string[] | 'any',
  what: string,
): Pick<Problem, 'message' | 'fix'> {
  const known = candidates === 'any' ? [] : candidates;
  const listed = known.length === 0 ? 'there is none here' : `write one of: ${known.join(', ')}`;
  return {
    message: `\`${written}\` is not defined: ${word === undefined ? `it lacks ${what}` : `${word} is not ${what}`}`,
    ...(candidates === 'any' ? {} : { fix: word === undefined ? listed : suggestion(word, known, listed) }),
  };
}
