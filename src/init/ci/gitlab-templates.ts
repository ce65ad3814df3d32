import { alone, artifacts, rules, timeout } from './gitlab.js';
import { commandLine, install, name, node, reports, runLine, written } from './job.js';

// The same for everybody, with inputs: CI/CD components, or files to be included from elsewhere. Inputs become
// variables, so that none of them is read as a command.

const inputs = {
  target: { description: 'A target file of the repository, env for the DATABRICKS_* variables, or mock.' },
  suite: { description: 'Which suite to run.', options: ['smoke', 'gate', 'grants', 'full'], default: 'gate' },
  flags: { description: 'Further flags of `run`, such as --max-requests 200.', default: '' },
  stage: { default: 'test' },
  image: { description: 'An image with Node 20.19 or later, and npm.', default: `node:${node}` },
};
const stage = '$[[ inputs.stage ]]';
const image = '$[[ inputs.image ]]';
const variables = {
  GATEWAY_CONFORMANCE_TARGET: '$[[ inputs.target ]]',
  GATEWAY_CONFORMANCE_SUITE: '$[[ inputs.suite ]]',
  GATEWAY_CONFORMANCE_FLAGS: '$[[ inputs.flags ]]',
};
const suiteAndTarget = ['"$GATEWAY_CONFORMANCE_SUITE"', '"$GATEWAY_CONFORMANCE_TARGET"'] as const;
const flags = '$GATEWAY_CONFORMANCE_FLAGS';
/** The flags are parted at spaces, and a pattern such as naming.* among them stands for no files. */
const noPatterns = 'set -f';

const pinned = [
  'package.json of your repository names gateway-conformance, and its lockfile pins it.',
  'The secrets that the target refers to are masked variables of your project.',
  'Generated from src/init/ci/gitlab-templates.ts.',
];

export function gitlabTemplate(): string {
  const script = [install, noPatterns, commandLine(...suiteAndTarget, flags)];
  return written(
    ['A CI/CD component that runs a suite of gateway-conformance.', ...pinned],
    { spec: { inputs } },
    { [name]: { stage, image, rules, ...alone, timeout, variables, script, artifacts } },
  );
}

/** A shard fails for itself alone and decides nothing: one that left no journal is missing when they are merged. */
export function gitlabShardsTemplate(): string {
  const shard = `${name}-shard`;
  const shards = 'shards';
  const more = {
    shards: { type: 'number', description: 'In how many parts to run it, at the same time.', default: 4 },
    'merge-flags': { description: 'Flags of `report merge`, such as --baseline baseline.ndjson.', default: '' },
  };
  const part = runLine(...suiteAndTarget, `${shards}/$CI_NODE_INDEX`, '--shard auto', flags);
  const merge = `npx --no -- ${name} report merge ${shards} --out ${reports} $GATEWAY_CONFORMANCE_MERGE_FLAGS`;
  return written(
    ['A CI/CD component that runs a suite of gateway-conformance in parts, and decides on the whole.', ...pinned],
    { spec: { inputs: { ...inputs, ...more } } },
    {
      [shard]: {
        stage,
        image,
        rules,
        timeout,
        parallel: '$[[ inputs.shards ]]',
        allow_failure: true,
        variables,
        script: [install, noPatterns, part],
        artifacts: { when: 'always', paths: [`${shards}/`] },
      },
      [name]: {
        stage,
        image,
        rules,
        needs: [shard],
        variables: { GATEWAY_CONFORMANCE_MERGE_FLAGS: '$[[ inputs.merge-flags ]]' },
        script: [install, noPatterns, merge],
        artifacts,
      },
    },
  );
}
