import type { Requirement } from '../index.js';

const page = 'https://docs.databricks.com/aws/en/ai-gateway/query-model-services';

function stated(id: string, level: Requirement['level'], area: string, statement: string): Requirement {
  const kind = level === 'OBSERVE' ? 'observed' : 'documented';
  const profile = area === 'naming' || area === 'authentication' ? 'core' : area;
  return { id, level, statement, source: { kind, address: page }, profile, area };
}

/** A small catalogue: enough areas, levels and outcomes for a report to be looked at. */
export const sampleRequirements: readonly Requirement[] = [
  stated(
    'NAME-01',
    'MUST',
    'naming',
    'A request whose `model` is `catalog.schema.name` of an accessible model service is answered by that service.',
  ),
  stated('NAME-02', 'MUST', 'naming', 'A service of `system.ai` answers every user of the account.'),
  stated(
    'NAME-03',
    'MUST',
    'naming',
    'A bare `databricks-…` name of a hosted model is treated as the service in `system.ai`.',
  ),
  stated('NAME-05', 'SHOULD', 'naming', 'A name that no service has is answered with 404.'),
  stated('ROUTE-01', 'MUST', 'routing', 'On a workspace URL, the workspace is taken from the host.'),
  stated(
    'ROUTE-02',
    'MUST',
    'routing',
    'On an account-level URL, the workspace is taken from `x-databricks-workspace-id`.',
  ),
  stated('ROUTE-04', 'OBSERVE', 'routing', 'What a workspace URL makes of a header that names another workspace.'),
  stated('AUTH-01', 'MUST', 'authentication', 'A personal access token as `Authorization: Bearer` is accepted.'),
  stated(
    'AUTH-02',
    'MUST',
    'authentication',
    'A personal access token as the password of `Authorization: Basic` is accepted.',
  ),
  stated('AUTH-05', 'SHOULD', 'authentication', 'A request without a credential is answered with 401.'),
  stated('PERM-01', 'MUST', 'permissions', 'A caller without EXECUTE on a model service gets no completion from it.'),
  stated('PERM-04', 'MUST', 'permissions', 'A revoked grant stops working.'),
  stated('CHAT-01', 'MUST', 'chat', 'A chat completion fits the contract of the API.'),
  stated('CHAT-02', 'MUST', 'chat', '`choices[0].message.content` holds the answer.'),
  stated('CHAT-05', 'SHOULD', 'chat', '`usage.total_tokens` is the sum of its parts.'),
  stated('CHAT-07', 'MUST', 'chat', 'A stream ends with `data: [DONE]`.'),
];
