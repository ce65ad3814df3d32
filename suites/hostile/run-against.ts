import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { openContracts } from '../../src/cli/open-contracts.js';
import { type InstanceRecord, type Journal, openJournal, readJournal } from '../../src/journal/index.js';
import { makePlan, type Plan } from '../../src/plan/index.js';
import { curlOf } from '../../src/report/curl.js';
import { assess, type Gate, progress, renderAnnotations, renderConsole, writeReports } from '../../src/report/index.js';
import { run } from '../../src/run/index.js';
import type { Target } from '../../src/target/index.js';
import { mustHave } from '../target-under-test.js';
import { library, suite } from './target.js';

/** Everything that a run leaves behind. */
export interface Outcome {
  readonly journal: Journal;
  readonly gate: Gate;
  /** What each instance came to, by its id. */
  readonly results: Readonly<Record<string, string>>;
  /** Everything that a person or a file is given of the run, by its name. */
  readonly artefacts: Readonly<Record<string, string>>;
}

export const plainCase = 'chat.answer[api=chat,model=text]';
export const streamedCase = 'streaming.completion[api=chat]';
export const healthyCase = 'surfaces.messages';

const contracts = openContracts();

/** A case that is asked plainly, one that is streamed, and behind them one of which the gateway is no enemy. */
export function smallPlan(target: Target, cases: readonly string[] = [plainCase, streamedCase, healthyCase]): Plan {
  return makePlan(library.specs, suite, target, { cases });
}

/** Runs a plan as the command line does, a case at a time unless told otherwise. */
export async function runAgainst(target: Target, plan = smallPlan(target), concurrency = 1): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const path = join(folder, 'journal.ndjson');
    const written = mustHave(openJournal(path));
    const terminal = new PassThrough({ encoding: 'utf8' });
    const screen: string[] = [];
    terminal.on('data', (text: string) => screen.push(text));
    const show = progress(terminal as unknown as NodeJS.WriteStream, { isTerminal: false, colour: false });
    await run({
      plan,
      library,
      suite: { ...suite, proves: [] },
      target,
      apis: contracts,
      tool: { name: 'gateway-conformance', version: '0.0.0' },
      signal: new AbortController().signal,
      concurrency,
      emit(event) {
        written.write(event);
        show(event);
      },
    });
    written.close();
    const journal = mustHave(readJournal(path));
    const assessment = assess(journal);
    const reports = mustHave(writeReports(assessment, folder));
    const files = [path, ...reports].map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]);
    const exchanges = journal.instances.flatMap((instance) => instance.exchanges);
    return {
      journal,
      gate: assessment.gate,
      results: Object.fromEntries(journal.instances.map((instance) => [instance.id, resultOf(instance)])),
      artefacts: {
        ...Object.fromEntries(files),
        progress: screen.join(''),
        console: renderConsole(assessment, { colour: false }),
        annotations: renderAnnotations(assessment),
        curl: exchanges.map(({ exchange }) => curlOf(exchange)).join('\n'),
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `passed`, `error: wire.reset`, or `failed: completion` with the checks that do not hold, and the fault of the last exchange behind it. */
export function resultOf({ verdict, reason, findings, exchanges }: InstanceRecord): string {
  const refuted = [...new Set(findings.filter(({ holds }) => !holds).map(({ check }) => check))];
  const why = reason === undefined ? refuted.join(', ') : reason.code;
  const fault = exchanges.at(-1)?.exchange.fault?.code;
  return `${verdict}${why === '' ? '' : `: ${why}`}${fault === undefined ? '' : ` [${fault}]`}`;
}
