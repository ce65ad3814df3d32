import { nameInWords } from '../securable.js';
import type { Cell, Ground } from './cell.js';
import type { Grant } from './granted.js';
import type { ImportedMatrix, Row } from './matrix.js';
import { shown } from './shown.js';
import type { Somebody } from './who.js';

const head = `# What the grants of the account imply, as Unity Catalog tells them to the identity admin.
# Review it, and put each \`expects\` into the target, below its identity. Where the gateway does something else,
# \`gateway-conformance run --suite grants\` fails.
#
# Owners do not stand among grants: an identity that owns a service, its schema or its catalog holds every privilege on
# it. Look for them where a denial surprises you. "account users" is everybody; of other groups an identity is in those
# that SCIM lists for it.`;

/** How many grants a comment names, or groups that may hold something. */
const mostNamed = 3;

/** How many groups of an identity are named. */
const mostGroups = 10;

/**
 * The `expects` of a target file, as YAML that begins with `identities:`. Roles and privileges are words of the harness;
 * what the account says stands in comments only.
 */
export function writeExpectations({ rows, leftOut, unasked }: ImportedMatrix): string {
  const missing = [
    ...leftOut.map(({ identity, because }) => `#   the identity ${identity}: ${because}`),
    ...unasked.map(({ model, because }) => `#   the model service ${model}: ${because}`),
  ];
  const parts = [
    head,
    ...(missing.length === 0 ? [] : [`#\n# Left out:\n${missing.join('\n')}`]),
    '',
    'identities:',
    ...rows.map(writeRow),
  ];
  return `${parts.join('\n')}\n`;
}

function writeRow({ who, cells }: Row): string {
  return [
    `  # ${who.identity} is ${nameList(who)}`,
    `  ${who.identity}:`,
    `    expects:${cells.some(({ cell }) => cell.kind === 'implied') ? '' : ' {}'}`,
    ...cells.map(({ model, cell }) => writeCell(model, cell)),
  ].join('\n');
}

function nameList({ names, groups }: Somebody): string {
  return `${names.map(shown).join(' or ')}; ${groupsInWords(groups)}`;
}

function groupsInWords(groups: Somebody['groups']): string {
  if (groups === undefined) return 'the account does not list its groups';
  if (groups.length === 0) return 'in no group that is listed';
  const more = groups.length - mostGroups;
  return `in ${groups.slice(0, mostGroups).map(shown).join(', ')}${more > 0 ? ` and ${more} more groups` : ''}`;
}

function writeCell(model: string, cell: Cell): string {
  if (cell.kind === 'unknown') return `      # ${model} is not known: ${cell.because}`;
  return [
    ...cell.grounds.map((ground) => `      # ${groundInWords(ground)}`),
    `      ${model}: { lacks: [${cell.lacks.join(', ')}] }`,
  ].join('\n');
}

function groundInWords({ privilege, grants, on, perhapsBy, manages }: Ground): string {
  if (grants.length > 0) {
    const ways = grants.slice(0, mostNamed).map((grant) => grantInWords(grant, privilege, on));
    return `${ways.join('; ')}${grants.length > mostNamed ? '; and more' : ''}`;
  }
  const groups = perhapsBy.slice(0, mostNamed).map(shown).join(', ');
  return [
    `no ${privilege}`,
    ...(perhapsBy.length === 0
      ? []
      : [`${groups}${perhapsBy.length > mostNamed ? ' and more' : ''} would give it, not listed as a group of it`]),
    ...(manages === undefined ? [] : [`may grant it to itself by ${grantInWords(manages, 'MANAGE', on)}`]),
  ].join('; ');
}

/** `EXECUTE on schema main.llm, inherited, to "account users"`, or `EXECUTE by ALL PRIVILEGES on …` */
function grantInWords({ privilege, on, principal }: Grant, gives: string, asked: Grant['on']): string {
  const granted = privilege.replaceAll('_', ' ');
  const inherited = on.type === asked.type ? '' : ', inherited';
  const words = granted === gives ? gives : `${gives} by ${granted}`;
  return `${words} on ${shownPlace(on)}${inherited}, to ${shown(principal)}`;
}

function shownPlace({ type, name }: Grant['on']): string {
  return nameInWords({ type: shown(type), name: shown(name) });
}
