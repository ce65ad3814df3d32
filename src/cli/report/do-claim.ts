import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJournal } from '../../journal/index.js';
import { type ExitCode, exitCodes, failed, ok, type Problem, type Result } from '../../problem/index.js';
import { badgeOf, type Claim, type ClaimedProfile, claimOf, visibleLine } from '../../report/index.js';
import { suggestion } from '../../spec/index.js';
import { sayProblems } from '../say.js';
import { renderClaim } from './render-claim.js';

export interface ClaimFlags {
  readonly out?: string;
  readonly badge?: string;
  readonly profile?: string;
}

/** Writes what a run proves of each profile, and a badge of it. */
export function writeClaim(
  path: string,
  { out = join(dirname(path), 'claim.yaml'), badge, profile }: ClaimFlags,
): ExitCode {
  const journal = readJournal(path, { exchanges: 'in-file' });
  if (!journal.ok) return sayProblems(journal.problems);
  const claim = claimOf(journal.value);
  const chosen = profileIn(claim, profile);
  if (!chosen.ok) return sayProblems(chosen.problems);
  if (profile !== undefined && badge === undefined) return sayProblems([withoutBadge(profile)]);
  const files = [
    { name: out, text: renderClaim(claim) },
    ...(badge === undefined
      ? []
      : [{ name: badge, text: `${JSON.stringify(badgeOf(claim, chosen.value), null, 2)}\n` }]),
  ];
  const problems = files.flatMap(({ name, text }) => write(name, text) ?? []);
  if (problems.length > 0) return sayProblems(problems);
  const doubts = (claim.doubts ?? []).map((doubt) => `  ${visibleLine(doubt)}\n`);
  process.stdout.write(
    `Wrote ${files.map(({ name }) => name).join(' and ')}: ${claim.result}. ${claim.summary}\n${doubts.join('')}`,
  );
  return exitCodes.gateHolds;
}

function profileIn({ profiles }: Claim, name: string | undefined): Result<ClaimedProfile | undefined> {
  if (name === undefined) return ok(undefined);
  const found = profiles.find(({ profile }) => profile === name);
  if (found !== undefined) return ok(found);
  const names = profiles.map(({ profile }) => profile);
  const fix = suggestion(name, names, `name one of: ${names.join(', ')}`);
  return failed({ code: 'claim.no-profile', message: `there is no profile ${name}`, fix });
}

function withoutBadge(profile: string): Problem {
  const message = `--profile ${profile} chooses whose badge is written, and no badge is asked for`;
  return { code: 'claim.no-profile', message, fix: 'say --badge FILE too; a claim is always of every profile' };
}

function write(name: string, text: string): Problem | undefined {
  try {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const fix = 'name a file that can be written';
    return { code: 'claim.unwritable', message: `${name} can't be written: ${error.message}`, fix };
  }
}
