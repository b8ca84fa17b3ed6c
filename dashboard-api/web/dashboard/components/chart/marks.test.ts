import { describe, expect, it } from 'vitest';
import { areas, describeMarks, marked } from './marks.js';
import { option } from './option.js';

const COLORS = {
  text: 't',
  muted: 'm',
  line: 'l',
  surface: 's',
  compare: 'grey',
  font: 'f',
  series: ['a', 'b'],
};
const LABELS = ['8:00', '8:01', '8:02'];
const MARKS = [
  { name: 'Bị loại', from: 1, to: 2 },
  { name: 'Bị loại', from: 2, to: 2 },
];

describe('marks of a chart', () => {
  it.each(['bar', 'line'] as const)('are areas behind the first series of a %s', (kind) => {
    const drawn = option({
      kind,
      labels: LABELS,
      series: [
        { name: 'a', values: [1, 2, 3] },
        { name: 'b', values: [1, 2, 3] },
      ],
      marks: MARKS,
      unit: 'count',
      lying: false,
      motion: false,
      colors: COLORS,
    }) as { series: { markArea?: object }[] };
    expect(drawn.series[0]?.markArea).toMatchObject({
      silent: true,
      data: [
        [{ xAxis: 1 }, { xAxis: 2 }],
        [{ xAxis: 2 }, { xAxis: 2 }],
      ],
    });
    expect(drawn.series[1]).not.toHaveProperty('markArea');
    expect(areas([], COLORS)).toMatchObject({ data: [] });
  });

  it('are named in the table, once a point', () => {
    expect(LABELS.map((label, index) => marked(label, index, MARKS))).toEqual([
      '8:00',
      '8:01 – Bị loại',
      '8:02 – Bị loại',
    ]);
  });

  it('are described by their ends', () => {
    expect(describeMarks(MARKS, LABELS)).toEqual(['Bị loại: 8:01 – 8:02', 'Bị loại: 8:02']);
  });
});
