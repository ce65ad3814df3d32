import type { Instance, Plan, SkipReason } from '../plan/index.js';
import { counted } from '../report/index.js';
import type { Catalogue } from '../spec/index.js';
import type { Line } from './diagnosis.js';

const mostReasons = 3;

/** For each profile, how many of its requirements a run could speak about, and why not of the others. */
export function profilesOf({ instances }: Plan, { requirements }: Catalogue): readonly Line[] {
  const byRequirement = new Map<string, Instance[]>();
  for (const instance of instances)
    for (const id of instance.verifies) byRequirement.set(id, [...(byRequirement.get(id) ?? []), instance]);
  const profiles = [...new Set([...requirements.values()].map(({ profile }) => profile))].sort();
  return profiles.flatMap((profile): readonly Line[] => {
    // What no case verifies yet says nothing about the target.
    const ids = [...byRequirement.keys()].filter((id) => requirements.get(id)?.profile === profile);
    return ids.length === 0
      ? []
      : [
          lineOf(
            profile,
            ids.map((id) => byRequirement.get(id) ?? []),
          ),
        ];
  });
}

function lineOf(subject: string, ofRequirements: readonly (readonly Instance[])[]): Line {
  const unprovable = ofRequirements.filter((instances) => instances.every(({ skip }) => skip !== undefined));
  const can = ofRequirements.length - unprovable.length;
  const found = `${can} of ${counted(ofRequirements.length, 'requirement')}`;
  if (unprovable.length === 0) return { mark: 'fine', subject, found };
  return { mark: 'unknown', subject, found, toDo: reasonsIn(unprovable) };
}

/** The most frequent first, each with the number of requirements that it keeps from being proved. */
function reasonsIn(unprovable: readonly (readonly Instance[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const instances of unprovable) {
    const reason = reasonOf(instances[0]?.skip);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const rest = sorted.length - mostReasons;
  return [
    ...sorted.slice(0, mostReasons).map(([reason, count]) => `${count} because ${reason}`),
    ...(rest > 0 ? [`and ${counted(rest, 'more reason')}: see \`gateway-conformance list\``] : []),
  ];
}

/** What is wrong with a credential stands above, where it was tried. */
function reasonOf(skip: SkipReason | undefined): string {
  const message = skip?.message ?? '';
  return skip?.code === 'needs.credential' ? message.replace(/: .*$/s, '') : message;
}
