import { useEffect, useState } from 'preact/hooks';
import { detailsInChunk, type FingerprintData, type InstanceDetails } from '../../data/details.js';
import type { ReportData } from '../../data/report-data.js';
import type { Row } from '../../data/row.js';
import type { KillMatrix } from '../../kill-matrix/kill-matrix.js';

// The templates' contents. What is inflated stays so: readers go back and forth.

export function loadReport(): Promise<ReportData> {
  return unpacked<ReportData>('data');
}

export async function loadDetails(run: number, { index }: Row): Promise<InstanceDetails> {
  const chunk = await unpacked<readonly InstanceDetails[]>(`details-${run}-${Math.floor(index / detailsInChunk)}`);
  const details = chunk[index % detailsInChunk];
  if (details === undefined) throw new Error(`the page has no details of instance ${index}`);
  return details;
}

export function loadSources(run: number): Promise<Readonly<Record<string, string>>> {
  return unpacked(`sources-${run}`);
}

export function loadFingerprints(run: number): Promise<readonly FingerprintData[]> {
  return unpacked(`fingerprints-${run}`);
}

export function loadProof(): Promise<KillMatrix> {
  return unpacked('proof');
}

export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly value: Value }
  | { readonly state: 'failed'; readonly message: string };

/** The value of a promise, anew whenever `key` is another. */
export function useLoaded<Value>(load: () => Promise<Value>, key: string): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value> & { readonly key?: string }>({ state: 'loading' });
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setLoaded({ state: 'here', value, key }),
      (error) => wanted && setLoaded({ state: 'failed', message: String(error), key }),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return loaded.key === key ? loaded : { state: 'loading' };
}

const known = new Map<string, Promise<unknown>>();

function unpacked<Value>(id: string): Promise<Value> {
  const before = known.get(id);
  if (before !== undefined) return before as Promise<Value>;
  const value = inflate(id);
  known.set(id, value);
  return value as Promise<Value>;
}

async function inflate(id: string): Promise<unknown> {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`the page has no ${id}: was it cut off?`);
  const binary = atob(template.content.textContent ?? '');
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}
