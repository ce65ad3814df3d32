import type { ComponentChildren } from 'preact';
import type { Journal } from '../../journal/index.js';
import { estimateInWords } from '../estimate.js';
import { waitsInWords, waitsOf } from '../waits.js';
import { duration } from '../wording.js';

/** What was tested, where, as whom, with what. */
export function RunFacts({ journal: { run, ended, instances } }: { readonly journal: Journal }) {
  const { target, tool } = run;
  const waited = waitsInWords(waitsOf(instances));
  const requests = instances.reduce((sum, instance) => sum + instance.requests, 0);
  return (
    <>
      <div class="facts">
        <dl>
          <Fact name="Target">
            {target.name} <span class="muted">from {target.source}</span>
          </Fact>
          <Fact name="Started">
            <time dateTime={run.startedAt}>{run.startedAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')}</time>
          </Fact>
          <Fact name="Took">
            {ended === undefined ? 'not known: the journal breaks off' : duration(ended.at)}
            {ended?.interrupted === true && ', interrupted'}
          </Fact>
          <Fact name="Requests">{requests}</Fact>
        </dl>
        <dl>
          {run.estimate !== undefined && <Fact name="Expected">{estimateInWords(run.estimate, run.budget)}</Fact>}
          {waited !== undefined && <Fact name="Held back">requests {waited}, all together</Fact>}
          <Fact name="Tool">
            {tool.name} {tool.version}
          </Fact>
          <Fact name="Specs">
            <code class="plain" title={run.specsDigest}>
              {run.specsDigest.slice(0, 16)}
            </code>
          </Fact>
        </dl>
      </div>
      <TargetFacts target={target} />
    </>
  );
}

/** Folded: who reads a verdict knows the target, and a large one would push the verdict's numbers off the page. */
function TargetFacts({ target }: { readonly target: Journal['run']['target'] }) {
  return (
    <details>
      <summary>Workspaces, models and identities of the target</summary>
      <div class="facts">
        <dl>
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
        </dl>
        <dl>
          {Object.entries(target.models).map(([role, { fqn, apis }]) => (
            <Fact name="Model">
              {role} <code class="plain">{fqn}</code> <span class="muted">{apis.join(', ')}</span>
            </Fact>
          ))}
        </dl>
      </div>
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
