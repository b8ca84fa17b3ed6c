/** API that `sitepulse.js` adds to the page as `window.sitepulse`. */
interface Sitepulse {
  /**
   * Counts a page view, for example after part of the page was replaced without a change of
   * address. Never throws.
   *
   * @param page path (`/tin-tuc/1`) or URL, by default the address of the page
   * @param title title of the page, by default that of the document
   */
  view(page?: string, title?: string): void;
  /**
   * Excludes this browser from the counts of this website (the origin of the page), for example for
   * its editors. Lasts until a call with `false`.
   */
  optOut(on: boolean): void;
  /** Site of the script tag, empty if it tracks none. */
  readonly site: string;
  /** Version of the script. */
  readonly version: string;
}

interface Window {
  /** Undefined until the script has run. */
  sitepulse?: Sitepulse;
}
