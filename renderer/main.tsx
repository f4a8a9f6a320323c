import './lib/page-policy.ts'

// Not a plain import: a bundler may put modules in a chunk that runs before this file, and the policy must come first.
void import('./app/start.tsx')
