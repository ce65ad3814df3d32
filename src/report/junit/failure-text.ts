import type { Finding, InstanceRecord, Journal } from '../../journal/index.js';
import { commandOf } from '../command.js';
import { differenceOf } from '../difference.js';
import { placeOf } from '../excerpt.js';
import { brokenFindings, headlineOf, whereOf } from '../outcome.js';
import { shortened, visible, visibleLine } from '../visible.js';
import { lineOf } from './line-of.js';

/** GitHub takes 64 KiB for all of a check's summary; GitLab 30 MB for the file. */
const longestText = 64 * 1024;
const longestCommand = 8 * 1024;
const longestId = 1_000;
const pointer = '\n[cut: index.html has the rest]';

/**
 * The text of a failure: findings with their differences, a curl line, and last the place in the shape of a stack frame,
 * by which dorny/test-reporter, mikepenz/action-junit-report and terminals find the line.
 */
export function failureText(journal: Journal, instance: InstanceRecord): string {
  const broken = brokenFindings(instance);
  const findings = broken.length === 0 ? headlineOf(instance) : broken.map(findingText).join('\n\n');
  const last = frameOf(journal, instance);
  const command = commandOf(instance, longestCommand);
  const text = visible(command === undefined ? findings : `${findings}\n\n${command}`);
  const room = longestText - Buffer.byteLength(last) - pointer.length - 2;
  return `${Buffer.byteLength(text) > room ? cutBytes(text, room) + pointer : text}\n${last}`;
}

/** `    at naming.fqn[api=chat] (specs/naming/names.yaml:34:9)`: the place of a case, in the shape of a stack frame. */
export function frameOf(journal: Journal, instance: InstanceRecord): string {
  return `    at ${lineOf(instance.id, longestId)} (${placeOf(journal, instance)})`;
}

function findingText(finding: Finding): string {
  const lines = differenceOf(finding).map(({ side, text }) => `  ${signs[side]} ${text}`);
  return [`${finding.check}: ${visibleLine(finding.message)}${whereOf(finding)}`, ...lines].join('\n');
}

const signs = { expected: '- expected', found: '+ found   ', both: '          ', omitted: '          ' } as const;

function cutBytes(text: string, bytes: number): string {
  const cut = Buffer.from(text)
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return shortened(cut, bytes);
}
