import type { JournalEvent, PlannedEvent, TargetRecord } from '../journal/index.js';
import { apisOf, cellIn, type Instance, type Plan, partsOfCell, referencesOfCase, usesOf } from '../plan/index.js';
import type { Case, Library, Reference } from '../spec/index.js';
import type { Target } from '../target/index.js';

/** What of a target may be told. */
export function targetRecord(target: Target): TargetRecord {
  const { name, source, accountUrl, workspaces, models, identities, features } = target;
  return {
    name,
    source,
    ...(accountUrl === undefined ? {} : { accountUrl }),
    workspaces,
    models,
    identities: Object.keys(identities),
    ...principalsOf(identities),
    features,
  };
}

/** The plan as it stands at the head of a journal: the texts of the specs, and each instance. */
export function* planEvents(plan: Plan, library: Library, whole = plan): Generator<JournalEvent> {
  const positions = plan.instances.length === whole.instances.length ? undefined : positionsIn(whole);
  const used = new Set(plan.instances.map((instance) => instance.case.file));
  for (const { file, text } of library.specs) if (used.has(file)) yield { event: 'source', file, text };
  const references = new Map<Case, readonly Reference[]>();
  for (const instance of plan.instances) {
    const written = references.get(instance.case) ?? referencesOfCase(instance.case);
    references.set(instance.case, written);
    const { id, case: item, bindings, verifies, skip } = instance;
    yield {
      event: 'planned',
      instance: id,
      case: item.id,
      title: item.title,
      file: item.file,
      line: item.lines.first,
      endLine: item.lines.last,
      requirements: verifies,
      level: item.level,
      tags: item.tags,
      bindings: Object.fromEntries(Object.entries(bindings).map(([name, { label }]) => [name, label])),
      apis: apisOf(instance),
      ...usesOf(instance, written),
      ...grantOf(instance),
      ...(skip === undefined ? {} : { skip }),
      ...(positions === undefined ? {} : { position: positions.get(id) as number }),
    };
  }
}

function principalsOf(identities: Target['identities']): Pick<TargetRecord, 'principals'> {
  const named = Object.entries(identities).flatMap(([role, { principal }]) =>
    principal === undefined ? [] : [[role, principal] as const],
  );
  return named.length === 0 ? {} : { principals: Object.fromEntries(named) };
}

function grantOf(instance: Instance): Pick<PlannedEvent, 'grant'> {
  const cell = cellIn(instance.bindings);
  return cell === undefined ? {} : { grant: { ...cell, steps: partsOfCell(instance) } };
}

/** From 1. */
function positionsIn({ instances }: Plan): ReadonlyMap<string, number> {
  return new Map(instances.map(({ id }, index) => [id, index + 1]));
}
