/** How a violation weighs: a MUST fails the gate, a SHOULD warns, an OBSERVE is recorded and never judged. */
export type Level = 'MUST' | 'SHOULD' | 'OBSERVE';

/** `seed`: the page that the project started from. `documented`: other public documentation. `observed`: somebody's published observation. */
export type SourceKind = 'seed' | 'documented' | 'observed';

/** One normative statement about the gateway. */
export interface Requirement {
  readonly id: string;
  readonly level: Level;
  readonly statement: string;
  readonly source: { readonly kind: SourceKind; readonly address: string };
  /** The group in which claims are made: core, routing, permissions, chat, messages … */
  readonly profile: string;
  /** The area of the catalogue, one file each: naming, routing … */
  readonly area: string;
}
