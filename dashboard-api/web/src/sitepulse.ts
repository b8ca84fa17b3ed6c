import { defineCounter } from './counter/define';
import { guarded, notCounted, startDebugging } from './builtins';
import { definePoll } from './poll/lazy-poll';
import { shared } from './shared';
import { read } from './storage';
import { optOut, track } from './tracker/tracker';

/**
 * Finds the element with the settings, wherever an optimiser has put the code: the tag that runs, if
 * it names the site, else any tag that has the script's name, or names both site and server.
 */
function settings(): HTMLScriptElement | null {
  const running = document.currentScript as HTMLScriptElement | null;
  return running && running.dataset['site']
    ? running
    : document.querySelector('[src*="sitepulse.js"],[data-site][data-host]') || running;
}

/** Starts the parts that the script tag asks for. A second tag on the same page is ignored, and told if its site is another. */
function start(): void {
  const script: Partial<HTMLScriptElement> = settings() || {};
  const data = script.dataset || {};
  const site = data['site'] || '';
  // An element with the id "sitepulse" is also window.sitepulse.
  const earlier = window.sitepulse;
  if (earlier && earlier.version) {
    if (earlier.site !== site) {
      notCounted(site);
    }
    return;
  }
  const source = data['host'] || script.src || '';
  const [host] = /^https?:..[^/]+/.exec(source) || [];
  // Code that was joined with other code has neither its name nor its settings.
  if (!host || !(site || source.includes('sitepulse.js'))) {
    notCounted('data-host', source);
    return;
  }
  const nonce = data['nonce'] || script.nonce || '';
  if ('debug' in data || read('sitepulse.debug')) {
    startDebugging();
  }
  const view =
    site && location.protocol.startsWith('http')
      ? track({
          host,
          site,
          heartbeat: (Number(data['heartbeat']) || 60) * 1000,
          hash: 'hash' in data,
          manual: 'manual' in data,
        })
      : () => undefined;
  window.sitepulse = {
    view: guarded(view),
    optOut: guarded(optOut),
    site,
    version: __VERSION__,
  };
  (window as unknown as Record<symbol, unknown>)[Symbol.for('sitepulse')] = { shared };
  defineCounter({ host, site, nonce });
  definePoll({ host, nonce, integrity: data['pollIntegrity'] || '' });
}

start();
