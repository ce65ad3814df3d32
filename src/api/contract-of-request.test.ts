import { describe, expect, it } from 'vitest';
import { apis } from './apis.js';
import { compileContracts } from './compile-contracts.js';
import { contractOfRequest } from './contract-of-request.js';
import { contractText, message } from './testing/bodies.js';

const contracts = compileContracts(contractText);
const models = '/ai-gateway/anthropic/v1/models';
const of = (method: string, path: string) => contractOfRequest(apis.messages, contracts.messages, { method, path });

describe('the contract of a request', () => {
  it('is that of the operation which it is', () => {
    const contract = of('GET', models);
    expect(contract?.success({ data: [{ id: 'some-model' }], has_more: false })).toEqual([]);
    expect(contract?.success({ object: 'list', data: [{ object: 'model' }] })).toEqual([
      { message: '`data[0].id` is missing.', where: '/data/0/id' },
    ]);
    expect(contract?.success(message())).toEqual([{ message: '`data` is missing.', where: '/data' }]);
    expect(contract?.error({ error_code: 'FEATURE_DISABLED', message: 'no' })).toEqual([]);
    expect(contract?.error({})).not.toEqual([]);
  });

  it('is that of the calls on their path, whatever the method: an answer to a wrong method is an error of the API', () => {
    expect(of('POST', '/ai-gateway/anthropic/v1/messages')).toBe(contracts.messages);
    expect(of('GET', '/ai-gateway/anthropic/v1/messages')).toBe(contracts.messages);
  });

  it('is none where the API has neither', () => {
    expect(of('POST', models)).toBeUndefined();
    expect(of('GET', '/ai-gateway/mlflow/v1/models')).toBeUndefined();
  });
});
