/** What `sitepulse.js` puts on the page: `window.sitepulse`. */
interface Sitepulse {
  /**
   * Counts a page view: of the page's address, or of another page, as where a part of the page was
   * exchanged without a change of address. Never throws.
   *
   * @param page path (`/tin-tuc/1`) or URL; the address of the page if left out
   * @param title the page's title; that of the document if left out
   */
  view(page?: string, title?: string): void;
  /**
   * Keeps this browser out of the counts of this website (the page's origin), as its editors may
   * wish; kept until it is called with `false`.
   */
  optOut(on: boolean): void;
  /** The site of the script's tag; empty if it tracks none. */
  readonly site: string;
  /** The version of the script. */
  readonly version: string;
}

interface Window {
  /** Missing until the script has run. */
  sitepulse?: Sitepulse;
}
