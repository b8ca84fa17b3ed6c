/** A guide for one kind of reader. */
export interface Guide {
  /** Last part of its address: `help?topic=editor`. */
  readonly id: 'editor' | 'manager' | 'operator';
  readonly title: string;
  readonly lead: string;
  readonly chapters: readonly Chapter[];
}

/** A chapter. Its steps are numbered, its code can be copied. */
export interface Chapter {
  readonly title: string;
  readonly text?: readonly string[];
  readonly steps?: readonly string[];
  readonly code?: string;
}

/** Code in the guides. `HOST` becomes the address of this server, the reader replaces `ID` and `POLL`. */
export const SNIPPETS = {
  script: '<script async src="HOST/sitepulse.js" data-site="ID"></script>',
  counter:
    '<sitepulse-counter style="display:block;min-height:7.5em"></sitepulse-counter>\n' +
    '<sitepulse-poll poll="POLL" style="display:block;min-height:20em"></sitepulse-poll>',
  iframe:
    '<iframe src="HOST/embed/counter?site=ID" title="Số lượt truy cập" width="300" height="170" style="border:0"></iframe>',
  image: '<img src="HOST/api/sites/ID/counters.svg" alt="Số lượt truy cập">',
  policy: 'script-src HOST; connect-src HOST; img-src HOST; frame-src HOST',
} as const;
