import { beforeEach, describe, expect, it } from 'vitest';
import { match, navigate, startRouter, to, withQuery, type Place, type Route } from './router.js';

const route = (path: string): Route => ({
  path,
  tag: `x-${path.length.toString()}`,
  load: () => Promise.resolve(),
  title: () => path,
});
const table = [route(''), route('site/:id'), route('polls'), route('polls/:id')];
const seen: (Place | undefined)[] = [];
const last = (): Place | undefined => seen.at(-1);
startRouter(table, (place) => seen.push(place));

beforeEach(() => {
  navigate('/dashboard/');
});

describe('router', () => {
  it('finds the view of an address with its parts', () => {
    expect(match(table, '/dashboard/', '')?.route.path).toBe('');
    expect(match(table, '/dashboard', '')?.route.path).toBe('');
    expect(match(table, '/dashboard/polls/', '')?.route.path).toBe('polls');
    const place = match(table, '/dashboard/site/so-y-te.vn', '?period=2026-Q4');
    expect(place?.params).toEqual({ id: 'so-y-te.vn' });
    expect(place?.query.get('period')).toBe('2026-Q4');
  });

  it('finds no view for an unknown address', () => {
    expect(match(table, '/dashboard/nothing', '')).toBeUndefined();
    expect(match(table, '/dashboards', '')).toBeUndefined();
    expect(match(table, '/dashboard/site/%E0%A4%A', '')?.params['id']).toBe('%E0%A4%A');
  });

  it('calls back after every change of the address', () => {
    navigate(to('site/a.vn', { period: '2026' }));
    expect(last()?.params['id']).toBe('a.vn');
    expect(location.search).toBe('?period=2026');
  });

  it('changes part of a query, and keeps the rest', () => {
    navigate(to('site/a.vn', { period: '2026', page: ['/a', '/b'] }));
    const place = last();
    expect(place && withQuery(place, { page: ['/b'], compare: 'year' })).toBe(
      '/dashboard/site/a.vn?period=2026&page=%2Fb&compare=year',
    );
    expect(place && withQuery(place, { page: undefined })).toBe('/dashboard/site/a.vn?period=2026');
  });

  it('follows links within the dashboard, from within shadow roots too', () => {
    const host = document.createElement('div');
    const link = document.createElement('a');
    link.href = '/dashboard/polls/p';
    host.attachShadow({ mode: 'open' }).append(link);
    document.body.append(host);
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(last()?.params['id']).toBe('p');
  });

  it.each([{ ctrlKey: true }, { button: 1 }])('leaves %o to the browser', (how) => {
    const link = document.createElement('a');
    link.href = '/dashboard/polls';
    document.body.append(link);
    const click = new MouseEvent('click', {
      bubbles: true,
      composed: true,
      cancelable: true,
      ...how,
    });
    link.addEventListener('click', (event) => {
      expect(event.defaultPrevented).toBe(false);
    });
    link.dispatchEvent(click);
    expect(last()?.route.path).toBe('');
  });
});
