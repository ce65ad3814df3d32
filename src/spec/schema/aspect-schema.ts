import { Type } from 'typebox';

/** What can be compared between two answers, or recorded of one. Each is read by one file in judge/aspects. */
export const aspects = [
  'status',
  'outcome',
  'contract',
  'content-type',
  'header-names',
  'error-code',
  'error-shape',
  'error-message',
  'shape',
  'served-model',
  'policy',
  'finish',
  'text',
  'calls',
  'usage',
  'grammar',
  'state',
  'error-class',
  'sql-state',
  'columns',
] as const;
export type Aspect = (typeof aspects)[number];

export const AspectSchema = Type.Enum(aspects, { title: 'an aspect of an answer' });
