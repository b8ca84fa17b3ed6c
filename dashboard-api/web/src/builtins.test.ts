import { describe, expect, it, vi } from 'vitest';
import { guarded, shown, uuid } from './builtins';

describe('built-ins', () => {
  it('make UUIDs of version 4', () => {
    const made = new Set(Array.from({ length: 500 }, uuid));
    expect(made.size).toBe(500);
    for (const id of made) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('catch exceptions of callbacks', () => {
    const fail = guarded(() => {
      throw new Error('mine');
    });
    expect(fail).not.toThrow();
  });

  it('treat a prerendered page as hidden', () => {
    expect(shown()).toBe(true);
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    expect(shown()).toBe(false);
    Reflect.deleteProperty(document, 'prerendering');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    expect(shown()).toBe(false);
    vi.restoreAllMocks();
  });
});
