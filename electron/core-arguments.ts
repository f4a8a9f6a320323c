const known = ['data', 'clock'] as const

/** What of the program's own command line is meant for the core. The rest is Chromium's, or nobody's. */
export function coreArguments(args: readonly string[]): string[] {
  const isFor = (arg: string) => arg === '--demo' || known.some((name) => arg.startsWith(`--${name}=`))
  return args.flatMap((arg, index) => {
    if (isFor(arg)) return [arg]
    const value = args[index + 1]
    return known.some((name) => arg === `--${name}`) && value !== undefined ? [`${arg}=${value}`] : []
  })
}
