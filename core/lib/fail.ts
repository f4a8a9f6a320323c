import { ORPCError } from '@orpc/contract'
import type { z } from 'zod'
import { domainErrors } from '#contract/errors.ts'

type DomainErrors = typeof domainErrors

/** Ends the request with an error the contract promises. */
export function fail<Code extends keyof DomainErrors>(code: Code, data: z.input<DomainErrors[Code]['data']>): never {
  throw new ORPCError(code, { status: domainErrors[code].status, data })
}
