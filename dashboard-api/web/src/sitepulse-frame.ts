/**
 * Gives the frames of this server in a page the height of their content. The pages in the frames
 * tell it, see `page.js`. Other senders and values are ignored.
 */
const { origin: server } = new URL((document.currentScript as HTMLScriptElement).src);
const HIGHEST = 5000;

addEventListener('message', (event: MessageEvent<{ sitepulseHeight?: unknown } | null>) => {
  const height = event.data && event.data.sitepulseHeight;
  if (event.origin === server && typeof height === 'number' && height > 0 && height < HIGHEST) {
    document.querySelectorAll('iframe').forEach((frame) => {
      if (frame.contentWindow === event.source) {
        frame.style.height = `${Math.ceil(height)}px`;
      }
    });
  }
});

// Frames that were loaded before this script have told their height already. One that is still being
// loaded has another origin until then, so any may read this.
document.querySelectorAll('iframe').forEach(({ src: address, contentWindow }) => {
  if (contentWindow && address.startsWith(`${server}/embed/`)) {
    contentWindow.postMessage('sitepulse.height', '*');
  }
});

export {};
