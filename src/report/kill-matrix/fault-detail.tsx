import { anchorOf, linkTo } from '../html/anchor.js';
import { Prose } from '../html/words.js';
import { counted } from '../wording.js';
import { type BreakRecord, type Catch, type FaultRecord, whyAlive } from './kill-matrix.js';

const mostCatches = 5;

interface FaultDetailProps {
  readonly fault: FaultRecord;
  readonly open: boolean;
  /** Of the page that it is told on once; left out where it can stand under several requirements. */
  readonly anchor?: string;
  /** Where a requirement is told. */
  readonly hrefOf?: (requirement: string) => string;
}

/** A fault with what caught it, requirement by requirement. */
export function FaultDetail({ fault, open, anchor, hrefOf = linkToRequirement }: FaultDetailProps) {
  const { id, sentence, seen, breaks } = fault;
  const lives = breaks.some(({ catches }) => catches.length === 0);
  return (
    <details class={`instance ${lives ? 'failed' : 'passed'}`} id={anchor} open={open}>
      <summary>
        <h3>
          <span class="id">{id}</span>
        </h3>
        <span class="number muted">
          caught by {counted(new Set(breaks.flatMap(({ catches }) => catches.map((one) => one.case))).size, 'case')}
        </span>
        <span class="about">{sentence}</span>
      </summary>
      <div class="body">
        {seen !== undefined && (
          <p class="source">
            Seen in the wild: <a href={addressOf(seen)}>{seen}</a>
          </p>
        )}
        {breaks.map((broken) => (
          <Break broken={broken} hrefOf={hrefOf} />
        ))}
      </div>
    </details>
  );
}

interface BreakProps {
  readonly broken: BreakRecord;
  readonly hrefOf: (requirement: string) => string;
}

function Break({ broken, hrefOf }: BreakProps) {
  const { requirement, level, catches, undecided } = broken;
  return (
    <>
      <h4>
        <a class="quiet" href={hrefOf(requirement)}>
          {requirement}
        </a>{' '}
        {level}
      </h4>
      {catches.length === 0 && <p class="bad">{whyAlive(broken)}</p>}
      <ul>
        {catches.slice(0, mostCatches).map((one) => (
          <Caught one={one} />
        ))}
        {catches.length > mostCatches && <li class="muted">and {catches.length - mostCatches} more</li>}
        {undecided.slice(0, mostCatches).map(({ instance, reason }) => (
          <li class="muted">
            <span class="id">{instance}</span> came to no verdict: <Prose text={reason} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Caught({ one: { instance, by, findings } }: { readonly one: Catch }) {
  return (
    <li>
      <span class="id">{instance}</span> {by}
      {findings.slice(0, 2).map(({ check, message }) => (
        <div class="muted">
          <Prose text={message} /> <span class="check">{check}</span>
        </div>
      ))}
    </li>
  );
}

/** `owner/repo#1` is an issue, `owner/repo!1` a pull request. */
function addressOf(seen: string): string {
  const [repository = '', number = ''] = seen.split(/[#!]/);
  return `https://github.com/${repository}/${seen.includes('!') ? 'pull' : 'issues'}/${number}`;
}

function linkToRequirement(requirement: string): string {
  return linkTo(anchorOf(requirement));
}
