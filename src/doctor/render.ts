import pico from 'picocolors';
import { visibleLine } from '../report/index.js';
import { type Diagnosis, type Line, linesOf, type Mark, type Section } from './diagnosis.js';

const marks: Readonly<Record<Mark, string>> = { fine: '✓', differs: '✗', untestable: '✗', unknown: '-' };
const longest = 300;

/** A diagnosis as a person reads it: a line for each thing, below it what to do, and at the end what to do next. */
export function renderDiagnosis(diagnosis: Diagnosis, { colour }: { readonly colour: boolean }): string {
  const colours = pico.createColors(colour);
  const { name, source } = diagnosis.target;
  const paint: Readonly<Record<Mark, (text: string) => string>> = {
    fine: colours.green,
    differs: colours.red,
    untestable: colours.red,
    unknown: colours.dim,
  };
  const lineText = ({ mark, subject, found, toDo = [] }: Line, width: number) => [
    `  ${paint[mark](marks[mark])} ${visibleLine(subject).padEnd(width)}  ${shortened(visibleLine(found))}`,
    ...toDo.map((sentence) => colours.dim(`      ${shortened(visibleLine(sentence))}`)),
  ];
  const sectionText = ({ title, lines }: Section) => {
    const width = Math.max(...lines.map(({ subject }) => visibleLine(subject).length));
    return [colours.bold(title), ...lines.flatMap((line) => lineText(line, width))].join('\n');
  };
  return [
    `Looked over ${visibleLine(name)}${name === source ? '' : ` (${visibleLine(source)})`}.`,
    ...diagnosis.sections.filter(({ lines }) => lines.length > 0).map(sectionText),
    closingWords(diagnosis),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function closingWords(diagnosis: Diagnosis): string {
  if (diagnosis.interrupted) return 'Interrupted: what is said above is not all.';
  const count = (mark: Mark) => linesOf(diagnosis).filter((line) => line.mark === mark).length;
  const [differing, untestable] = [count('differs'), count('untestable')];
  const target = visibleLine(diagnosis.target.source);
  if (differing + untestable === 0)
    return `All that was asked is as the target says.\nNext: gateway-conformance run --suite smoke --target ${target}`;
  const said = [
    ...(differing === 0 ? [] : [`${differing} ${differing === 1 ? 'differs' : 'differ'} from what the target says`]),
    ...(untestable === 0 ? [] : [`${untestable} cannot be tested`]),
  ];
  return `${said.join(', ')}. Mend what is marked ✗, or what the target says of it.\nNext: gateway-conformance doctor --target ${target}`;
}

/** Commands are never cut: half of one would do something else. */
function shortened(text: string): string {
  return text.length <= longest || text.startsWith('curl ') ? text : `${text.slice(0, longest - 1)}…`;
}
