import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __VERSION__: '"test"' },
  test: {
    environment: 'happy-dom',
    // axe walks whole views; a shared machine is slow at it.
    testTimeout: 20_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'dashboard/**/*.test.ts'],
  },
});
