import type { Claim, ClaimedProfile, ClaimResult } from './claim-schema.js';

/** What shields.io reads from an endpoint: https://shields.io/badges/endpoint-badge */
export interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  /** Nobody who shows the badge can give it another colour then. */
  readonly isError: boolean;
}

const colours: Readonly<Record<ClaimResult, string>> = {
  conformant: 'brightgreen',
  partial: 'yellow',
  failed: 'red',
  untested: 'lightgrey',
};

/** The badge of a whole claim, or of one profile of it. */
export function badgeOf(claim: Claim, profile?: ClaimedProfile): Badge {
  const { result } = profile ?? claim;
  return {
    schemaVersion: 1,
    label: profile === undefined ? 'gateway conformance' : `gateway conformance: ${profile.profile}`,
    message: messageOf(result, profile === undefined ? claim.profiles : [profile]),
    color: colours[result],
    isError: result === 'failed',
  };
}

/** `partial, 45 of 60` requirements: of a word alone, nobody knows how much it leaves out. */
function messageOf(result: ClaimResult, profiles: readonly ClaimedProfile[]): string {
  const sum = (of: (profile: ClaimedProfile) => number) => profiles.reduce((total, one) => total + of(one), 0);
  const proved = sum(({ statistics: { must, should } }) => must.proved + should.proved);
  const open = sum(({ statistics: { must, should } }) => must.open + should.open);
  const broken = sum(({ statistics: { must, should } }) => must.violated + should['not-met']);
  switch (result) {
    case 'conformant':
    case 'untested':
      return result;
    case 'partial':
      return `partial, ${proved} of ${proved + open + broken}`;
    case 'failed':
      return `failed, ${sum(({ statistics: { must } }) => must.violated)} MUST violated`;
    default:
      return result satisfies never;
  }
}
