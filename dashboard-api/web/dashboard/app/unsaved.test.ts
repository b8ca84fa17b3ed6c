import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onQuestion, type Question } from './question.js';
import { forgetKept, keepUnsaved, leave, takeKept, watchForm } from './unsaved.js';

let asked: Question[] = [];
let ends: (() => void)[] = [];
let dirty = true;

beforeEach(() => {
  asked = [];
  dirty = true;
  const kept = { name: 'sites/a.vn', base: { name: 'A' }, draft: { name: 'B' } };
  ends = [
    onQuestion((question) => {
      asked.push(question);
    }),
    watchForm({ isDirty: () => dirty, kept: () => kept }),
  ];
});
afterEach(() => {
  ends.forEach((end) => {
    end();
  });
  forgetKept();
});

/** Returns true if closing the page would ask. */
function closingAsks(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('unsaved input', () => {
  it('is left only after a question', () => {
    const go = vi.fn();
    leave(go);
    expect(go).not.toHaveBeenCalled();
    expect(asked[0]?.heading).toBe('Rời khỏi mà không lưu?');
    asked[0]?.go();
    expect(go).toHaveBeenCalledOnce();
    expect(closingAsks()).toBe(true);
  });

  it('asks nothing without changes, or when the form is gone', () => {
    const go = vi.fn();
    dirty = false;
    leave(go);
    expect(closingAsks()).toBe(false);
    dirty = true;
    ends[1]?.();
    leave(go);
    expect(closingAsks()).toBe(false);
    expect(go).toHaveBeenCalledTimes(2);
    expect(asked).toEqual([]);
  });

  it('is kept for its account, once', () => {
    keepUnsaved('an');
    expect(takeKept('an', 'sites/b.vn')).toBeUndefined();
    expect(takeKept('an', 'sites/a.vn')?.draft).toEqual({ name: 'B' });
    expect(takeKept('an', 'sites/a.vn')).toBeUndefined();
  });

  it('is not shown to another account', () => {
    keepUnsaved('an');
    expect(takeKept('binh', 'sites/a.vn')).toBeUndefined();
    expect(takeKept('an', 'sites/a.vn')).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });
});
