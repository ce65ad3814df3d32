import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json } from '../../json/index.js';
import { list, nameOf } from '../describe.js';
import type { Violation } from '../violation.js';
import { unexpected } from '../violation.js';
import { noneBegun } from './branches.js';

/** One error of Ajv as a sentence about the body. Every keyword that the contracts use has one. */
export function sentence(error: ErrorObject): Violation {
  const { keyword, instancePath: where, params } = error;
  const found = error.data as Json;
  switch (keyword) {
    case 'type':
      return unexpected(where, found, kinds(params['type'] as string | readonly string[]));
    case 'required':
      return absent(`${where}/${params['missingProperty']}`);
    case 'const':
      return unexpected(where, found, JSON.stringify(params['allowedValue']));
    case 'enum':
      return unexpected(
        where,
        found,
        list(
          (params['allowedValues'] as readonly Json[]).map((value) => JSON.stringify(value)),
          'or',
        ),
      );
    case 'minimum':
      return unexpected(where, found, `at least ${params['limit']}`);
    case 'maximum':
      return unexpected(where, found, `at most ${params['limit']}`);
    case 'minItems':
      return unexpected(
        where,
        found,
        params['limit'] === 1 ? 'at least one member' : `at least ${params['limit']} members`,
      );
    case 'minLength':
      return unexpected(
        where,
        found,
        params['limit'] === 1 ? 'a non-empty string' : `at least ${params['limit']} characters`,
      );
    case noneBegun: {
      const missing = (params['missing'] as readonly string[]).map((key) => `\`${key}\``);
      const expected = missing.length === 1 ? `${missing[0]}` : `one of ${list(missing, 'or')}`;
      return {
        message: `${nameOf(where)} has ${missing.length === 2 ? 'neither' : 'none of'} ${list(missing, missing.length === 2 ? 'nor' : 'and')}.`,
        where,
        expected,
      };
    }
    default:
      return unexpected(where, found, `what \`${keyword}\` asks for: ${error.message ?? 'nothing more is known'}`);
  }
}

function absent(where: string): Violation {
  return { message: `${nameOf(where)} is missing.`, where };
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

function kinds(types: string | readonly string[]): string {
  return list(
    [types].flat().map((type) => kindNames[type] ?? type),
    'or',
  );
}
