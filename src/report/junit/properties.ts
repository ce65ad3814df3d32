import type { InstanceRecord, Journal } from '../../journal/index.js';
import { lineOf } from './line-of.js';

export type Properties = readonly (readonly [name: string, value: string])[];

const longestProperty = 200;
const requestIdHeaders = new Set(['x-request-id', 'x-databricks-request-id']);

/** What a consumer may group and search cases by. */
export function propertiesOf(journal: Journal, instance: InstanceRecord): readonly (readonly [string, string])[] {
  const profiles = journal.run.requirements
    .filter(({ id }) => instance.requirements.includes(id))
    .map(({ profile }) => profile);
  const requestIds = instance.exchanges.flatMap(({ exchange }) =>
    (exchange.response?.headers ?? [])
      .filter(([name]) => requestIdHeaders.has(name.toLowerCase()))
      .map(([, value]) => value),
  );
  const attempts =
    instance.exchanges.length === 0 ? [] : [String(Math.max(...instance.exchanges.map(({ attempt }) => attempt)))];
  return [
    ...instance.requirements.map((id) => ['requirement', id] as const),
    ['level', instance.level],
    ['verdict', instance.verdict],
    ...distinct('profile', profiles),
    ...distinct('tag', instance.tags),
    ['target', journal.run.target.name],
    ...distinct('identity', identitiesOf(instance)),
    ...Object.entries(instance.bindings).map(
      ([dimension, value]) => [`each.${dimension}`, lineOf(value, longestProperty)] as const,
    ),
    ...distinct('model', modelsOf(journal, instance)),
    ...distinct('feature', instance.features),
    ...distinct('request_id', requestIds),
    ...distinct('attempts', attempts),
  ];
}

/** Who was meant to act; of an older journal, who did. */
function identitiesOf({ identities, exchanges }: InstanceRecord): readonly string[] {
  return identities.length > 0 ? identities : exchanges.map(({ identity }) => identity);
}

/** As Unity Catalog calls them; a role that the target does not fill stays a role. */
function modelsOf({ run }: Journal, { models }: InstanceRecord): readonly string[] {
  return models.map((role) => run.target.models[role]?.fqn ?? role);
}

function distinct(name: string, values: readonly string[]): readonly (readonly [string, string])[] {
  return [...new Set(values)].map((value) => [name, lineOf(value, longestProperty)]);
}
