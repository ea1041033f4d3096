import {join} from 'node:path';
import {defineConfig} from 'vitest/config';

const needsTheNation = ['tests/national/**/*.test.ts', 'tests/browser/**/*.test.ts'];

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    reporters: ['default', 'json'],
    outputFile: {json: '.build/test-report.json'},
    testTimeout: 120_000,
    hookTimeout: 600_000,
    // What is waited for may take its time on a busy machine; what is wrong stays wrong.
    expect: {poll: {timeout: 30_000, interval: 50}},
    projects: [
      {
        extends: true,
        test: {name: 'small', include: ['tests/**/*.test.ts'], exclude: needsTheNation},
      },
      {
        extends: true,
        // Two nights at national size, landed and published once for the whole suite.
        test: {name: 'national', include: needsTheNation, globalSetup: ['tests/national/setup.ts']},
      },
    ],
  },
});
