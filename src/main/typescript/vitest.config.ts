import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const ON_A_SERVER = 'test/hooks/*-server.test.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'client',
          include: ['test/**/*.test.ts'],
          exclude: ['test/hooks/**'],
          typecheck: { enabled: true, include: ['test/**/*.test-d.ts'] },
        },
      },
      {
        extends: true,
        plugins: [svelte(), svelteTesting()],
        test: {
          name: 'hooks',
          environment: 'happy-dom',
          include: ['test/hooks/*.test.ts'],
          exclude: [ON_A_SERVER],
        },
      },
      {
        extends: true,
        plugins: [svelte()],
        test: { name: 'hooks on a server', include: [ON_A_SERVER] },
      },
    ],
  },
});
