import type { ComponentChildren } from 'preact';
import type { TargetRecord } from '../../journal/index.js';
import type { Fact as FactData } from '../data/report-data.js';

/** When, how long, how much. */
export function RunFacts({ facts }: { readonly facts: readonly FactData[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, text, note }) => (
        <Fact name={name}>
          {text} {note !== undefined && <span class="muted">{note}</span>}
        </Fact>
      ))}
    </dl>
  );
}

/** Folded: who reads a verdict knows the target, and a large one would push the verdict's numbers off the page. */
export function TargetFacts({ target }: { readonly target: TargetRecord }) {
  return (
    <details>
      <summary>Workspaces, models and identities of the target</summary>
      <dl class="facts">
        {target.accountUrl !== undefined && <Fact name="Account URL">{target.accountUrl}</Fact>}
        {Object.entries(target.workspaces).map(([name, { url, id }]) => (
          <Fact name="Workspace">
            {name} <span class="muted">{id ?? 'id not known'}</span>
            <br />
            <span class="muted">{url}</span>
          </Fact>
        ))}
        <Fact name="Identities">{target.identities.join(', ') || 'none'}</Fact>
        <Fact name="Features">{target.features.join(', ') || 'none'}</Fact>
        {Object.entries(target.models).map(([role, { fqn, apis }]) => (
          <Fact name="Model">
            {role} <code class="plain">{fqn}</code> <span class="muted">{apis.join(', ')}</span>
          </Fact>
        ))}
      </dl>
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
