import type { Journal } from '../../journal/index.js';
import { estimateInWords } from '../estimate.js';
import { waitsInWords, waitsOf } from '../waits.js';
import { duration } from '../wording.js';
import type { Fact } from './report-data.js';

/** When, how long, how much: what a run is described by, in words. */
export function factsOf({ run, ended, instances }: Journal): readonly Fact[] {
  const { target, tool, estimate, budget, specsDigest, startedAt } = run;
  const requests = instances.reduce((sum, instance) => sum + instance.requests, 0);
  const waited = waitsInWords(waitsOf(instances));
  const took = ended === undefined ? 'not known: the journal breaks off' : duration(ended.at);
  return [
    { name: 'Target', text: target.name, note: `from ${target.source}` },
    { name: 'Suite', text: run.suite },
    { name: 'Started', text: startedAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC') },
    { name: 'Took', text: ended?.interrupted === true ? `${took}, interrupted` : took },
    { name: 'Requests', text: String(requests), note: refused(instances) },
    ...(estimate === undefined ? [] : [{ name: 'Expected', text: estimateInWords(estimate, budget) }]),
    ...(waited === undefined ? [] : [{ name: 'Held back', text: `requests ${waited}, all together` }]),
    { name: 'Tool', text: `${tool.name} ${tool.version}` },
    { name: 'Specs', text: specsDigest.slice(0, 16), note: 'first of its SHA-256' },
  ];
}

function refused(instances: Journal['instances']): string {
  const count = instances
    .flatMap(({ exchanges }) => exchanges)
    .filter(({ exchange }) => exchange.response?.status === 429);
  return count.length === 0 ? 'none refused with 429' : `${count.length} refused with 429`;
}
