import type { Finding, Level } from '../../journal/index.js';
import { counted } from '../wording.js';

/** Which case caught which fault: what proving the suites against their faults came to. */
export interface KillMatrix {
  readonly tool: { readonly name: string; readonly version: string };
  /** SHA-256 over the specs. */
  readonly specsDigest: string;
  /** Not all faults were tried: nothing can be said of requirements and cases without one. */
  readonly partial: boolean;
  readonly faults: readonly FaultRecord[];
  readonly variants: readonly VariantRecord[];
  readonly requirements: readonly RequirementProof[];
  /** Cases of MUST and SHOULD that ran, and under which no fault fell. */
  readonly idleCases: readonly { readonly case: string; readonly file: string }[];
}

export interface FaultRecord {
  readonly id: string;
  readonly sentence: string;
  readonly seen?: string;
  /** One for each requirement that it is declared to break. */
  readonly breaks: readonly BreakRecord[];
  /** Why it could not be tried. */
  readonly broken?: string;
}

export interface BreakRecord {
  readonly requirement: string;
  readonly level: Level;
  /** How many instances were there to catch it. */
  readonly tried: number;
  readonly catches: readonly Catch[];
  /** What came to no verdict about the gateway instead. */
  readonly undecided: readonly { readonly instance: string; readonly reason: string }[];
}

/** An instance that did not show what it shows without the fault. */
export interface Catch {
  readonly instance: string;
  readonly case: string;
  readonly by: 'failed' | 'warned' | 'drifted';
  /** Those that do not hold. */
  readonly findings: readonly Pick<Finding, 'check' | 'message' | 'line'>[];
}

export interface VariantRecord {
  readonly id: string;
  readonly sentence: string;
  readonly allowedBy: string;
  readonly tried: number;
  /** Instances that failed or warned over what is legal, or came to no verdict. */
  readonly flagged: readonly { readonly instance: string; readonly verdict: string; readonly reason: string }[];
  readonly broken?: string;
}

export interface RequirementProof {
  readonly id: string;
  readonly level: Level;
  readonly statement: string;
  /** Whether a case verifies it on the simulated account. */
  readonly exercised: boolean;
  /** The faults that broke it and were caught by a case that verifies it. */
  readonly provedBy: readonly string[];
}

/** A fault survives where a requirement that it is declared to break has no case that noticed. */
export function survivors({ breaks }: Pick<FaultRecord, 'breaks'>): readonly BreakRecord[] {
  return breaks.filter(({ catches }) => catches.length === 0);
}

/** What is exercised and promised, and could turn into its opposite without any case to notice. */
export function unproved({ requirements }: Pick<KillMatrix, 'requirements'>): readonly RequirementProof[] {
  return requirements.filter(
    ({ level, exercised, provedBy }) => exercised && level !== 'OBSERVE' && provedBy.length === 0,
  );
}

/** Why nothing caught it. */
export function whyAlive({ tried }: BreakRecord): string {
  return tried === 0 ? 'no instance verifies it here' : `not noticed by ${counted(tried, 'instance')}`;
}
