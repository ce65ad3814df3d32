import { Prose } from '../html/words.js';

/** What makes a comparison doubtful, loudly. */
export function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  return (
    <>
      {doubts.map((doubt) => (
        <p class="error">
          <strong>
            <span aria-hidden="true">⊗</span> <Prose text={doubt} />
          </strong>
        </p>
      ))}
    </>
  );
}
