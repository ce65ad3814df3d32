import { describe, expect, it } from 'vitest';
import type { Account } from './account.js';
import { defaultAccount } from './default-account.js';
import { resolveName } from './resolve-name.js';

const account = defaultAccount();

describe('a name', () => {
  it.each([
    ['system.ai.databricks-claude-sim-1', 'system.ai.databricks-claude-sim-1'],
    ['databricks-claude-sim-1', 'system.ai.databricks-claude-sim-1'],
    ['databricks-llama-sim-1', 'system.ai.databricks-llama-sim-1'],
    ['main.llm.assistant', 'main.llm.assistant'],
    ['main.shared.assistant', 'main.shared.assistant'],
  ])('%s means %s', (name, fullName) => {
    const resolution = resolveName(account, 'metastore-home', name, false);
    expect(resolution).toMatchObject({ kind: 'found', place: { fullName } });
  });

  it.each([
    ['main.llm.nobody', 'main.llm.nobody'],
    ['other.llm.assistant', 'other.llm.assistant'],
    ['databricks-nobody', 'system.ai.databricks-nobody'],
    ['gpt-5.3-codex', 'system.ai.gpt-5-3-codex'],
    ['claude-sim-1', 'system.ai.claude-sim-1'],
    ['assistant', 'system.ai.assistant'],
    ['llm.assistant', 'system.ai.llm-assistant'],
    ['main.llm.assistant.extra', 'main.llm.assistant.extra'],
    ['main.llm.assistant.', 'main.llm.assistant.'],
    ['main..assistant', 'main..assistant'],
    ['..', '..'],
    ['MAIN.LLM.ASSISTANT', 'MAIN.LLM.ASSISTANT'],
    [' main.llm.assistant ', ' main.llm.assistant '],
    [' databricks-claude-sim-1', 'system.ai. databricks-claude-sim-1'],
    ['`main`.`llm`.`assistant`', '`main`.`llm`.`assistant`'],
    ['model-services/main.llm.assistant', 'model-services/main.llm.assistant'],
    ['system.ai.constructor', 'system.ai.constructor'],
  ])('%j matches nothing, and is then called %j', (name, resolved) => {
    expect(resolveName(account, 'metastore-home', name, false)).toEqual({ kind: 'missing', name: resolved });
  });

  it('is looked up on one metastore only', () => {
    expect(resolveName(account, 'metastore-foreign', 'other.llm.assistant', false).kind).toBe('found');
    expect(resolveName(account, 'metastore-foreign', 'main.llm.assistant', false).kind).toBe('missing');
  });

  it('may be bare no more where names are enforced, and only there', () => {
    const enforced = (name: string) => resolveName(account, 'metastore-home', name, true).kind;
    expect(enforced('databricks-claude-sim-1')).toBe('retired');
    expect(enforced('system.ai.databricks-claude-sim-1')).toBe('found');
    expect(enforced('databricks-nobody')).toBe('missing');
  });

  it('may lead to a service without the databricks- prefix, as newer workspaces name them', () => {
    const service = {
      name: 'claude-9',
      bareName: 'databricks-claude-9',
      apis: [],
      servedModel: 'c',
      answersInBlocks: false,
    };
    const newer: Account = {
      ...account,
      metastores: [{ id: 'm', catalogs: [{ name: 'system', schemas: [{ name: 'ai', services: [service] }] }] }],
    };
    const found = { kind: 'found', place: { fullName: 'system.ai.claude-9' } };
    expect(resolveName(newer, 'm', 'databricks-claude-9', false)).toMatchObject(found);
    expect(resolveName(newer, 'm', 'system.ai.claude-9', false)).toMatchObject(found);
    expect(resolveName(newer, 'm', 'system.ai.databricks-claude-9', false).kind).toBe('missing');
  });
});
