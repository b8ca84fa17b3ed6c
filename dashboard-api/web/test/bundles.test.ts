// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { BUDGET, BUNDLES, bundle, compressed } from '../build/bundles.mjs';

describe.each(BUNDLES)('%s.js', (name) => {
  it('is within its budget and uses ES2019 only', async () => {
    const code = await bundle(name);
    expect(compressed(code)).toBeLessThanOrEqual(BUDGET);
    expect(code).not.toMatch(/\?\?|\?\.[a-z([]|^import |^export /m);
  }, 60_000);
});
