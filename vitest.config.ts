import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './cli/find-browser.ts';

const executablePath = findBrowser();
/** Chromium refuses its sandbox to root, which is who one is in most containers. */
const asRoot = process.getuid?.() === 0;

/** A test in the built extension starts a browser, loads the model and answers pages; milliseconds. */
const E2E_TIMEOUT = 180_000;

const neverTests = ['**/node_modules/**', 'dist/**', 'out/**', '.venv/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,cli,demo,test}/**/*.test.ts'],
          exclude: [...neverTests, '**/*.browser.test.ts', '**/*.e2e.test.ts', '**/*.survey.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: neverTests,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: asRoot ? ['--no-sandbox'] : [],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/**/*.e2e.test.ts'],
          exclude: neverTests,
          fileParallelism: false,
          testTimeout: E2E_TIMEOUT,
          hookTimeout: E2E_TIMEOUT,
        },
      },
      {
        // Hundreds of pages one after the other: a measurement to be asked for, not part of every run.
        test: {
          name: 'survey',
          environment: 'node',
          include: ['test/**/*.survey.test.ts'],
          exclude: neverTests,
          fileParallelism: false,
          testTimeout: E2E_TIMEOUT,
          hookTimeout: E2E_TIMEOUT,
        },
      },
    ],
  },
});
