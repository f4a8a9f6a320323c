import type { Page } from '@playwright/test'

/** Asks the core as the page does, to arrange what a test is not about. Not for what the test looks at. */
export async function rpc<Answer>(page: Page, path: string, input: unknown): Promise<Answer> {
  const answer = await page.evaluate(
    async ({ path, input }) => {
      const response = await fetch(`/rpc/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${sessionStorage.getItem('shuke.session')}`,
        },
        body: JSON.stringify({ json: input }),
      })
      return { ok: response.ok, text: await response.text() }
    },
    { path, input },
  )
  if (!answer.ok) throw new Error(`${path}: ${answer.text}`)
  return JSON.parse(answer.text).json
}
