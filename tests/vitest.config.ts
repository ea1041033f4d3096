import {availableParallelism} from 'node:os';
import {defineConfig} from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.test.ts'],
    globalSetup: ['./national.ts'],
    reporters: ['default', 'json'],
    outputFile: {json: '../.build/test-report.json'},
    maxWorkers: Math.max(1, availableParallelism()),
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
