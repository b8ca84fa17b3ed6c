import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { all, faults, find, mount, text } from '../testing.js';
import './attainment.js';

describe('sp-attainment', () => {
  it('has a text for the bar', async () => {
    const element = await mount(html`<sp-attainment .share=${1.214}></sp-attainment>`);
    expect(text(element)).toBe('đạt 121,4% kế hoạch');
    expect(await faults()).toEqual([]);
  });

  it('marks the target once it is exceeded', async () => {
    const element = await mount(html`<sp-attainment .share=${1.25}></sp-attainment>`);
    expect(find(element, '.plan').getAttribute('x1')).toBe('80');
    expect(all(element, '.reached')).toHaveLength(1);
  });

  it('draws a partial bar below the target', async () => {
    const element = await mount(html`<sp-attainment .share=${0.4}></sp-attainment>`);
    expect(find(element, '.fill').getAttribute('width')).toBe('40');
    expect(all(element, '.plan')).toHaveLength(0);
  });

  it('shows when nothing is known', async () => {
    const element = await mount(html`<sp-attainment></sp-attainment>`);
    expect(text(element)).toBe('chưa có số liệu');
  });
});
