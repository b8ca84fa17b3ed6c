/** Parts of `location` that identify a page. */
export interface Address {
  pathname: string;
  search: string;
  hash: string;
}

/**
 * Returns the page of an address as reports name it: path and query. If `withHash` is set, the site
 * routes by hash, and `/app/#/news/1` is the page `/app/news/1`. Otherwise the hash is ignored.
 */
export function pageAt(address: Address, withHash: boolean): string {
  const route = withHash ? address.hash.replace(/^#!?\/*/, '') : '';
  return (
    route ? address.pathname.replace(/\/*$/, '/') + route : address.pathname + address.search
  ).slice(0, 1024);
}
