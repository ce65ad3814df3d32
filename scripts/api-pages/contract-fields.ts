import { isJsonObject, type Json, type JsonObject } from '../../src/json/index.js';
import { code, firstSentence } from './markdown.js';

/** A field that a contract describes. */
export interface ContractField {
  /** `choices[].message.content` */
  readonly path: string;
  readonly type: string;
  /** In every object that could hold it. */
  readonly required: boolean;
  /** What the contract says of it, in short. */
  readonly note: string;
}

interface Place {
  readonly path: string;
  /** On which form of its object a field depends: ``When `type` is `"text"`.`` */
  readonly condition?: string;
  /** References that led here: a schema may hold itself. */
  readonly way: readonly string[];
}

/** The type of a field of which nothing is said; a form that only demands a field says nothing more of it. */
const unsaid = 'anything';

/** Beyond this depth a summary is no summary. */
const deepest = 6;

/** The fields of a schema in a contract, each object before its members. */
export function contractFields(document: JsonObject, schema: Json): readonly ContractField[] {
  return fieldsOf(document, schema, { path: '', way: [] });
}

function fieldsOf(document: JsonObject, given: Json | undefined, place: Place): readonly ContractField[] {
  const found = resolve(document, given, place.way);
  if (found === undefined || place.path.split('.').length > deepest) return [];
  const { schema, way } = found;
  const required = textsIn(schema['required']);
  const own = Object.entries(objectIn(schema['properties'])).flatMap(([key, value]) => {
    const path = place.path === '' ? key : `${place.path}.${key}`;
    const meant = resolve(document, value, way)?.schema ?? {};
    const field = { path, type: typeOf(document, value), required: required.includes(key) };
    return [
      { ...field, note: noteOf(meant, objectIn(value), place.condition) },
      // On what the object depends is said in its own row.
      ...fieldsOf(document, value, { path, way }),
    ];
  });
  const items = fieldsOf(document, schema['items'], { ...place, path: `${place.path}[]`, way });
  const parts = listIn(schema['allOf']).flatMap((part) => {
    const { if: asked, then } = objectIn(part);
    const condition = asked === undefined ? place.condition : conditionOf(asked);
    const inside = then ?? (asked === undefined ? part : undefined);
    return fieldsOf(document, inside, conditioned({ ...place, way }, condition));
  });
  const forms = [...listIn(schema['anyOf']), ...listIn(schema['oneOf'])].flatMap((form) =>
    fieldsOf(
      document,
      form,
      conditioned({ ...place, way }, conditionOf(resolve(document, form, way)?.schema) ?? 'In one of its forms.'),
    ),
  );
  const described = new Set(own.map(({ path }) => path));
  const further = [...parts, ...forms].filter(({ path, type }) => !(type === unsaid && described.has(path)));
  return once([...own, ...items, ...further]);
}

function conditioned({ path, way }: Place, condition: string | undefined): Place {
  return { path, way, ...(condition === undefined ? {} : { condition }) };
}

/** ``When `type` is `"text"`.``, of the first property that is a constant. */
function conditionOf(schema: Json | undefined): string | undefined {
  const [tag] = Object.entries(objectIn(objectIn(schema)['properties'])).flatMap(([key, value]) => {
    const { const: constant, enum: some } = objectIn(value);
    const values = constant === undefined ? listIn(some) : [constant];
    return values.length === 0
      ? []
      : [`When \`${key}\` is ${values.map((each) => code(JSON.stringify(each))).join(' or ')}.`];
  });
  return tag;
}

/** Forms that share a field, such as the tag that tells them apart, say it once. */
function once(fields: readonly ContractField[]): readonly ContractField[] {
  const known = new Set<string>();
  return fields.filter(({ path, type, note }) => {
    const key = JSON.stringify([path, type, note]);
    return !known.has(key) && known.add(key) !== undefined;
  });
}

function noteOf(described: JsonObject, given: JsonObject, condition: string | undefined): string {
  const description = given['description'] ?? described['description'];
  const alternatives = listIn(described['anyOf']).map((form) => textsIn(objectIn(form)['required']));
  const isChoice = alternatives.length > 0 && alternatives.every((names) => names.length > 0);
  const parts = [
    condition,
    typeof description === 'string' ? firstSentence(description) : undefined,
    isChoice && Object.keys(described).includes('properties')
      ? `Holds ${alternatives.map((names) => names.map(code).join(' and ')).join(', or ')}.`
      : undefined,
  ].filter((part) => part !== undefined);
  return parts.join(' ');
}

function typeOf(document: JsonObject, given: Json | undefined, depth = 0): string {
  // A list of itself has no end.
  if (depth > deepest) return unsaid;
  const schema = resolve(document, given, [])?.schema ?? {};
  if (schema['const'] !== undefined) return code(JSON.stringify(schema['const']));
  const choices = listIn(schema['enum']);
  if (choices.length > 0) return listed(choices.map((value) => code(JSON.stringify(value))));
  const inside = (inner: Json | undefined) => typeOf(document, inner, depth + 1);
  const types = typeof schema['type'] === 'string' ? [schema['type']] : textsIn(schema['type']);
  const { items } = schema;
  const array = items === undefined ? 'array' : `array of ${inside(items)}`;
  if (types.length > 0) return listed(types.map((type) => (type === 'array' ? array : type)));
  if (schema['properties'] !== undefined) return 'object';
  const forms = [...listIn(schema['anyOf']), ...listIn(schema['oneOf'])].map(inside);
  return forms.length === 0 ? unsaid : listed([...new Set(forms)]);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The schema behind its references; undefined when it holds itself. Other documents are only named. */
function resolve(
  document: JsonObject,
  given: Json | undefined,
  way: readonly string[],
): { readonly schema: JsonObject; readonly way: readonly string[] } | undefined {
  if (!isJsonObject(given)) return undefined;
  const reference = given['$ref'];
  if (typeof reference !== 'string') return { schema: given, way };
  if (way.includes(reference)) return undefined;
  const [file] = reference.split('#', 1);
  if (file !== '') return { schema: { description: `Described in ${file}.` }, way };
  const target = reference
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((value, key) => objectIn(value)[key], document);
  if (target === undefined) throw new Error(`${reference} leads nowhere.`);
  return resolve(document, target, [...way, reference]);
}

function objectIn(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function listIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function textsIn(value: Json | undefined): readonly string[] {
  return listIn(value).filter((item) => typeof item === 'string');
}
