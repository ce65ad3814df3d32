import type { ExchangeEvent, Finding, GrantRecord, InstanceRecord } from '../../journal/index.js';

/** What the gateway did with one request that a cell of the matrix is about. */
export interface Observation {
  readonly kind: 'allowed' | 'denied' | 'other';
  /** `allowed`, `denied 403`, `hidden 404`, `status 400`, `not asked` … */
  readonly word: string;
}

const notAsked: Observation = { kind: 'other', word: 'not asked' };

/** The last answer to what the cell is about; that of a control beside it does not count. */
export function observationOf(instance: InstanceRecord, grant: GrantRecord): Observation {
  const isOfCell = (step: string | undefined) =>
    step === undefined || grant.steps.some((own) => step === own || step.startsWith(`${own}, copy `));
  const last = instance.exchanges.filter(({ step }) => isOfCell(step)).at(-1);
  if (last === undefined) return notAsked;
  const findings = instance.findings.filter(({ step }) => isOfCell(step));
  return grant.lacks.length === 0 ? ofAllowed(last, findings, instance) : ofDenied(last, findings);
}

/** That a success is a completion, only the judges have seen: nothing but their word counts. */
function ofAllowed(last: ExchangeEvent, findings: readonly Finding[], { verdict }: InstanceRecord): Observation {
  const { response } = last.exchange;
  if (verdict === 'passed' && findings.every(({ holds }) => holds)) return { kind: 'allowed', word: 'allowed' };
  if (isSuccess(response?.status)) return { kind: 'other', word: `status ${response?.status}, no valid completion` };
  return refusal(last);
}

function ofDenied(last: ExchangeEvent, findings: readonly Finding[]): Observation {
  const broken = findings.filter(({ holds }) => !holds).map(({ check }) => check);
  if (broken.some((check) => check === 'no-completion.body' || check.endsWith('.no-completion')))
    return { kind: 'allowed', word: 'allowed' };
  const refused = refusal(last);
  const another = broken.some((check) => check.endsWith('.reason'));
  return another ? { kind: 'other', word: `${refused.word}, for another reason` } : refused;
}

/** 404 is how a service is hidden from who may not call it (databrickslabs/coding-agents-databricks-apps#140). */
function refusal({ exchange: { response, fault } }: ExchangeEvent): Observation {
  if (fault !== undefined || response === undefined) return { kind: 'other', word: fault?.code ?? 'no answer' };
  if (response.status === 403) return { kind: 'denied', word: 'denied 403' };
  if (response.status === 404) return { kind: 'denied', word: 'hidden 404' };
  return { kind: 'other', word: `status ${response.status}` };
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}
