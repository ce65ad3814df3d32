import { verdictMarks } from '../marks.js';
import type { Proof } from './proof.js';

interface ProofBannerProps {
  readonly proof: Proof;
  readonly figures: readonly string[];
  /** On a page of its own it is the heading of all. */
  readonly heading?: 'h1' | 'h2';
}

/** What proving came to. */
export function ProofBanner({ proof, figures, heading: Heading = 'h1' }: ProofBannerProps) {
  const [headline = '', ...rest] = proof.sentence.split(': ');
  return (
    <div class={`verdict ${proof.holds ? 'good' : 'bad'}`}>
      <Heading>
        <span aria-hidden="true">{proof.holds ? verdictMarks.passed : verdictMarks.failed}</span> {headline}
      </Heading>
      <p>{rest.join(': ').replace(/^./, (letter) => letter.toUpperCase())}</p>
      <ul>
        {figures.map((figure) => (
          <li>{figure}</li>
        ))}
      </ul>
    </div>
  );
}
