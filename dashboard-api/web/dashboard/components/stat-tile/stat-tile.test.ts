import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { faults, find, mount, text } from '../testing.js';
import './stat-tile.js';

describe('sp-stat-tile', () => {
  it('is a group with a name', async () => {
    const tile = await mount(html`<sp-stat-tile label="Lượt truy cập" value="2.756.838"></sp-stat-tile>`); // prettier-ignore
    expect(find(tile, '[role=group]').getAttribute('aria-label')).toBe('Lượt truy cập');
    expect(await faults()).toEqual([]);
  });

  it('shows an increase by sign, number and colour', async () => {
    const tile = await mount(html`<sp-stat-tile label="x" value="1" .change=${0.123}></sp-stat-tile>`); // prettier-ignore
    expect(find(tile, '.change').className).toContain('up');
    expect(text(tile)).toContain('▲ +12,3%');
  });

  it('shows that there is nothing to compare with', async () => {
    const tile = await mount(html`<sp-stat-tile label="x" value="1" .change=${null}></sp-stat-tile>`); // prettier-ignore
    expect(text(tile)).toContain('không có số liệu để so sánh');
  });
});
