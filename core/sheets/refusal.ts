import type { FileProblem } from '#contract/errors.ts'

/** A file turned away. `problem` is for the person; the message adds what was seen, for the log. */
export class SheetRefusal extends Error {
  override name = 'SheetRefusal'

  readonly problem: FileProblem

  constructor(problem: FileProblem, detail = '') {
    super(detail ? `${problem}: ${detail}` : problem)
    this.problem = problem
  }
}

export function refuse(problem: FileProblem, detail = ''): never {
  throw new SheetRefusal(problem, detail)
}
