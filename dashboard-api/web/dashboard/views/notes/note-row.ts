import type { NoteResponse } from '../../../api/schema.js';
import { day } from '../../app/format.js';
import type { Row } from '../../components/data-table/rows.js';
import type { LabelledText } from '../../components/view/differences.js';
import { messages } from './messages.js';

/** A row of the notes table. */
export interface NoteRow extends Row {
  readonly note: NoteResponse;
}

/** Returns the row of a note. */
export function row(note: NoteResponse): NoteRow {
  return {
    key: note.id,
    note,
    values: { days: note.from, text: note.text, scope: note.scopeName },
  };
}

/** Draft of a note, with days as they are typed. */
export interface NoteDraft {
  readonly scope: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Describes a note by labelled texts, without its scope. */
export function describeNote({ from, to, text }: Omit<NoteDraft, 'scope'>): LabelledText[] {
  return [
    { label: messages().from, text: from },
    { label: messages().to, text: to },
    { label: messages().text, text },
  ];
}

/** Returns a day, or the first and the last one: 20/11/2026 – 21/11/2026. */
export function daysOf({ from, to }: Pick<NoteResponse, 'from' | 'to'>): string {
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}

/** API path of a note. */
export function notePath(note: string): string {
  return `notes/${note}`;
}
