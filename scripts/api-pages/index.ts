import type { Api } from '../../src/api/index.js';
import type { Library } from '../../src/spec/index.js';
import { apiPage } from './api-page.js';
import { summariseContract } from './contract.js';
import { dialectsOf } from './dialects.js';
import { overviewPage } from './overview-page.js';
import { requirementsOf } from './verification.js';

/** The pages of `docs/apis/`, by file name. `readContract` gives the text of a file in `specs/contracts/`. */
export function apiPages(
  apis: readonly Api[],
  library: Library,
  readContract: (file: string) => string,
): ReadonlyMap<string, string> {
  const dialects = dialectsOf(apis);
  const requirements = requirementsOf(library, dialects);
  const described = dialects.map((dialect) => {
    const { contractFile, contractPath } = dialect.apis[0];
    return {
      dialect,
      contract: summariseContract(readContract(contractFile), contractPath),
      requirements: requirements.get(dialect) ?? { own: [], shared: [] },
    };
  });
  return new Map([
    ['README.md', overviewPage(described, library)],
    ...described.map(
      ({ dialect, contract, requirements }) =>
        [`${dialect.name}.md`, apiPage(dialect, contract, requirements, library.catalogue)] as const,
    ),
  ]);
}
