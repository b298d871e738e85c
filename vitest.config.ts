import { defineConfig } from 'vitest/config';

// A default export is what vitest reads. Two workers: the tests are made for two cores, and PostgreSQL needs some of them.
export default defineConfig({
  test: {
    maxWorkers: 2,
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      { test: { name: 'src', include: ['src/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'tools', include: ['tools/**/*.test.ts'], testTimeout: 180_000 } },
      {
        test: {
          name: 'scenarios',
          include: ['scenarios/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
