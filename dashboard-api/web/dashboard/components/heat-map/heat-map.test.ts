import { html } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { all, faults, find, mount, next } from '../testing.js';
import type { SpHeatMap } from './heat-map.element.js';
import './heat-map.js';

const CELLS = [
  { weekday: 1, hour: 8, views: 300, visits: 100 },
  { weekday: 7, hour: 23, views: 30, visits: 50 },
];

describe('sp-heat-map', () => {
  let map: SpHeatMap;

  beforeEach(async () => {
    map = await mount(html`<sp-heat-map heading="Giờ truy cập" .cells=${CELLS}></sp-heat-map>`);
  });

  async function press(key: string): Promise<void> {
    find(map, 'td[tabindex="0"]').dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true }),
    );
    await map.updateComplete;
  }

  it('is a table with a head for every weekday and hour', async () => {
    expect(await faults()).toEqual([]);
    expect(all(map, 'tbody th').map((head) => head.textContent)).toContain('CN');
    expect(all(map, 'thead th')).toHaveLength(25);
  });

  it('is darker for higher values', () => {
    expect(find(map, 'tbody tr:nth-child(1) td:nth-of-type(9)').className).toBe('l10');
    expect(find(map, 'tbody tr:nth-child(7) td:nth-of-type(24)').className).toBe('l5');
  });

  it('is one stop of the tab key', () => {
    expect(all(map, '[tabindex="0"]')).toHaveLength(1);
  });

  it('tells the cell under the pointer, and leaves the stop of the tab key', async () => {
    const stop = find(map, 'td[tabindex="0"]');
    find(map, 'tbody tr:nth-child(7) td:nth-of-type(24)').dispatchEvent(
      new PointerEvent('pointerenter'),
    );
    await map.updateComplete;
    expect(find(map, '.said').textContent).toBe('Chủ Nhật, 23–24 giờ: 50 lượt truy cập');
    expect(find(map, 'td[tabindex="0"]')).toBe(stop);
  });

  it('moves with the arrow keys, wrapping at the edges', async () => {
    await press('ArrowUp');
    expect(find(map, '.said').textContent).toBe('Chủ Nhật, 8–9 giờ: 0 lượt truy cập');
    await press('ArrowLeft');
    expect(find(map, '.said').textContent).toContain('7–8 giờ');
  });

  it('dispatches the chosen hour', async () => {
    const told = next(map, 'sp-hour');
    await press('Enter');
    expect(await told).toEqual(CELLS[0]);
  });
});
