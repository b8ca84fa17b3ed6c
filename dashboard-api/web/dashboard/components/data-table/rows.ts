import { compare, plain } from '../../app/format.js';
import { cell, type Kind } from '../format.js';

export type Value = string | number | null;

/** One column. */
export interface Column<R extends Row = Row> {
  readonly id: string;
  readonly label: string;
  /** How it is written, sorted and aligned. */
  readonly kind: Kind;
  /** Draws the cell instead of its written value; the value still sorts, searches and exports. */
  readonly draw?: (row: R) => unknown;
  /** Left out of sorting. */
  readonly fixed?: boolean;
  /** The label is read out, not shown: the cells say enough. */
  readonly silent?: boolean;
}

/** One line: its values by column id. */
export interface Row {
  /** Tells it from the others. */
  readonly key: string;
  readonly values: Readonly<Record<string, Value | undefined>>;
  /** Where its first cell leads. */
  readonly href?: string | undefined;
}

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** The lines that contain every word of what is searched for, in any column; marks and case are no matter. */
export function found<R extends Row>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  search: string,
): readonly R[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) {
    return rows;
  }
  return rows.filter((row) => {
    const text = plain(columns.map(({ id, kind }) => cell(row.values[id], kind)).join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** Sorted by one column; what has no value is always last. */
export function sorted<R extends Row>(rows: readonly R[], order: Order | undefined): readonly R[] {
  if (!order) {
    return rows;
  }
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a.values[order.column] ?? null, b.values[order.column] ?? null];
    if (x === null || y === null) {
      return Number(x === null) - Number(y === null);
    }
    const way =
      typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y));
    return sign * way;
  });
}

/** A click on a column's head: figures begin with the most, texts with A; the second click turns it. */
export function turned(order: Order | undefined, { id, kind }: Column): Order {
  return order?.column === id
    ? { column: id, descending: !order.descending }
    : { column: id, descending: kind !== 'text' };
}
