import type { Row } from '../../data/row.js';
import type { Run } from '../state/report.js';

/** What the page knows of a run, for other tools; and entries for what failed, for who accepts it. */
export function Downloads({ run, beside }: { readonly run: Run; readonly beside: readonly string[] }) {
  const { rows: _, knownFailures, ...about } = run.data;
  return (
    <p class="downloads">
      <DownloadButton
        label="Download as JSON"
        name={`${run.data.suite}-${run.data.name}.json`}
        text={() => JSON.stringify({ ...about, instances: run.rows }, null, 2)}
      />
      {knownFailures !== undefined && (
        <DownloadButton
          label="Download entries for known failures"
          name="known-failures.yaml"
          text={() => knownFailures}
        />
      )}
      {beside.length > 0 && (
        <span>
          Beside this file:{' '}
          {beside.map((name, index) => (
            <>
              {index > 0 && ', '}
              <a href={name}>{name}</a>
            </>
          ))}
        </span>
      )}
    </p>
  );
}

/** The ids of some instances, one a line: `--case` takes them. */
export function DownloadIds({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <DownloadButton
      label="Download these ids"
      name="instances.txt"
      text={() => rows.map(({ id }) => `${id}\n`).join('')}
    />
  );
}

interface DownloadButtonProps {
  readonly label: string;
  readonly name: string;
  readonly text: () => string;
}

function DownloadButton({ label, name, text }: DownloadButtonProps) {
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text()]));
    link.download = name.replace(/[^\w.-]+/g, '-');
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <button type="button" onClick={download}>
      {label}
    </button>
  );
}
