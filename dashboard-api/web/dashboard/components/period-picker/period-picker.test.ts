import { html } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { all, faults, find, mount, next } from '../testing.js';
import type { SpPeriodPicker } from './period-picker.element.js';
import './period-picker.js';

describe('sp-period-picker', () => {
  let picker: SpPeriodPicker;

  beforeEach(async () => {
    picker = await mount(
      html`<sp-period-picker value="2026-Q4" latest="2026-11-22"></sp-period-picker>`,
    );
  });

  async function pick(selector: string, value: string): Promise<unknown> {
    const told = next(picker, 'sp-period-change');
    const control = find(picker, selector) as HTMLSelectElement;
    control.value = value;
    control.dispatchEvent(new Event('change'));
    return told;
  }

  it('labels every control', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each(['2026-11', '2026-Q4', '2026-H2', '2026', '2026-W40'])(
    'says once what kind of period it is: %s',
    async (value) => {
      picker.value = value;
      await picker.updateComplete;
      const chosen = (find(picker, '#kind') as HTMLSelectElement).selectedOptions[0]?.textContent;
      expect(all(picker, 'label').map((label) => label.textContent)).not.toContain(chosen);
    },
  );

  it('writes the quarter as offices do', () => {
    expect((find(picker, '#period') as HTMLSelectElement).selectedOptions[0]?.textContent).toBe(
      'Quý IV/2026',
    );
  });

  it('goes to the previous period', async () => {
    const told = next(picker, 'sp-period-change');
    find(picker, '.steps button').click();
    expect(await told).toEqual({ period: '2026-Q3', compare: 'year' });
  });

  it('does not go past the current period', () => {
    expect((all(picker, '.steps button')[1] as HTMLButtonElement).disabled).toBe(true);
  });

  it('turns a quarter into the current half-year', async () => {
    expect(await pick('#kind', 'half-year')).toEqual({ period: '2026-H2', compare: 'year' });
  });

  it('turns a quarter into its days so far', async () => {
    expect(await pick('#kind', 'free')).toEqual({
      period: '2026-10-01..2026-11-22',
      compare: 'year',
    });
  });

  it('changes the comparison and keeps the period', async () => {
    expect(await pick('#compare', 'none')).toEqual({ period: '2026-Q4', compare: 'none' });
  });

  it('writes and takes days as all forms do', async () => {
    picker.value = '2026-11-01..2026-11-10';
    await picker.updateComplete;
    expect((find(picker, '#from') as HTMLInputElement).value).toBe('01/11/2026');
    expect(await pick('#to', '12/11/2026')).toEqual({
      period: '2026-11-01..2026-11-12',
      compare: 'year',
    });
    picker.value = '2026-11-05';
    await picker.updateComplete;
    expect(await pick('#period', '3.11.2026')).toEqual({ period: '2026-11-03', compare: 'year' });
    expect(await faults()).toEqual([]);
  });

  it('says how a day is written', async () => {
    picker.value = '2026-11-05';
    await picker.updateComplete;
    const field = find(picker, '#period') as HTMLInputElement;
    field.value = '31/02/2026';
    field.dispatchEvent(new Event('change'));
    await picker.updateComplete;
    expect(find(picker, '[role=alert]').textContent).toContain('22/11/2026');
    expect(picker.value).toBe('2026-11-05');
  });

  it('refuses an end before the start', async () => {
    picker.value = '2026-11-01..2026-11-10';
    await picker.updateComplete;
    const last = find(picker, '#to') as HTMLInputElement;
    last.value = '2026-10-01';
    last.dispatchEvent(new Event('change'));
    await picker.updateComplete;
    expect(find(picker, '[role=alert]').textContent).toContain('sau ngày đầu');
    expect(picker.value).toBe('2026-11-01..2026-11-10');
  });
});
