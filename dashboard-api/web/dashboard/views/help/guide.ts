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
  /** Label of the code, other than the title above it. */
  readonly codeLabel?: string;
}

/** Code in the guides. `HOST` becomes the address of this server, the reader replaces `ID` and `POLL`. */
const CODE = {
  script: '<script async src="HOST/sitepulse.js" data-site="ID"></script>',
  counter:
    '<sitepulse-counter style="display:block;min-height:7.5em"></sitepulse-counter>\n' +
    '<sitepulse-poll poll="POLL" style="display:block;min-height:20em"></sitepulse-poll>',
  policy: 'script-src HOST; connect-src HOST; img-src HOST; frame-src HOST',
  backup: './sitepulse backup --data /srv/sitepulse --to /srv/backup',
  doctor: './sitepulse doctor --url HOST',
};

interface Snippets extends Readonly<typeof CODE> {
  readonly iframe: string;
  readonly image: string;
}

/**
 * Code for a guide in a language.
 *
 * @param label what screen readers say of a counter
 * @param query addition to the address of a frame
 */
function snippets(label: string, query: string): Snippets {
  return {
    ...CODE,
    iframe: `<iframe src="HOST/embed/counter?site=ID${query}" title="${label}" width="300" height="170" style="border:0"></iframe>`,
    image: `<img src="HOST/api/sites/ID/counters.svg${query.replace('&amp;', '?')}" alt="${label}">`,
  };
}

export const SNIPPETS = {
  vi: snippets('Số lượt truy cập', ''),
  en: snippets('Number of visits', '&amp;lang=en'),
} as const;
