/** The parts of `location` that make a page. */
export interface Address {
  pathname: string;
  search: string;
  hash: string;
}

/**
 * The page at an address, as reports name it: path and query. Where `withHash` says that the site
 * keeps its pages behind the hash, `/app/#/news/1` is the page `/app/news/1`; otherwise the hash is
 * a place within a page.
 */
export function pageAt(address: Address, withHash: boolean): string {
  const route = withHash ? address.hash.replace(/^#!?\/*/, '') : '';
  return (
    route ? address.pathname.replace(/\/*$/, '/') + route : address.pathname + address.search
  ).slice(0, 1024);
}
