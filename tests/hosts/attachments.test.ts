import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, it } from 'vitest'
import type { contract } from '#contract/contract.ts'
import { FileHandle } from '#contract/files.ts'
import { png } from '../support/pictures.ts'
import { openWebHost } from '../support/web-host.ts'

it('takes a file up over HTTP, shows the picture and gives the file out again', async () => {
  await using web = await openWebHost()
  const headers = await web.signIn()
  const page: ContractRouterClient<typeof contract> = createORPCClient(
    new RPCLink({ url: `http://${web.host}/rpc`, headers }),
  )
  await page.settings.setUp({
    language: 'zh-CN',
    businessName: '店',
    staffName: '王',
    trade: 'general',
    withSampleData: false,
  })
  const draft = { kind: 'person' as const, name: '王芳', phones: [], values: {}, contact: null }
  const { id: customerId } = await page.customers.create(draft)

  const picture = png(40, 30)
  const type = { 'content-type': 'application/octet-stream', 'content-length': String(picture.length) }
  const name = encodeURIComponent('门头.png')
  const { body } = await web.send('POST', '/upload', { ...type, ...headers, 'x-file-name': name }, picture)
  const { token } = FileHandle.parse(JSON.parse(body))
  const { ids } = await page.attachments.add({ customerId, contactId: null, visitId: null, files: [token] })
  const [id] = ids
  if (id === undefined) throw new Error('nothing was added')

  const shown = await page.attachments.picture({ id })
  expect(shown).toMatchObject({ name: '门头.png', type: 'image/png' })
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true)

  const handle = await page.attachments.file({ id })
  expect(handle).toMatchObject({ name: '门头.png', size: picture.length })
  const link = await web.postJson('/download', { token: handle.token }, headers)
  const file = await web.send('GET', JSON.parse(link.body).path)
  expect(file.headers['content-length']).toBe(String(picture.length))
})
