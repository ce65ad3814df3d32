import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { ReportOptions } from '../../index.js';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'schema');

/** What xmllint objects to in each document, with the published schema of a dialect. */
export async function objectionsTo(
  dialect: ReportOptions['junitDialect'],
  documents: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const fileName = `junit-${dialect}.xsd`;
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: { fileName, contents: readFileSync(join(folder, fileName), 'utf8') },
    maxMemoryPages: 16_384,
  });
  return documents.map((_, index) =>
    errors.filter(({ loc }) => loc?.fileName === `${index}.xml`).map(({ message }) => message),
  );
}
