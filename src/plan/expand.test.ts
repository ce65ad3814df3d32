import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import { expand } from './expand.js';

const ids = (body: string) => expand(caseOf(body)).map(({ id }) => id);

describe('expanding a case', () => {
  it('gives one instance, with the id of the case, when there is no matrix', () => {
    const [only, ...others] = expand(caseOf('call: { api: chat }\nexpect: completion'));
    expect(only).toMatchObject({ id: 'area.case', bindings: {} });
    expect(others).toEqual([]);
  });

  it('gives one for each combination, the last dimension changing fastest', () => {
    expect(
      ids('each: { api: [chat, messages], route: [workspace-url, workspace-header] }\ncall: {}\nexpect: completion'),
    ).toEqual([
      'area.case[api=chat,route=workspace-url]',
      'area.case[api=chat,route=workspace-header]',
      'area.case[api=messages,route=workspace-url]',
      'area.case[api=messages,route=workspace-header]',
    ]);
  });

  it('names the values of a mapping by their labels, and binds the values', () => {
    const body = `
each: { text: { empty: "", long: { of: [1, 2] } }, number: [1, 2.5, true] }
call: { api: chat, prompt: "\${each.text} \${each.number}" }
expect: completion`;
    const instances = expand(caseOf(body));
    expect(instances.map(({ id }) => id)).toEqual([
      'area.case[text=empty,number=1]',
      'area.case[text=empty,number=2.5]',
      'area.case[text=empty,number=true]',
      'area.case[text=long,number=1]',
      'area.case[text=long,number=2.5]',
      'area.case[text=long,number=true]',
    ]);
    expect(instances[4]?.bindings).toEqual({
      text: { label: 'long', value: { of: [1, 2] } },
      number: { label: '2.5', value: 2.5 },
    });
  });

  it('takes the name of a group for its APIs', () => {
    expect(ids('each: { api: all }\ncall: {}\nexpect: completion')).toEqual([
      'area.case[api=chat]',
      'area.case[api=messages]',
    ]);
  });

  it('verifies what each API has of its own, a dialect on another path included', () => {
    const verifies = (body: string) =>
      expand(caseOf(body, '{ chat: NAME-01, messages: [NAME-01, NAME-02] }')).map((instance) => instance.verifies);
    expect(verifies('each: { api: [chat, messages] }\ncall: {}\nexpect: completion')).toEqual([
      ['NAME-01'],
      ['NAME-01', 'NAME-02'],
    ]);
  });
});
