import { expect, it } from 'vitest';
import { slug } from './slug.js';

it.each([
  ['Sở Nội vụ', 'so-noi-vu'],
  ['  Đài PT–TH tỉnh!  ', 'dai-pt-th-tinh'],
  ['???', 'x'],
])('makes of %s the id %s', (name, id) => {
  expect(slug(name)).toBe(id);
});

it('numbers an id that is taken, and keeps it short', () => {
  expect(slug('Hữu ích', ['huu-ich', 'huu-ich-2'])).toBe('huu-ich-3');
  expect(slug('a'.repeat(90), [], 32)).toHaveLength(28);
});
