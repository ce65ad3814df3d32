import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnownFailures } from '../src/acceptance/loading.js';
import { packageRoot } from '../src/cli/package-root.js';
import { commandLine, temporaryFile, temporaryFolder } from '../src/cli/testing/command-line.js';

const pages = [
  'README.md',
  ...readdirSync(join(packageRoot, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

interface Example {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const examples = pages.flatMap((page): Example[] =>
  [...readFileSync(join(packageRoot, page), 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    page,
    language: match[1] as string,
    text: match[2] as string,
  })),
);
const yaml = examples
  .filter(({ language }) => language === 'yaml')
  .map((example) => [`${example.page}: ${example.text.split('\n')[0]}`, example] as const);
const commands = examples
  .filter(({ language }) => language === 'sh')
  .flatMap(({ page, text }) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('gateway-conformance '))
      .map((line) => [page, line] as const),
  );

let smokeRun: Promise<string> | undefined;

/** Puts the journal of an earlier run there; one for all examples. */
async function putJournal(folder: string): Promise<void> {
  smokeRun ??= (async () => {
    const reports = temporaryFolder();
    await commandLine(['run', '--suite', 'smoke', '--out', reports]);
    return reports;
  })();
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(await smokeRun, 'journal.ndjson'), join(folder, 'journal.ndjson'));
}

const isSpec = (text: string) => /^cases:/m.test(text);
const isKnownFailures = (text: string) => /^known-failures:/m.test(text);
const knownFailures = yaml.filter(([, { text }]) => isKnownFailures(text));
const targets = yaml.filter(([, { text }]) => !isSpec(text) && !isKnownFailures(text));

describe('an example in the docs', () => {
  it.each(knownFailures)('is a valid file of known failures: %s', (_name, { text }) => {
    expect(readKnownFailures(temporaryFile('known-failures.yaml', text))).toMatchObject({ ok: true });
  });

  it.each(targets)('is a valid target: %s', async (_name, { text }) => {
    const { code, stdout, stderr } = await commandLine(['check', '--target', temporaryFile('example.yaml', text)]);
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
  });

  it('holds on the simulated account where it is a spec', async () => {
    const folder = temporaryFolder();
    const specs = yaml.filter(([, { text }]) => isSpec(text));
    // Of two examples with one id, the second is another way to write the first.
    const ids = new Map(specs.map(([name, { text }]) => [/- id: (\S+)/.exec(text)?.[1] ?? name, text]));
    for (const [id, text] of ids) writeFileSync(join(folder, `${id}.yaml`), text);
    const { code, stdout, stderr } = await commandLine(['run', '--specs', folder]);
    // What the few examples leave out of the suite's promises is too little, and no failure.
    expect({ code, stderr }, stdout).toEqual({ code: expect.toBeOneOf([0, 4]), stderr: '' });
    expect(ids.size, 'specs that are shown').toBeGreaterThan(10);
  });

  it.each(commands)('runs: in %s, %s', async (_page, line) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'my-specs'));
    writeFileSync(
      join(folder, 'my-specs', 'example.yaml'),
      yaml.find(([, { page }]) => page === 'README.md')?.[1].text ?? '',
    );
    const parameters = line
      .replace(/ +#.*$/, '')
      .split(' ')
      .slice(1)
      .map((word) => (/^[a-z-]+\.yaml$/.test(word) && word !== 'known-failures.yaml' ? 'mock' : word));
    for (const [, place] of line.matchAll(/(\S+)\/journal\.ndjson/g)) await putJournal(join(folder, place as string));
    const [, known] = knownFailures[0] ?? [];
    if (known !== undefined) writeFileSync(join(folder, 'known-failures.yaml'), known.text);
    if (line.includes('--baseline baseline.ndjson')) {
      await putJournal(folder);
      await commandLine(['report', 'baseline', 'journal.ndjson', '--out', 'baseline.ndjson'], { cwd: folder });
    }
    // That whole suites hold on the simulated account is proved elsewhere: of those that an example names, a few cases are run.
    const narrowed = parameters[0] === 'run' && !/ --(case|specs) | smoke/.test(line);
    const few = narrowed
      ? ['--case', 'naming.fully-qualified-name*', 'permissions.matrix-*[grant=granted.system,api=chat]']
      : [];
    const { code, stderr, stdout } = await commandLine([...parameters, ...few], { cwd: folder });
    expect({ code, stderr }, stdout).toEqual({ code: narrowed ? expect.toBeOneOf([0, 4]) : 0, stderr: '' });
  });
});

const linking = [
  'README.md',
  ...readdirSync(join(packageRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

describe('a link in the docs', () => {
  it.each(linking)('leads somewhere: %s', (page) => {
    const links = [...readFileSync(join(packageRoot, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) =>
      join(packageRoot, dirname(page), match[1] as string),
    );
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});
