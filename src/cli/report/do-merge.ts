import { join, resolve } from 'node:path';
import { mergeJournals, openJournal, type Survey, surveyJournal } from '../../journal/index.js';
import { type ExitCode, failed, ok, type Result } from '../../problem/index.js';
import { openAcceptance } from '../open-acceptance.js';
import type { GateFlags } from '../options/gate-options.js';
import type { ReportFlags } from '../options/report-flags.js';
import { sayProblems } from '../say.js';
import { render } from './do-render.js';
import { findJournals } from './find-journals.js';

export interface MergeFlags extends GateFlags, ReportFlags {
  readonly out: string;
  readonly allowPartial?: boolean;
}

/** Writes the journal of the whole run out of those of its shards, and every report from it. */
export function merge(named: readonly string[], { out, allowPartial = false, ...flags }: MergeFlags): ExitCode {
  const acceptance = openAcceptance(flags);
  if (!acceptance.ok) return sayProblems(acceptance.problems);
  const path = join(out, 'journal.ndjson');
  const surveys = surveyAll(named);
  if (!surveys.ok) return sayProblems(surveys.problems);
  const input = surveys.value.find((survey) => resolve(survey.path) === resolve(path));
  if (input !== undefined) {
    const message = `the merged journal would replace ${input.path}, which is one of those to merge`;
    return sayProblems([{ code: 'merge.overwrites', message, fix: 'name another folder with --out' }]);
  }
  const events = mergeJournals(surveys.value, { allowPartial });
  if (!events.ok) return sayProblems(events.problems);
  const opened = openJournal(path);
  if (!opened.ok) return sayProblems(opened.problems);
  for (const event of events.value) opened.value.write(event);
  opened.value.close();
  return render(path, { acceptance: acceptance.value, reports: flags });
}

/** What a merge or a rerun has left in a folder is no journal of a shard, and nobody means it who names the folder. */
function surveyAll(named: readonly string[]): Result<readonly Survey[]> {
  const found = findJournals(named);
  if (!found.ok) return found;
  const surveys: Survey[] = [];
  for (const { path, isNamed } of found.value) {
    const survey = surveyJournal(path);
    if (!survey.ok) return survey;
    const { merged, rerun } = survey.value.run;
    if (isNamed || (merged === undefined && rerun === undefined)) surveys.push(survey.value);
  }
  if (surveys.length > 0) return ok(surveys);
  const message = `there is no journal of a shard in ${named.join(', ')}`;
  return failed({ code: 'merge.no-journal', message, fix: 'name the journals that `run --shard` wrote' });
}
