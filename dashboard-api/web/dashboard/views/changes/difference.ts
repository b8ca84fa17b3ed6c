import type { Change } from '../../../api/schema.js';
import { day, time } from '../../app/format.js';
import { fieldName } from '../../messages/fields.js';
import { messages } from './messages.js';

/** A field that differs, as formatted texts. */
export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Technical fields that are not shown. */
const SILENT = new Set([
  'v',
  'revision',
  'invitationNonce',
  'sessions',
  'secondFactor',
  'keptSession',
  'hash',
  'passwordHash',
]);
/** Fields whose values are words of the program. */
const VALUED = new Set(['role', 'visibility', 'metric']);
const INSTANTS = new Set(['opens', 'closes', 'expires', 'created', 'sessionsFrom']);

/** Returns the fields that differ between two states. A missing state has no fields. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !SILENT.has(field))
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => ({
      field: fieldName(field),
      before: read(was[field], field),
      after: read(is[field], field),
    }));
}

/** Returns the name of an action: Sửa bình chọn. An unknown action stays as it is. */
export function actionName(action: string): string {
  return (messages().actions as Readonly<Record<string, string>>)[action] ?? action;
}

/**
 * Returns the name of the changed object, if the change has one: the name of a site, the question
 * of a poll, what a target is about, the text of a note.
 *
 * @param scopeText name of a scope such as `site:demo`
 */
export function subjectName(
  { before, after }: Pick<Change, 'before' | 'after'>,
  scopeText: (scope: string) => string = (scope) => scope,
): string | undefined {
  const fields = { ...fieldsOf(before), ...fieldsOf(after) };
  const { name, question, text, scope, metric, period } = fields;
  if (typeof scope === 'string' && typeof period === 'string') {
    return [scopeText(scope), read(metric, 'metric'), period].join(', ');
  }
  const known = name ?? question ?? text;
  return typeof known === 'string' ? known : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

function read(value: unknown, field: string): string {
  if (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  ) {
    return messages().nothing;
  }
  if (typeof value === 'boolean') {
    return value ? messages().yes : messages().no;
  }
  if (typeof value === 'number') {
    return INSTANTS.has(field) ? time(value) : String(value);
  }
  if (typeof value === 'string') {
    const word = (messages().values as Readonly<Record<string, string>>)[value];
    if (word !== undefined && VALUED.has(field)) {
      return word;
    }
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
  }
  return Array.isArray(value)
    ? value.map((one) => read(one, '')).join('\n')
    : Object.entries(fieldsOf(value))
        .filter(([name]) => !SILENT.has(name))
        .map(([name, one]) => `${fieldName(name)}: ${read(one, name)}`)
        .join(', ');
}
