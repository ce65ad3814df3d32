import type { KnownFailure, Standing } from '../../gate/standing.js';
import { Prose } from '../../html/words.js';
import { StatusMark } from './status-word.js';

/** How an instance stands against what was accepted before. */
export function StandingNote({ standing }: { readonly standing: Standing }) {
  return (
    <div class="note">
      <StatusMark status={standing.kind} />
      <Words standing={standing} />
    </div>
  );
}

function Words({ standing }: { readonly standing: Standing }) {
  switch (standing.kind) {
    case 'known-failure':
      return <Known known={standing.known} />;
    case 'expired':
      return (
        <>
          <p>It was accepted as failing up to a day that is over.</p>
          <Known known={standing.known} />
        </>
      );
    case 'stale':
      return (
        <>
          <p>It was accepted as failing, and it holds: take the entry away.</p>
          <Known known={standing.known} />
        </>
      );
    case 'new-failure':
      return <p>It did not fail when what fails was last accepted.</p>;
    case 'lost':
      return <p>It was {standing.was} then, and is not proved now.</p>;
    case 'drifted':
      return (
        <ul>
          {standing.drifts.map(({ aspect, accepted, found }) => (
            <li>
              {aspect}: was <code>{JSON.stringify(accepted) ?? 'not observed'}</code>, is{' '}
              <code>{JSON.stringify(found) ?? 'not observed'}</code>
            </li>
          ))}
        </ul>
      );
  }
}

function Known({ known: { reason, link, expires } }: { readonly known: KnownFailure }) {
  return (
    <p>
      <Prose text={reason} />{' '}
      {link !== undefined && /^https?:\/\/\S+$/.test(link) ? (
        <a href={link} rel="noreferrer">
          {link}
        </a>
      ) : (
        link
      )}
      {expires !== undefined && <span class="muted"> Accepted until {expires}.</span>}
    </p>
  );
}
