import { anchorOf } from '../html/anchor.js';
import { Document, renderDocument } from '../html/document.js';
import { PartsOfPage } from '../html/parts-of-page.js';
import { Section } from '../html/section.js';
import { Prose } from '../html/words.js';
import { FaultDetail } from './fault-detail.js';
import type { KillMatrix } from './kill-matrix.js';
import { figuresOf, proofOf } from './proof.js';
import { ProofBanner } from './proof-banner.js';
import { ProvedRequirements } from './proved-requirements.js';
import { VariantDetail } from './variant-detail.js';

/** Which case caught which fault, as one page. */
export function renderKillMatrixHtml(matrix: KillMatrix): string {
  return renderDocument(<Page matrix={matrix} />);
}

function Page({ matrix }: { readonly matrix: KillMatrix }) {
  const { faults, variants, requirements, tool } = matrix;
  const proof = proofOf(matrix);
  const untried = new Set(proof.untried.map(({ id }) => id));
  const caught = faults.filter((fault) => !proof.living.includes(fault) && !untried.has(fault.id));
  const exercised = requirements.filter((one) => one.exercised);
  const parts = [
    { anchor: 'untried', title: 'Could not be tried', count: proof.untried.length },
    { anchor: 'living', title: 'Faults that live', count: proof.living.length },
    { anchor: 'flagged', title: 'Legal variants that are flagged', count: proof.flagged.length },
    { anchor: 'requirements', title: 'Requirements', count: exercised.length },
    { anchor: 'idle', title: 'Cases that never caught a fault', count: proof.idleCases.length },
    { anchor: 'caught', title: 'Faults', count: caught.length },
    { anchor: 'variants', title: 'Legal variants', count: variants.length },
  ];
  return (
    <Document title={proof.holds ? 'Proved' : 'Not proved'}>
      <header>
        <p class="over">Gateway conformance, every suite against every faulty gateway</p>
        <ProofBanner proof={proof} figures={figuresOf(matrix)} />
      </header>
      <PartsOfPage parts={parts} />
      <main>
        {untried.size > 0 && (
          <Section anchor="untried" title="Could not be tried" count={untried.size}>
            <ul>
              {proof.untried.map(({ id, broken = '' }) => (
                <li>
                  <span class="id">{id}</span>: <Prose text={broken} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {proof.living.length > 0 && (
          <Section anchor="living" title="Faults that live" count={proof.living.length}>
            {proof.living.map((fault) => (
              <FaultDetail fault={fault} anchor={anchorOf(fault.id)} open />
            ))}
          </Section>
        )}
        {proof.flagged.length > 0 && (
          <Section anchor="flagged" title="Legal variants that are flagged" count={proof.flagged.length}>
            {proof.flagged.map((variant) => (
              <VariantDetail variant={variant} anchor={anchorOf(variant.id)} open />
            ))}
          </Section>
        )}
        <ProvedRequirements requirements={exercised} />
        {proof.idleCases.length > 0 && (
          <Section anchor="idle" title="Cases that never caught a fault" count={proof.idleCases.length}>
            <p>Nothing shows that they can fail: are they worth their requests?</p>
            <ul>
              {proof.idleCases.map((item) => (
                <li>
                  <span class="id">{item.case}</span> <span class="muted">{item.file}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section anchor="caught" title="Faults" count={caught.length}>
          {caught.map((fault) => (
            <FaultDetail fault={fault} anchor={anchorOf(fault.id)} open={false} />
          ))}
        </Section>
        <Section anchor="variants" title="Legal variants" count={variants.length}>
          {variants
            .filter((variant) => !proof.flagged.includes(variant))
            .map((variant) => (
              <VariantDetail variant={variant} anchor={anchorOf(variant.id)} open={false} />
            ))}
        </Section>
      </main>
      <footer>
        Rendered from <code>prove.json</code> by {tool.name} {tool.version}.
      </footer>
    </Document>
  );
}
