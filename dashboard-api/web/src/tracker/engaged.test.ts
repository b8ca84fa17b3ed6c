// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { engaged, USED_FOR } from './engaged';

describe('engaged time', () => {
  it('runs while the page is visible and used', () => {
    const time = engaged(0);
    time.visible(true, 0);
    time.used(20_000);
    expect(time.take(40_000)).toBe(40_000);
  });

  it('ends half a minute after the last input', () => {
    const time = engaged(0);
    time.visible(true, 0);
    time.used(5000);
    expect(time.take(600_000)).toBe(5000 + USED_FOR);
  });

  it('begins again with the next input', () => {
    const time = engaged(0);
    time.visible(true, 0);
    time.take(100_000);
    time.used(200_000);
    expect(time.take(210_000)).toBe(10_000);
  });

  it('stands still while hidden', () => {
    const time = engaged(0);
    time.visible(true, 0);
    time.visible(false, 10_000);
    time.used(15_000);
    time.visible(true, 20_000);
    expect(time.take(25_000)).toBe(15_000);
  });

  it('is taken once', () => {
    const time = engaged(0);
    time.visible(true, 0);
    expect(time.take(10_000)).toBe(10_000);
    expect(time.take(10_000)).toBe(0);
  });

  it('is zero for a page that was never visible', () => {
    expect(engaged(0).take(50_000)).toBe(0);
  });
});
