import { describe, expect, it } from 'vitest';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';
import { english } from './guide.en.js';
import type { Guide } from './guide.js';
import { vietnamese } from './guide.vi.js';

describe('help', () => {
  it('guides editors by content system, with the code of this server', async () => {
    await stage.open('help', 'Dành cho biên tập viên');
    expect(stage.text()).toContain('footer_only.tpl');
    expect(stage.text()).toContain(`${location.origin}/sitepulse.js`);
    expect(await faults()).toEqual([]);
  });

  it('has a guide for each topic of the address', async () => {
    await stage.open('help?topic=operator', './sitepulse audit');
    expect(stage.text()).not.toContain('footer_only.tpl');
  });

  it.each(['editor', 'manager', 'operator'])('has no heading twice: %s', async (topic) => {
    await stage.open(`help?topic=${topic}`, 'Dành cho');
    const article = stage.need('article.guide');
    const headings = [...article.querySelectorAll('h2, h3')].map((one) => one.textContent);
    expect(new Set(headings).size).toBe(headings.length);
    for (const copy of article.querySelectorAll('sp-copy')) {
      expect(headings).not.toContain(copy.label);
    }
  });

  it('is complete in both languages', () => {
    const shape = (guides: readonly Guide[]): unknown =>
      guides.map(({ id, chapters }) => [
        id,
        chapters.map((one) => [one.text?.length, one.steps?.length, one.code !== undefined]),
      ]);
    expect(shape(vietnamese)).toEqual(shape(english));
  });

  it('has code in the language of the guide', () => {
    const code = (guides: readonly Guide[]): string =>
      guides.flatMap(({ chapters }) => chapters.map((one) => one.code ?? '')).join('\n');
    expect(code(english)).toContain('embed/counter?site=ID&amp;lang=en" title="Number of visits"');
    expect(code(english)).toContain('counters.svg?lang=en" alt="Number of visits"');
    expect(code(english)).not.toContain('lượt');
    expect(code(vietnamese)).toContain('counters.svg" alt="Số lượt truy cập"');
    expect(code(english)).toContain('./sitepulse backup --data');
  });
});
