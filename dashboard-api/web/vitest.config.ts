import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __VERSION__: '"test"' },
  test: {
    environment: 'happy-dom',
    // axe checks whole views, which is slow on a shared machine.
    testTimeout: 20_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'dashboard/**/*.test.ts'],
  },
});
