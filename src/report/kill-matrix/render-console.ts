import { paletteOf } from '../console/palette.js';
import { shortened, visibleLine } from '../visible.js';
import { type FaultRecord, type KillMatrix, survivors, type VariantRecord, whyAlive } from './kill-matrix.js';
import { figuresOf, proofOf } from './proof.js';

const mostFlagged = 5;
const mostUndecided = 3;
const longestLine = 300;

/** What proving came to, for a terminal: what is wrong in full, what is right in figures. Ends with a line feed. */
export function renderKillMatrixConsole(matrix: KillMatrix, { colour }: { readonly colour: boolean }): string {
  const { strong, faint, verdict } = paletteOf(colour);
  const proof = proofOf(matrix);
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[strong(title), ...lines.map((line) => `  ${line}`)].join('\n')];
  const said = (text: string) => shortened(visibleLine(text), longestLine);

  const survivorLines = (fault: FaultRecord): readonly string[] => [
    `${verdict.failed(fault.id)}  ${fault.sentence}`,
    ...survivors(fault).flatMap((survivor) => [
      `    ${survivor.requirement} ${survivor.level}: ${whyAlive(survivor)}`,
      ...survivor.undecided
        .slice(0, mostUndecided)
        .map(({ instance, reason }) => faint(`      ${instance}: ${said(reason)}`)),
    ]),
  ];
  const flaggedLines = ({ id, sentence, flagged }: VariantRecord): readonly string[] => [
    `${verdict.failed(id)}  ${sentence}`,
    ...flagged.slice(0, mostFlagged).map((one) => `    ${one.instance} ${one.verdict}: ${said(one.reason)}`),
    ...(flagged.length > mostFlagged ? [`    and ${flagged.length - mostFlagged} more`] : []),
  ];

  const blocks = [
    ...block(
      'Cases that never caught a fault',
      proof.idleCases.map((item) => `${item.case}  ${faint(item.file)}`),
    ),
    ...block(
      'Requirements without a fault',
      proof.unproved.map(({ id, level, statement }) => `${verdict.failed(id)} ${level}  ${statement}`),
    ),
    ...block('Legal variants that are flagged', proof.flagged.flatMap(flaggedLines)),
    ...block('Faults that live', proof.living.flatMap(survivorLines)),
    ...block(
      'Gateways that could not be tried',
      proof.untried.map(({ id, broken }) => `${verdict.error(id)}  ${said(broken ?? '')}`),
    ),
    figuresOf(matrix).join('\n'),
    strong(proof.holds ? verdict.passed(proof.sentence) : verdict.failed(proof.sentence)),
  ];
  return `${blocks.join('\n\n')}\n`;
}
