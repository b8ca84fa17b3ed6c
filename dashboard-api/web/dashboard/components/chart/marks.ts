import type { Colors } from './option.js';

/** Adjacent points that have something in common, such as a time that is set aside. */
export interface Mark {
  readonly name: string;
  /** Index of the first point. */
  readonly from: number;
  /** Index of the last point. */
  readonly to: number;
}

/**
 * Returns the ECharts areas behind the bars or lines of marks. They have borders, because a single
 * point of a line has no width.
 */
export function areas(marks: readonly Mark[], { compare }: Colors): object {
  return {
    silent: true,
    label: { show: false },
    itemStyle: { color: compare, borderColor: compare, borderWidth: 1.5, opacity: 0.3 },
    data: marks.map(({ from, to }) => [{ xAxis: from }, { xAxis: to }]),
  };
}

/** Returns the label of a point with the names of its marks. */
export function marked(label: string, index: number, marks: readonly Mark[]): string {
  const names = marks.filter(({ from, to }) => from <= index && index <= to);
  return [label, ...new Set(names.map(({ name }) => name))].join(' – ');
}

/** Describes marks by their first and last points. */
export function describeMarks(marks: readonly Mark[], labels: readonly string[]): string[] {
  return marks.map(({ name, from, to }) => {
    const ends = [...new Set([labels[from] ?? '', labels[to] ?? ''])];
    return `${name}: ${ends.join(' – ')}`;
  });
}
