import { useEffect, useRef } from 'preact/hooks';

const keys: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['f', 'failures and errors'],
  ['o', 'overview'],
  ['j, ↓ / k, ↑', 'next and previous: in a list, or from instance to instance'],
  ['Enter', 'open the instance that the list is at'],
  ['Esc', 'leave: the search, this help, an instance'],
  ['?', 'this help'],
];

const terms: readonly (readonly [string, string])[] = [
  ['words "some words"', 'in the id, the title, a requirement or the message'],
  ['s:failed,error', 'with one of these statuses, as the counters name them: not-run, known-failure, flaky'],
  ['api:chat', 'that call this API'],
  ['req:PERM-*', 'that verify such a requirement; a star is any text'],
  ['id:naming.*', 'with such an id'],
  ['file:names.yaml:34', 'of a file; with a line, the case that has it'],
  ['tag:slow level:MUST as:granted', 'with a tag, of a level, sent as an identity'],
  ['reason:needs.model', 'with this code as their reason'],
  ['!s:passed', 'not so'],
];

interface HelpProps {
  readonly open: boolean;
  readonly close: () => void;
}

/** The keys, and the words of the search. */
export function Help({ open, close }: HelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">Search and keys</h2>
      <p>Terms are joined by spaces, and all of them must hold. A comma within a term is an "or".</p>
      <Pairs pairs={terms} />
      <h3>Keys</h3>
      <Pairs pairs={keys} />
      <button type="button" onClick={close}>
        Close
      </button>
    </dialog>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl class="pairs">
      {pairs.map(([term, meaning]) => (
        <div>
          <dt>
            <code>{term}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
