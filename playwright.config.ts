import { defineConfig } from '@playwright/test'
import { chromiumPath } from './build/chromium.ts'

const executablePath = chromiumPath()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.reports/e2e',
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  // A machine that is busy with something else; what passes at the second try is reported as flaky.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox', '--font-render-hinting=none'],
    },
    screenshot: 'only-on-failure',
  },
})
