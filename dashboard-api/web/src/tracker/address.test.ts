// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { pageAt } from './address';

const at = (url: string): URL => new URL(url, 'https://portal.vn');

describe('the page at an address', () => {
  it('is path and query', () => {
    expect(pageAt(at('/tin-tuc/1?p=2#muc-3'), false)).toBe('/tin-tuc/1?p=2');
  });

  it('is the route behind the hash if the site routes by hash', () => {
    expect(pageAt(at('/app/#/tin/1?p=2'), true)).toBe('/app/tin/1?p=2');
    expect(pageAt(at('/app#!tin'), true)).toBe('/app/tin');
    expect(pageAt(at('/app/?x=1'), true)).toBe('/app/?x=1');
  });

  it.each([
    ['/app/#top', '/app/'],
    ['/app/?x=1#muc-3', '/app/?x=1'],
    ['/app/#', '/app/'],
    ['/app/#a=1&b=2', '/app/'],
    ['/app/?x=1#/', '/app/?x=1'],
    ['/app/#Đầu', '/app/'],
  ])('is not an anchor, even if the site routes by hash: %s', (url, page) => {
    expect(pageAt(at(url), true)).toBe(page);
  });

  it('stays when an anchor of a hash route is followed', () => {
    expect(pageAt(at('/app/#top'), true, '/app/tin/1')).toBe('/app/tin/1');
  });

  it('is limited to the length the collector accepts', () => {
    expect(pageAt(at('/' + 'a'.repeat(3000)), false)).toHaveLength(1024);
  });
});
