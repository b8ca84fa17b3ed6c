import { openPoll } from './poll/poll';
import { shared } from './shared';

shared.fillPolls((host, script) => {
  // Loaded once. A page that pins its scripts has no digest of this one, and works without it.
  if (!script.integrity) {
    import(/* @vite-ignore */ `${script.host}/sitepulse-share.js?v=${__VERSION__}`).catch(() => 0);
  }
  return openPoll(host, script);
});
