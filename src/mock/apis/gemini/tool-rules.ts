import { anything, listOf, object, oneOf, type Rule, text } from '../rules.js';
import { repeatedIn } from '../tool-rules.js';
import { declarationsIn, type GeminiRequest } from './request.js';

/** Google's reference of `FunctionDeclaration`: dots and colons are allowed, which other providers refuse. */
const functionName: Rule = (value, path) =>
  typeof value === 'string' && /^[a-zA-Z_][a-zA-Z0-9_.:-]{0,127}$/.test(value)
    ? undefined
    : `${path}: must start with a letter or an underscore and have at most 128 letters, digits, underscores, dots, colons and dashes`;

const schema = object({ open: true });

export const tools = listOf(
  object({
    optional: {
      functionDeclarations: listOf(
        object({
          required: { name: functionName, description: text },
          optional: {
            parameters: schema,
            parametersJsonSchema: schema,
            response: schema,
            responseJsonSchema: schema,
            behavior: text,
          },
        }),
      ),
      // What the provider itself runs.
      codeExecution: anything,
      computerUse: anything,
      fileSearch: anything,
      googleMaps: anything,
      googleSearch: anything,
      googleSearchRetrieval: anything,
      urlContext: anything,
    },
  }),
);

export const toolConfig = object({
  optional: {
    functionCallingConfig: object({
      optional: {
        mode: oneOf('MODE_UNSPECIFIED', 'AUTO', 'ANY', 'NONE', 'VALIDATED'),
        allowedFunctionNames: listOf(text),
      },
    }),
    retrievalConfig: anything,
  },
});

/** What declarations and the choice among them have against each other. */
export function toolComplaint(request: GeminiRequest): string | undefined {
  const declarations = declarationsIn(request);
  const names = declarations.map(({ name }) => name);
  const repeated = repeatedIn(names);
  if (repeated !== undefined) return `tools: Duplicate function declaration found: ${repeated}`;
  const twofold = declarations.find(({ parameters, parametersJsonSchema }) => parameters && parametersJsonSchema);
  if (twofold) return `tools: ${twofold.name} may not have both parameters and parametersJsonSchema`;
  const { mode, allowedFunctionNames } = request.toolConfig?.functionCallingConfig ?? {};
  const path = 'toolConfig.functionCallingConfig';
  if (mode === 'ANY' && names.length === 0) {
    return `${path}: mode ANY may only be set together with functionDeclarations`;
  }
  if (allowedFunctionNames?.length && mode !== 'ANY' && mode !== 'VALIDATED') {
    return `${path}.allowedFunctionNames: may only be set when mode is ANY or VALIDATED`;
  }
  const unknown = allowedFunctionNames?.find((name) => !names.includes(name));
  return unknown && `${path}.allowedFunctionNames: '${unknown}' is not among the functionDeclarations`;
}
