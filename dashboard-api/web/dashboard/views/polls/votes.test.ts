import { describe, expect, it, vi } from 'vitest';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';
import { marksOf } from './votes-chart.js';

vi.mock(
  '../../components/chart/echarts.js',
  () => import('../../components/chart/echarts-stub.js'),
);

const MINUTE = 60_000;
const series = {
  minutes: 5,
  points: [0, 5, 10, 15].map((minute) => ({ at: minute * MINUTE, votes: 1, peak: 1 })),
};

function aside(from: number, to: number): Parameters<typeof marksOf>[0][number] {
  return { id: 't', from: from * MINUTE, to: to * MINUTE, reason: 'r', by: 'b', at: 0 };
}

function ends(...times: Parameters<typeof marksOf>[0]): number[][] {
  return marksOf(times, series).map(({ from, to }) => [from, to]);
}

function chart(): ShadowRoot {
  const votes = stage.need('sp-poll-votes').shadowRoot;
  return votes?.querySelector('sp-chart')?.shadowRoot ?? expect.fail('no chart');
}

function description(): string {
  return chart().querySelector('[role=img]')?.getAttribute('aria-label') ?? '';
}

describe('the votes of a poll by minute', () => {
  it('are marked where a time that is set aside touches them', () => {
    expect(ends(aside(6, 7))).toEqual([[1, 1]]);
    expect(ends(aside(4, 11))).toEqual([[0, 2]]);
    expect(ends(aside(5, 10), aside(15, 16))).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  it('are not marked by a time before or after them', () => {
    expect(ends(aside(-10, 0), aside(20, 30))).toEqual([]);
  });

  it('are drawn with their peaks, and described for assistive technology', async () => {
    await stage.open('polls/giao-dien', 'Những phút nhiều phiếu nhất');
    const drawn = description();
    expect(drawn).toContain('Biểu đồ: Số phiếu mỗi phút');
    expect(drawn).toContain('cao nhất 24');
    expect(drawn).not.toContain('Phiếu bị loại');
    expect(stage.text()).toContain('Mỗi cột là 10 phút');
    expect(await faults()).toEqual([]);
  });

  it('tell which of them are set aside, in the table too', async () => {
    await stage.open('polls/loai-phieu', 'Những phút nhiều phiếu nhất');
    expect(description()).toContain('Phiếu bị loại: ');
    chart().querySelector<HTMLButtonElement>('.switch')?.click();
    await stage.until(() => {
      expect(chart().querySelector('table')?.textContent).toContain('– Phiếu bị loại');
    });
    expect(await faults()).toEqual([]);
  });
});
