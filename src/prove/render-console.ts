import pico from 'picocolors';
import { type FaultRecord, type KillMatrix, survivors, unproved, type VariantRecord } from './kill-matrix.js';

/** What proving came to, for a terminal: what is wrong in full, what is right in numbers. */
export function renderKillMatrix(matrix: KillMatrix, { colour }: { readonly colour: boolean }): string {
  const { red, green, bold, dim } = pico.createColors(colour);
  const { faults, variants, idleCases } = matrix;
  const alive = faults.filter((fault) => fault.broken === undefined && survivors(fault).length > 0);
  const untried = [...faults, ...variants].filter(({ broken }) => broken !== undefined);
  const flagged = variants.filter((variant) => variant.flagged.length > 0);
  const loose = matrix.partial ? [] : unproved(matrix);
  const idle = matrix.partial ? [] : idleCases;
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [bold(title), ...lines, '']);
  return [
    ...section(
      'Could not be tried',
      untried.map(({ id, broken }) => `  ${red(id)}  ${broken}`),
    ),
    ...section(
      'Faults that live',
      alive.flatMap((fault) => survivorLines(fault, red, dim)),
    ),
    ...section(
      'Legal variants that were flagged',
      flagged.flatMap((variant) => flaggedLines(variant, red)),
    ),
    ...section(
      'Requirements that no fault proves',
      loose.map(({ id, level, statement }) => `  ${red(id)} ${level}  ${statement}`),
    ),
    ...section(
      'Cases that never caught a fault',
      idle.map((item) => `  ${item.case}  ${dim(item.file)}`),
    ),
    ...numbers(matrix),
    isProved(matrix) ? green('Everything is proved.') : red(verdictOf(matrix)),
    '',
  ].join('\n');
}

/** Whether every fault was caught for each requirement that it breaks, nothing legal was flagged, and nothing is unproved. */
export function isProved(matrix: KillMatrix): boolean {
  return verdictOf(matrix) === '';
}

function verdictOf(matrix: KillMatrix): string {
  const { faults, variants } = matrix;
  const counts = [
    [faults.filter((fault) => fault.broken === undefined && survivors(fault).length > 0).length, 'faults live'],
    [[...faults, ...variants].filter(({ broken }) => broken !== undefined).length, 'could not be tried'],
    [variants.filter(({ flagged }) => flagged.length > 0).length, 'legal variants are flagged'],
    [matrix.partial ? 0 : unproved(matrix).length, 'requirements are not proved'],
  ] as const;
  const wrong = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return wrong.length === 0 ? '' : `Not proved: ${wrong.join(', ')}.`;
}

function survivorLines(fault: FaultRecord, red: (text: string) => string, dim: (text: string) => string): string[] {
  return [
    `  ${red(fault.id)}  ${fault.sentence}`,
    ...survivors(fault).flatMap(({ requirement, level, tried, undecided }) => [
      `      ${requirement} ${level}: ${tried === 0 ? 'no instance could see it' : `not noticed by ${tried} instance${tried === 1 ? '' : 's'}`}`,
      ...undecided.slice(0, 3).map(({ instance, reason }) => dim(`          ${instance}: ${reason}`)),
    ]),
  ];
}

function flaggedLines({ id, sentence, flagged }: VariantRecord, red: (text: string) => string): string[] {
  const most = 5;
  return [
    `  ${red(id)}  ${sentence}`,
    ...flagged.slice(0, most).map(({ instance, verdict, reason }) => `      ${instance} ${verdict}: ${reason}`),
    ...(flagged.length > most ? [`      and ${flagged.length - most} more`] : []),
  ];
}

function numbers({ faults, variants, requirements, partial }: KillMatrix): readonly string[] {
  const caughtBy = (fault: FaultRecord) => new Set(fault.breaks.flatMap(({ catches }) => catches.map(({ by }) => by)));
  const by = faults.map(caughtBy);
  const count = (holds: (levels: ReadonlySet<string>) => boolean) => by.filter(holds).length;
  const proved = (level: string) => {
    const all = requirements.filter((one) => one.level === level && one.exercised);
    return `${all.filter(({ provedBy }) => provedBy.length > 0).length} of ${all.length} ${level}`;
  };
  return [
    `${faults.length} faults: ${count((levels) => levels.has('failed'))} caught by a MUST, ` +
      `${count((levels) => levels.has('warned') && !levels.has('failed'))} by a SHOULD only, ` +
      `${count((levels) => levels.has('drifted') && levels.size === 1)} by an observation only.`,
    `${variants.length} legal variants: ${variants.filter(({ flagged }) => flagged.length === 0).length} not flagged.`,
    ...(partial ? [] : [`Requirements with a fault: ${proved('MUST')}, ${proved('SHOULD')}, ${proved('OBSERVE')}.`]),
  ];
}
