import type { CompiledApi } from '../api/index.js';
import { makePlan, withoutIdentities } from '../plan/index.js';
import { openContext, type RunContext, reasonAgainst, usedBy } from '../run/index.js';
import type { Library, Suite } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { checkCredentials } from './credentials.js';
import type { Diagnosis, Line, Section } from './diagnosis.js';
import { askExpectations } from './expectations.js';
import { profilesOf } from './profiles.js';
import { resourcesOf } from './resources.js';
import { lookAtScratchServices } from './scratch.js';
import { askServices } from './services.js';
import { lookAtUrls } from './urls.js';

export interface DoctorOptions {
  readonly target: Target;
  readonly library: Library;
  /** What a run would select, which says what the target is needed for. */
  readonly suite: Suite;
  readonly apis: Readonly<Record<string, CompiledApi>>;
  readonly tool: { readonly name: string; readonly version: string };
  readonly signal: AbortSignal;
}

/** Looks a target over: what is there, what answers, and what a run could prove. Nothing is changed. */
export async function examine(options: DoctorOptions): Promise<Diagnosis> {
  const { context, close } = openContext({ ...options, emit: () => undefined });
  try {
    const { target, signal } = options;
    const sections = await sectionsOf(options, context);
    return { target: { name: target.name, source: target.source }, sections, interrupted: signal.aborted };
  } finally {
    await close();
  }
}

async function sectionsOf({ target, library, suite }: DoctorOptions, context: RunContext): Promise<readonly Section[]> {
  const plan = makePlan(library.specs, suite, target);
  const urls = await lookAtUrls(context);
  const reached = urls.every(({ mark }) => mark !== 'untestable');
  // A credential is not sent to what is not the workspace that the target means.
  if (!reached) {
    const wait: Line = {
      mark: 'unknown',
      subject: 'the rest',
      found: 'not asked before every URL is the one that is meant',
    };
    return [
      { title: 'URLs', lines: urls },
      { title: 'Credentials, services, grants', lines: [wait] },
    ];
  }
  const { lines: credentials, broken } = await checkCredentials(usedBy(plan, target).identities, context);
  const home = target.workspaces['home']?.url;
  const mayAsk = !broken.some(({ role, origin }) => role === 'default' && (origin === undefined || origin === home));
  const services = mayAsk ? await askServices(context) : unaskedServices(target);
  const expectations = await askExpectations(services, broken, context);
  const runnable = withoutIdentities(plan, (sender) => reasonAgainst(sender, broken, target));
  return [
    { title: 'URLs', lines: urls },
    { title: 'Credentials', lines: credentials },
    { title: 'Model services, asked by default', lines: services.lines },
    ...(expectations.length === 0 ? [] : [{ title: 'Who may call what, on one API', lines: expectations }]),
    { title: 'Scratch services, whose grants specs change', lines: await lookAtScratchServices(broken, context) },
    { title: 'What else the target names', lines: await resourcesOf(mayAsk, context) },
    { title: 'What a run could prove', lines: profilesOf(runnable, library.catalogue) },
  ];
}

function unaskedServices({ models }: Target): Awaited<ReturnType<typeof askServices>> {
  const found = 'not asked: the credential of default cannot be used';
  return { lines: Object.keys(models).map((subject) => ({ mark: 'unknown', subject, found })), answers: () => false };
}
