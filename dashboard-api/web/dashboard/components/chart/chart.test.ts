import { html } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { all, faults, find, mount, next } from '../testing.js';
import type { SpChart } from './chart.element.js';
import { option, type Series } from './option.js';

/** Replaces ECharts, because tests have no canvas. */
const chart = {
  setOption: vi.fn(),
  resize: vi.fn(),
  dispose: vi.fn(),
  getZr: () => ({ on: vi.fn() }),
};
const init = vi.fn(() => chart);
vi.mock('./echarts.js', () => ({ init }));
await import('./chart.js');

const LABELS = ['20/11', '21/11', '22/11'];
const SERIES = [
  { name: 'Lượt truy cập', values: [10, 1200, 30] },
  { name: 'Cùng kỳ', values: [8, null, 12], compared: true },
];

interface Drawn {
  animation: boolean;
  series: { lineStyle: { type: unknown; color: string; width: number } }[];
}

function lines(series: readonly Series[]): Drawn {
  return option({
    kind: 'line',
    labels: LABELS,
    series,
    unit: 'count',
    lying: false,
    motion: false,
    colors: {
      text: 't',
      muted: 'm',
      line: 'l',
      surface: 's',
      compare: 'grey',
      font: 'f',
      series: ['a', 'b'],
    },
  }) as unknown as Drawn;
}

describe('sp-chart', () => {
  let element: SpChart;

  beforeEach(async () => {
    vi.clearAllMocks();
    element = await mount(
      html`<sp-chart
        heading="Diễn biến"
        .labels=${LABELS}
        .series=${SERIES}
        .keys=${['2026-11-20', '2026-11-21', '2026-11-22']}
      ></sp-chart>`,
    );
  });

  async function showTable(): Promise<void> {
    find(element, '.switch').click();
    await element.updateComplete;
  }

  it('has a text alternative and a table', async () => {
    expect(find(element, '[role=img]').getAttribute('aria-label')).toBe(
      'Biểu đồ: Diễn biến. Lượt truy cập: thấp nhất 10 (20/11), cao nhất 1.200 (21/11). Cùng kỳ: thấp nhất 8 (20/11), cao nhất 12 (22/11)',
    );
    expect(await faults()).toEqual([]);
    await showTable();
    expect(all(element, 'tbody tr:nth-child(2) > *').map((one) => one.textContent.trim())).toEqual([
      '21/11',
      '1.200',
      '–',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('creates ECharts once for many updates', async () => {
    element.series = [SERIES[0] ?? { name: '', values: [] }];
    await element.updateComplete;
    expect(init).toHaveBeenCalledTimes(1);
    expect(chart.setOption).toHaveBeenCalledTimes(2);
  });

  it('disposes of ECharts when it is removed', () => {
    chart.dispose.mockClear();
    element.remove();
    expect(chart.dispose).toHaveBeenCalledTimes(1);
  });

  it('dispatches the day chosen in the table', async () => {
    await showTable();
    const told = next(element, 'sp-point');
    find(element, 'tbody tr:nth-child(2) button').click();
    expect(await told).toEqual({ index: 1, key: '2026-11-21' });
  });

  it('draws the compared series dashed, and without animation if reduced motion is preferred', () => {
    const drawn = lines(SERIES);
    expect(drawn.animation).toBe(false);
    expect(drawn.series.map(({ lineStyle }) => lineStyle.type)).toEqual(['solid', [5, 4]]);
    expect(drawn.series[1]?.lineStyle.color).toBe('grey');
  });

  it('draws lines that others run over wider than those', () => {
    const of = (...values: (number | null)[]): Series => ({ name: 'n', values });
    const widths = (...series: readonly Series[]): number[] =>
      lines(series).series.map(({ lineStyle }) => lineStyle.width);
    expect(widths(of(1, 2, 3), of(1, 2, 3), of(1, 2, 3))).toEqual([8, 5, 2]);
    expect(widths(of(1, 2, 3), of(0, 2, 3))).toEqual([5, 2]);
    expect(widths(of(1, 2, 3), of(3, 2, 1))).toEqual([2, 2]);
    expect(widths(of(1, null, null), of(2, null, null))).toEqual([2, 2]);
  });
});
