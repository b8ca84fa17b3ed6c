import type { TargetEntry } from '../../app/api/entries.js';
import type { Row } from '../../components/data-table/rows.js';
import { words } from './words.js';

/** One line of the table of targets. */
export interface TargetRow extends Row {
  readonly target: TargetEntry;
}

/** Its line: what it sorts and is found by. */
export function row(target: TargetEntry): TargetRow {
  const { scopeName, source, metric, value, actual, share } = target;
  return {
    key: target.id,
    target,
    values: {
      scope: [scopeName, source].filter(Boolean).join(' '),
      period: `${target.period} ${words().metrics[metric]}`,
      value,
      actual,
      share,
    },
  };
}
