import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isConnected } from './connection.ts'
import { showError } from './show-error.ts'

declare module '@tanstack/react-query' {
  interface Register {
    /** `ownErrors`: the form shows what went wrong itself, beside the field. */
    queryMeta: { ownErrors?: boolean }
    mutationMeta: { ownErrors?: boolean }
  }
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error, { meta }) {
      if (!meta?.ownErrors && isConnected()) showError(error)
    },
  }),
  mutationCache: new MutationCache({
    onError(error, _variables, _result, { meta }) {
      if (!meta?.ownErrors) showError(error)
    },
    // The core answers in milliseconds and only what is on screen is asked again,
    // so after any write everything is stale: no feature keeps a list of what it touched.
    onSuccess: () => {
      void queryClient.invalidateQueries()
    },
  }),
  defaultOptions: {
    // 'always': the core is on this machine, so being offline means nothing here.
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
})
