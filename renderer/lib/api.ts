import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '#contract/contract.ts'
import { connect } from './connect.ts'

/** The core's procedures as plain calls, for what is not shown from the query cache. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(connect())

export const api = createTanstackQueryUtils(client)
