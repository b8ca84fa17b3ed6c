import { defineCounter } from './counter/define';
import { debug, guarded, startDebugging } from './builtins';
import { definePoll } from './poll/lazy-poll';
import { shared } from './shared';
import { read } from './storage';
import { optOut, track } from './tracker/tracker';

/** Starts the parts that the script tag asks for. A second tag on the same page is ignored. */
function start(): void {
  const script =
    (document.currentScript as HTMLScriptElement | null) ||
    document.querySelector<HTMLScriptElement>('script[src*="sitepulse.js"]');
  // An element with the id "sitepulse" is also window.sitepulse.
  if (!script || (window.sitepulse && window.sitepulse.version)) {
    return;
  }
  const data = script.dataset;
  const host = new URL(script.src).origin;
  const site = data['site'] || '';
  const nonce = data['nonce'] || script.nonce || '';
  if ('debug' in data || read('sitepulse.debug') === '1') {
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
  debug('started', window.sitepulse, host);
}

guarded(start)();
