import { commandOf } from '../../command.js';
import type { InstanceDetails } from '../../data/details.js';
import type { Row } from '../../data/row.js';
import { excerptOf, markedLines } from '../../excerpt.js';
import { Excerpt } from '../../html/excerpt.js';
import { FindingDetail } from '../../html/finding-detail.js';
import { Prose } from '../../html/words.js';
import { formatPlace, start } from '../state/place.js';
import type { Run } from '../state/report.js';
import { CopyButton } from '../views/copy-button.js';
import { Exchanges } from './exchanges.js';
import { StandingNote } from './standing-note.js';

const longestCommand = 100_000;

interface InstanceBodyProps {
  readonly run: Run;
  readonly row: Row;
  readonly details: InstanceDetails;
  readonly sources: Readonly<Record<string, string>>;
}

/** Why the instance has its verdict, what asked for it, and what was sent. */
export function InstanceBody({ run, row, details, sources }: InstanceBodyProps) {
  const { reason, findings, standing, observed } = details;
  const broken = findings.filter(({ holds }) => !holds);
  const held = findings.filter(({ holds }) => holds);
  const place = { ...row, findings };
  const source = Object.hasOwn(sources, row.file) ? sources[row.file] : undefined;
  const command = commandOf(details, longestCommand);
  const written = source
    ?.split(/\r?\n/)
    .slice(row.line - 1, row.endLine)
    .join('\n');
  const address = formatPlace({ ...start, run: run.number, page: 'instance', instance: row.id });
  return (
    <>
      <div class="tools">
        <CopyButton text={() => location.href.replace(/#.*$/, '') + address}>Copy link</CopyButton>
        {command !== undefined && <CopyButton text={() => command}>Copy as curl</CopyButton>}
        {written !== undefined && <CopyButton text={() => `${written}\n`}>Copy the YAML</CopyButton>}
      </div>
      {standing !== undefined && <StandingNote standing={standing} />}
      {reason !== undefined && (
        <div class="finding">
          <p>
            <Prose text={reason.message} /> <span class="check">{reason.code}</span>
          </p>
        </div>
      )}
      {broken.map((finding) => (
        <FindingDetail finding={finding} />
      ))}
      {observed !== undefined && <Fingerprint observed={observed} />}
      {held.length > 0 && (
        <details class="more">
          <summary>{held.length === 1 ? '1 check holds' : `${held.length} checks hold`}</summary>
          {held.map((finding) => (
            <FindingDetail finding={finding} />
          ))}
        </details>
      )}
      <section aria-labelledby="spec">
        <h2 id="spec">
          Spec{' '}
          <small class="id">
            {row.file}:{markedLines(place)[0]}
          </small>
        </h2>
        <Excerpt lines={excerptOf({ sources: new Map(source === undefined ? [] : [[row.file, source]]) }, place)} />
      </section>
      <Exchanges details={details} />
    </>
  );
}

function Fingerprint({ observed }: { readonly observed: NonNullable<InstanceDetails['observed']> }) {
  return (
    <table class="headers" aria-label="Observed">
      <tbody>
        {Object.entries(observed).map(([aspect, value]) => (
          <tr>
            <th scope="row">{aspect}</th>
            <td>{JSON.stringify(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
