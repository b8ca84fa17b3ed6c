import { guarded } from '../builtins';
import { el } from '../widget/dom';
import { define, type Content } from '../widget/widget';

/** Location of the poll script and its attributes for the page's Content Security Policy. */
export interface PollScript {
  host: string;
  nonce: string;
  /** Subresource integrity of the second script, empty for none. */
  integrity: string;
}

/** Fills an element. Provided by the second script. */
export type OpenPoll = (host: HTMLElement, script: PollScript) => Content;

let openPoll: OpenPoll | undefined;
const waiting = new Set<() => void>();

/** Fills the present elements and later ones. Called by the second script. */
export function fillPolls(open: OpenPoll): void {
  openPoll = open;
  waiting.forEach((fill) => {
    fill();
  });
}

/**
 * `<sitepulse-poll>`: a live poll.
 *
 * Attributes: `poll` (its id), `lang` (`vi`, `en`, default: that of the page), `theme` (`light`,
 * `dark`, `auto`, default: the page's `color-scheme`), `heading-level` (1 to 6, default 2).
 *
 * Parts: `base`, `form`, `question`, `message`, `hint`, `option`, `label`, `input`, `bar`,
 * `bar-fill`, `figures`, `buttons`, `button`, `error`, `participants`, `note`, `assurance`, `stale`.
 *
 * CSS properties: `--sitepulse-color`, `--sitepulse-background`, `--sitepulse-muted`,
 * `--sitepulse-border`, `--sitepulse-accent`, `--sitepulse-on-accent`, `--sitepulse-track`,
 * `--sitepulse-error`, `--sitepulse-radius`, `--sitepulse-padding`.
 *
 * Slots and events: none. The content of the element is shown until its script has loaded.
 *
 * The element loads its own code when the first one appears, also in a shadow root, where an
 * observer of the page would not find it.
 */
export function definePoll(script: PollScript): void {
  let asked = false;
  define('sitepulse-poll', ['poll', 'lang', 'theme', 'heading-level'], (host) => {
    let content: Content | undefined;
    const fill = guarded(() => {
      content = openPoll && openPoll(host, script);
    });
    if (openPoll) {
      fill();
    } else {
      waiting.add(fill);
      if (!asked) {
        asked = true;
        load(script);
      }
    }
    return {
      update() {
        if (content) {
          content.update();
        }
      },
      close() {
        waiting.delete(fill);
        if (content) {
          content.close();
        }
      },
    };
  });
}

function load({ host, nonce, integrity }: PollScript): void {
  document.head.append(
    el('script', {
      nonce,
      // Each version has its own address, so that the two scripts match.
      src: trusted(`${host}/sitepulse-poll.js?v=${__VERSION__}`),
      ...((integrity && { integrity, crossorigin: 'anonymous' }) as object),
    }),
  );
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/**
 * Creates a trusted script URL. Pages with `require-trusted-types-for 'script'` allow the policy
 * `sitepulse`.
 */
function trusted(url: string): string {
  try {
    return (window as unknown as { trustedTypes: TrustedTypes }).trustedTypes
      .createPolicy('sitepulse', { createScriptURL: (same) => same })
      .createScriptURL(url);
  } catch {
    return url;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sitepulse-poll': HTMLElement;
  }
}
