import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/chromium.js';
import { target } from './support/paths.js';

export default defineConfig({
  testMatch: '**/*.spec.js',
  outputDir: target('browser'),
  // each has a server of its own; most of their time they wait
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // generous: a machine that is busy with something else is no defect
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['./support/closing-line.js']],
  use: {
    launchOptions: await launchOptions(),
    viewport: { width: 1280, height: 800 },
    actionTimeout: 60_000,
    trace: 'retain-on-failure',
  },
});
