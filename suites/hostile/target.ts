import { join } from 'node:path';
import { apiNames } from '../../src/api/index.js';
import { findSuite, openLibrary } from '../../src/cli/open-library.js';
import { packageRoot } from '../../src/cli/package-root.js';
import { type Target, type TargetDocument, targetOfDocument } from '../../src/target/index.js';
import { mustHave } from '../target-under-test.js';

/** The credential that nothing may show. Some of its characters are written differently in URLs and in HTML. */
export const canary = 'dapi+canary/0f1e2d3c4b5a69788796a5b4c3d2e1f0==';

export type TargetLimits = NonNullable<TargetDocument['limits']>;

/** Enough for what ends by itself, however busy the machine. Nothing is sent again. */
const patience: TargetLimits = {
  'head-timeout': '20s',
  'idle-timeout': '20s',
  'total-timeout': '20s',
  'max-body': '1MiB',
  'retry-budget': '0s',
};

/** The few specs that are run: to read all of them would take longer than most attacks. */
const specs = ['chat/answer', 'streaming/completion', 'surfaces/messages', 'limits/large-bodies'];

export const library = mustHave(await openLibrary(specs.map((name) => join(packageRoot, 'specs', `${name}.yaml`))));
export const suite = mustHave(findSuite(library, 'full'));

/** A target whose gateway is at a URL. */
export function targetAt(url: string, limits: Partial<TargetLimits> = {}): Target {
  const document: TargetDocument = {
    name: 'hostile',
    workspaces: { home: { url, id: '1111111111111111' } },
    models: { system: { fqn: 'main.llm.assistant', apis: ['chat', 'messages'] } },
    identities: { default: { token: { env: 'TOKEN' } } },
    limits: { ...patience, ...limits },
  };
  const context = { environment: { TOKEN: canary }, homeDirectory: '/nowhere', roles: library.roles, apis: apiNames };
  return mustHave(targetOfDocument('hostile', document, context));
}
