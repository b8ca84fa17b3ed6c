import { html, type TemplateResult } from 'lit';
import type { Letterhead } from '../../../api/schema.js';
import { textField } from '../../components/field/field.js';
import type { LabelledText } from '../../components/view/differences.js';
import { messages } from './letterhead-messages.js';

const LINES = ['superior', 'organisation', 'symbol', 'place', 'signer'] as const;
const LISTS = ['addressees', 'recipients', 'position'] as const;
const ORDER = [
  'superior',
  'organisation',
  'symbol',
  'place',
  'addressees',
  'recipients',
  'position',
  'signer',
] as const;

type Field = (typeof ORDER)[number];

/** Fields of a letterhead as they are typed. Lists have a line for each entry. */
export type LetterheadDraft = Readonly<Record<Field, string>>;

/** Names of the fields, for faults that the server finds. */
export const letterheadFaults: readonly string[] = ORDER.map((field) => `letterhead.${field}`);

/** The draft of a letterhead, or of none. */
export function letterheadDraft(head: Letterhead | undefined): LetterheadDraft {
  const text = (field: Field): string => {
    const value = head?.[field] ?? '';
    return typeof value === 'string' ? value : value.join('\n');
  };
  return Object.fromEntries(ORDER.map((field) => [field, text(field)])) as LetterheadDraft;
}

/** The letterhead of a draft. Undefined if every field is empty. */
export function letterheadOf(draft: LetterheadDraft): Letterhead | undefined {
  const texts = LINES.map((field) => [field, draft[field].trim()] as const);
  const lists = LISTS.map(
    (field) =>
      [
        field,
        draft[field]
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ] as const,
  );
  const set = [...texts, ...lists].filter(([, value]) => value.length > 0);
  return set.length === 0 ? undefined : (Object.fromEntries(set) as Letterhead);
}

/** Describes a draft by labelled texts. */
export function describeLetterhead(draft: LetterheadDraft): LabelledText[] {
  return ORDER.map((field) => ({ label: messages()[field], text: draft[field] }));
}

/** Draws the fields, folded until they are wanted. */
export function letterheadFields(
  draft: LetterheadDraft,
  fault: (field: string) => string | undefined,
  put: (field: Field) => (value: string) => void,
): TemplateResult {
  const open = letterheadFaults.some((field) => fault(field) !== undefined);
  return html`<details ?open=${open}>
    <summary>${messages().title}</summary>
    <p class="muted small">${messages().lead}</p>
    ${ORDER.map((field) => {
      const rows = (LISTS as readonly string[]).includes(field) ? { rows: 3 } : {};
      return textField({
        name: `letterhead-${field}`,
        label: messages()[field],
        value: draft[field],
        hint: messages().hints[field],
        fault: fault(`letterhead.${field}`),
        onInput: put(field),
        ...rows,
      });
    })}
  </details>`;
}
