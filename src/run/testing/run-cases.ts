import type { CompiledApi } from '../../api/index.js';
import type { ExchangeEvent, FinishedEvent, JournalEvent } from '../../journal/index.js';
import { contracted } from '../../judge/testing/answers.js';
import { makePlan, type Plan } from '../../plan/index.js';
import { smallTarget } from '../../plan/testing/small-target.js';
import type { Case, Suite } from '../../spec/index.js';
import { caseOf } from '../../spec/testing/load-cases.js';
import type { Target } from '../../target/index.js';
import { openContext } from '../open-context.js';
import { runInstance } from '../run-instance.js';
import type { Budget } from '../traffic/index.js';
import { type FakeClock, fakeClock } from './fake-clock.js';
import type { FakeGateway } from './fake-gateway.js';

export interface Options {
  readonly target?: Target;
  readonly apis?: Readonly<Record<string, CompiledApi>>;
  readonly signal?: AbortSignal;
  readonly budget?: Budget;
  readonly verifies?: string;
  readonly emit?: (event: JournalEvent) => void;
}

export interface RanCase {
  readonly finished: FinishedEvent;
  readonly events: readonly JournalEvent[];
  readonly exchanges: readonly ExchangeEvent[];
  readonly clock: FakeClock;
}

const everything: Suite = { name: 'all', title: 'All', select: [], except: [], proves: [] };

export function planOf(cases: readonly Case[], target: Target = smallTarget): Plan {
  return makePlan([{ file: 'spec.yaml', text: '', title: 'A behaviour', cases }], everything, target);
}

/** A context on a fake gateway and a fake clock; `events` fills as things happen. */
export function openFakeContext(gateway: FakeGateway, options: Options = {}) {
  const { target = smallTarget, apis = contracted, signal = new AbortController().signal, budget = {}, emit } = options;
  const events: JournalEvent[] = [];
  const clock = fakeClock();
  const opened = openContext({
    target,
    apis,
    tool: { name: 'harness', version: '1.0.0' },
    emit: (event) => {
      emit?.(event);
      events.push(event);
    },
    signal,
    budget,
    clock,
    client: gateway,
  });
  return { ...opened, events, clock };
}

/** Runs the one instance of a case, given by what stands below `verifies` in its file. */
export async function runCase(body: string, gateway: FakeGateway, options: Options = {}): Promise<RanCase> {
  const { context, close, events, clock } = openFakeContext(gateway, options);
  const { instances } = planOf([caseOf(body, options.verifies)], context.target);
  const [instance] = instances;
  if (instance === undefined || instances.length > 1) throw new Error(`the case has ${instances.length} instances`);
  const finished = await runInstance(instance, context);
  await close();
  const exchanges = events.filter((event) => event.event === 'exchange');
  return { finished, events, exchanges, clock };
}
