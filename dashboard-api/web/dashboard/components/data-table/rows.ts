import { compare, plain } from '../../app/format.js';
import { cell, type Kind } from '../format.js';

export type Value = string | number | null;

/** A column of a table. */
export interface Column<R extends Row = Row> {
  readonly id: string;
  readonly label: string;
  /** Format, sort order and alignment. */
  readonly kind: Kind;
  /** Draws the cell. The value is still used to sort, search and export. */
  readonly draw?: (row: R) => unknown;
  /** The column cannot be sorted by. */
  readonly fixed?: boolean;
  /** The label is only for screen readers, because the cells are clear without it. */
  readonly silent?: boolean;
}

/** A row with its values by column id. */
export interface Row {
  /** Key of the row. */
  readonly key: string;
  readonly values: Readonly<Record<string, Value | undefined>>;
  /** Link of its first cell. */
  readonly href?: string | undefined;
}

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/**
 * Returns the rows that contain every searched word in any column, ignoring case and diacritics.
 */
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

/** Sorts by one column. Rows without a value come last. */
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

/**
 * Returns the order after a click on a column header. Figures start descending, texts ascending.
 * The second click reverses.
 */
export function turned(order: Order | undefined, { id, kind }: Column): Order {
  return order?.column === id
    ? { column: id, descending: !order.descending }
    : { column: id, descending: kind !== 'text' };
}
