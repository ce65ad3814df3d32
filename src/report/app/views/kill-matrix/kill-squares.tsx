import type { KillRow } from './kill-rows.js';
import { strongestCatch } from './kill-rows.js';

const side = 9;
const pitch = 12;
const inRow = 20;

/** A square for each fault: full, half or a dot by how strongly it is caught, hollow and crossed where it lives. */
export function KillSquares({ faults }: { readonly faults: KillRow['faults'] }) {
  const rows = Math.max(1, Math.ceil(faults.length / inRow));
  const width = Math.min(faults.length, inRow) * pitch;
  return (
    <svg
      class="kill-squares"
      width={width}
      height={rows * pitch}
      viewBox={`0 0 ${width} ${rows * pitch}`}
      aria-hidden="true"
    >
      {faults.map(({ fault, broken }, index) => {
        const x = (index % inRow) * pitch + 1;
        const y = Math.floor(index / inRow) * pitch + 1;
        switch (strongestCatch(broken)) {
          case 'failed':
            return <rect class="by-failed" x={x} y={y} width={side} height={side} />;
          case 'warned':
            return (
              <>
                <rect class="edge by-warned" x={x + 0.5} y={y + 0.5} width={side - 1} height={side - 1} />
                <rect class="by-warned" x={x} y={y + side / 2} width={side} height={side / 2} />
              </>
            );
          case 'drifted':
            return <circle class="by-drifted" cx={x + side / 2} cy={y + side / 2} r="2.5" />;
          default:
            return (
              <path
                class={fault.broken === undefined ? 'edge lives' : 'edge untried'}
                d={`M${x + 0.5} ${y + 0.5}h${side - 1}v${side - 1}h${1 - side}zl${side - 1} ${side - 1}m0 ${1 - side}l${1 - side} ${side - 1}`}
              />
            );
        }
      })}
    </svg>
  );
}
