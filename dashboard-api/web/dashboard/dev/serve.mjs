/** `npm run dashboard`: the dashboard over the mock, reloaded when its files change. */
import { createServer } from 'vite';
import { accounts } from './accounts.mjs';
import { answer } from './mock.mjs';
import { manage } from './manage.mjs';

const mock = { delay: 0, session: accounts.session(true), streams: new Set(), routes: [manage()] };
const api = {
  name: 'mock',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (!request.url.startsWith('/api/')) {
        next();
        return;
      }
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => answer(mock, request, response, body));
    });
  },
};
const server = await createServer({
  configFile: new URL('../vite.config.mjs', import.meta.url).pathname,
  plugins: [api],
  server: { host: '127.0.0.1', port: Number(process.env.PORT ?? 0) },
});
await server.listen();
server.printUrls();
