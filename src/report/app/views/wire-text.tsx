import { Redacted } from '../../html/words.js';
import { visible } from '../../visible.js';

/** Text that came over the wire: nothing in it acts, and what was taken out of it is marked. */
export function WireText({ text }: { readonly text: string }) {
  return <Redacted text={visible(text)} />;
}
