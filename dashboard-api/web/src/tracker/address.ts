/** Parts of `location` that identify a page. */
export interface Address {
  pathname: string;
  search: string;
  hash: string;
}

/**
 * Returns the page of an address as reports name it: path and query. If `withHash` is set, the site
 * routes by hash, and `/app/#/news/1` is the page `/app/news/1`. A route has a slash or begins with
 * `!`. Any other hash is an anchor within the page, as all hashes are without `withHash`.
 *
 * @param here page that was shown before, which an anchor does not change
 */
export function pageAt(
  { pathname, search, hash }: Address,
  withHash: boolean,
  here?: string,
): string {
  const page = pathname + search;
  const route = hash.replace(/^#!?\/*/, '');
  return (
    withHash && route
      ? /^#!|\//.test(hash)
        ? pathname.replace(/\/*$/, '/') + route
        : here || page
      : page
  ).slice(0, 1024);
}

/** Returns a page or URL without query and fragment. */
export function pathOf(page: string): string {
  return page.replace(/[?#].*/, '');
}
