import type { Metric, TargetResponse } from '../../../api/schema.js';
import { number } from '../../app/format.js';
import { periodName } from '../../app/period.js';
import { numberTyped } from '../../app/typed.js';
import type { Row } from '../../components/data-table/rows.js';
import type { LabelledText } from '../../components/view/differences.js';
import { messages } from './messages.js';

/** A row of the targets table. */
export interface TargetRow extends Row {
  readonly target: TargetResponse;
}

/** Returns the row of a target. */
export function row(target: TargetResponse): TargetRow {
  const { scopeName, source, metric, value, actual, share } = target;
  return {
    key: target.id,
    target,
    values: {
      scope: [scopeName, source].filter(Boolean).join(' '),
      period: `${target.period} ${messages().metrics[metric]}`,
      value,
      actual,
      share,
    },
  };
}

/** Draft of a target. */
export interface TargetDraft {
  readonly scope: string;
  readonly metric: Metric;
  readonly period: string;
  readonly value: string;
  readonly source: string;
}

/** Describes a target by labelled texts, without its scope. */
export function describeTarget({
  metric,
  period,
  value,
  source,
}: Pick<TargetResponse, 'metric' | 'period' | 'source'> & {
  readonly value: string | number;
}): LabelledText[] {
  return [
    { label: messages().period, text: periodName(period) },
    { label: messages().metric, text: messages().metrics[metric] },
    {
      label: messages().value,
      text: number(typeof value === 'number' ? value : numberTyped(value)),
    },
    { label: messages().source, text: source ?? '' },
  ];
}

/** API path of a target. */
export function targetPath(target: string): string {
  return `targets/${target}`;
}
