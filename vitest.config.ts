import { defineConfig } from 'vitest/config'

// Processes killed, browsers attacked, real and hostile files parsed, installers packed: left to `npm test`, so that
// `npm run check` stays under a minute.
const slow = [
  'tests/core/kill.test.ts',
  'tests/core/import/{real-files,round-trip}.test.ts',
  'tests/core/sheets/{hostile-files,read-workbook}.test.ts',
  'tests/hosts/browser-attacks.test.ts',
  'tests/packaging/package.test.ts',
  'tests/walls.test.ts',
]

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**', ...slow] },
      },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
})
