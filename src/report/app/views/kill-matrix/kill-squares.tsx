import { type KillRow, strongestCatch } from './kill-rows.js';

const side = 9;
const pitch = 12;
const inRow = 20;

type Kill = 'failed' | 'warned' | 'drifted' | 'lives' | 'untried';

/** A square for each fault: full, half or a dot by how strongly it is caught, hollow and crossed where it lives. */
export function KillSquares({ faults }: { readonly faults: KillRow['faults'] }) {
  const width = Math.min(faults.length, inRow) * pitch;
  const height = Math.ceil(faults.length / inRow) * pitch;
  return (
    <svg class="kill-squares" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {faults.map(({ fault, broken }, index) => (
        <Square
          kill={strongestCatch(broken) ?? (fault.broken === undefined ? 'lives' : 'untried')}
          x={(index % inRow) * pitch + 1}
          y={Math.floor(index / inRow) * pitch + 1}
        />
      ))}
    </svg>
  );
}

const key: readonly (readonly [Kill, string])[] = [
  ['failed', 'caught by a MUST'],
  ['warned', 'by a SHOULD only'],
  ['drifted', 'by an observation only'],
  ['lives', 'by nothing'],
];

export function KillKey() {
  return (
    <ul class="kill-key muted" aria-hidden="true">
      {key.map(([kill, words]) => (
        <li>
          <svg class="kill-squares" width={pitch} height={pitch} aria-hidden="true">
            <Square kill={kill} x={1} y={1} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function Square({ kill, x, y }: { readonly kill: Kill; readonly x: number; readonly y: number }) {
  switch (kill) {
    case 'failed':
      return <rect class="by-failed" x={x} y={y} width={side} height={side} />;
    case 'warned': {
      const edge = <rect class="edge by-warned" x={x + 0.5} y={y + 0.5} width={side - 1} height={side - 1} />;
      return (
        <>
          {edge}
          <rect class="by-warned" x={x} y={y + side / 2} width={side} height={side / 2} />
        </>
      );
    }
    case 'drifted':
      return <circle class="by-drifted" cx={x + side / 2} cy={y + side / 2} r="2.5" />;
    case 'lives':
    case 'untried': {
      const far = side - 1;
      const cross = `l${far} ${far}m0 ${-far}l${-far} ${far}`;
      return <path class={`edge ${kill}`} d={`M${x + 0.5} ${y + 0.5}h${far}v${far}h${-far}z${cross}`} />;
    }
  }
}
