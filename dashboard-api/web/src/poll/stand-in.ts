import { guarded } from '../natives';
import { define, type Content } from '../widget/widget';

/** Where the poll's script lies, and what the page's policy wants of it. */
export interface PollScript {
  host: string;
  nonce: string;
  /** Subresource integrity of the second script; empty: none. */
  integrity: string;
}

/** How the second script fills an element. */
export type OpenPoll = (host: HTMLElement, script: PollScript) => Content;

/** Under this key of the window the second script finds whom to hand its function to. */
export const HANDOVER = Symbol.for('sitepulse.poll');

type Handover = Record<typeof HANDOVER, ((open: OpenPoll) => void) | undefined>;

/** Gives a function to the waiting elements. Called by the second script. */
export function handOver(open: OpenPoll): void {
  (window as unknown as Handover)[HANDOVER]?.(open);
}

/**
 * Defines `<sitepulse-poll>` as an element that fetches its own code when the first one appears,
 * also in a shadow root, where no observer of the page would find it.
 */
export function definePoll(script: PollScript): void {
  let openPoll: OpenPoll | undefined;
  let asked = false;
  const waiting = new Set<() => void>();

  (window as unknown as Handover)[HANDOVER] = guarded((open) => {
    openPoll = open;
    waiting.forEach((fill) => {
      fill();
    });
    waiting.clear();
  });

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
  const script = document.createElement('script');
  script.async = true;
  script.nonce = nonce;
  if (integrity) {
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
  }
  script.src = trusted(`${host}/sitepulse-poll.js`);
  document.head.append(script);
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Pages with `require-trusted-types-for 'script'` allow the policy `sitepulse`. */
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
