import type { Finding, InstanceRecord, Journal } from '../journal/index.js';
import { escapedJson } from './escaped-json.js';

/**
 * Entries for what fails now, each with what was found as a comment. The reasons are left open: what is wrong is no
 * reason to accept it, and the file does not load until somebody has written one.
 */
export function renderKnownFailures({ run, instances }: Journal): string {
  const failed = instances.filter(({ verdict }) => verdict === 'failed');
  const head = `# What failed on ${oneLine(run.target.name)} on ${run.startedAt.slice(0, 10)}. Keep what you accept, and say why.\n`;
  const entries = failed.map(
    (instance) =>
      `  # ${oneLine(`${instance.requirements.join(', ')}: ${foundIn(instance)}`)}\n  - instance: ${scalar(instance.id)}\n    reason: ""\n`,
  );
  return entries.length === 0 ? `${head}known-failures: []\n` : `${head}known-failures:\n${entries.join('')}`;
}

function foundIn({ findings, title }: InstanceRecord): string {
  return findings.find(({ holds }: Finding) => !holds)?.message ?? title;
}

/** As one writes it where that is plain, else in quotes. */
function scalar(id: string): string {
  return /^[a-z][\w-]*\.[\w.\-[\]=,/]*$/i.test(id) ? id : escapedJson(id);
}

const longest = 300;

/** What a gateway said must not end the comment, nor act on a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').slice(0, longest);
}
