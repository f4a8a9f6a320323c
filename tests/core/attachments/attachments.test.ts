import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import { expect, it } from 'vitest'
import type { CustomerId } from '#contract/common.ts'
import { removeUnusedFiles } from '#core/attachments/unused-files.ts'
import { router } from '#core/router.ts'
import { contactDraft } from '../../support/contact.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { visitOf } from '../../support/visit.ts'
import { jpegHead, png } from '../../support/pictures.ts'

async function openDesk() {
  const core = await openTestCore()
  const client = createRouterClient(router, { context: core.context })
  const folder = dirname(core.context.dataFile)
  const customerId = await core.addCustomer({ name: '和顺居' })

  function fileWith(name: string, content: string | Buffer) {
    const path = join(folder, name)
    writeFileSync(path, content)
    return core.context.files.add(path).token
  }

  return Object.assign(core, {
    client,
    folder,
    customerId,
    fileWith,
    add: (files: ReturnType<typeof fileWith>[], id: CustomerId = customerId) =>
      client.attachments.add({ customerId: id, contactId: null, visitId: null, files }),
    list: () => client.attachments.ofCustomer({ customerId }),
    kept: () => keptFiles(core),
  })
}

/** Names of everything in the folder of attachments; nothing is left in transit. */
function keptFiles({ context }: TestCore): string[] {
  const transit = join(dirname(context.dataFile), 'files')
  if (existsSync(transit)) expect(readdirSync(transit)).toEqual([])
  const folder = join(dirname(context.dataFile), 'attachments')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

const refused = (name: string, reason: string) => ({ code: 'ATTACHMENT_REFUSED', data: { name, reason } })

it('keeps copies under their checksum, newest first, and says what they are', async () => {
  await using desk = await openDesk()
  const photo = png(3, 2)
  await desk.add([desk.fileWith('合同.pdf', '%PDF-1.7 合同')])
  await desk.add([desk.fileWith('门头.png', photo)])
  expect(await desk.list()).toMatchObject([
    {
      name: '门头.png',
      mediaType: 'image/png',
      width: 3,
      height: 2,
      isPicture: true,
      isMissing: false,
      size: photo.length,
    },
    { name: '合同.pdf', mediaType: 'application/pdf', width: null, isPicture: false, note: '', staffName: '林晓雨' },
  ])
  expect(desk.kept()).toHaveLength(2)
  for (const name of desk.kept()) expect(name).toMatch(/^[0-9a-f]{64}$/)
  rmSync(join(desk.folder, '门头.png'))
  const [{ id } = { id: 0 }] = await desk.list()
  const picture = await desk.client.attachments.picture({ id: id as never })
  expect(picture).toMatchObject({ name: '门头.png', type: 'image/png' })
  expect(Buffer.from(await picture.arrayBuffer()).equals(photo)).toBe(true)
})

it('keeps the same bytes once, however often they are added', async () => {
  await using desk = await openDesk()
  const other = await desk.addCustomer({ name: '青禾里' })
  const { ids } = await desk.add([desk.fileWith('a.pdf', '%PDF-'), desk.fileWith('b.pdf', '%PDF-')])
  await desk.add([desk.fileWith('c.pdf', '%PDF-')], other)
  expect(ids).toHaveLength(2)
  expect(await desk.list()).toHaveLength(2)
  expect(desk.kept()).toHaveLength(1)
})

it('is undone and done again, and takes its file along only when nothing can bring it back', async () => {
  await using desk = await openDesk()
  const { operationId, ids } = await desk.add([desk.fileWith('合同.pdf', '%PDF-')])
  const [hash = ''] = desk.kept()
  const undone = await desk.client.operations.undo({ id: operationId })
  expect(await desk.list()).toEqual([])
  await removeUnusedFiles(desk.context, [hash])
  expect(desk.kept()).toEqual([hash])

  await desk.client.operations.undo({ id: undone.operationId })
  expect(await desk.list()).toMatchObject([{ id: ids[0], name: '合同.pdf', isMissing: false }])
  const [id] = ids
  if (id === undefined) throw new Error('nothing was added')
  await desk.client.attachments.remove({ id })
  await removeUnusedFiles(desk.context, [hash])
  expect(desk.kept()).toEqual([hash])

  await desk.context.db.deleteFrom('changes').where('table_name', '=', 'attachments').execute()
  await removeUnusedFiles(desk.context, [hash])
  expect(desk.kept()).toEqual([])
})

it('adds all of the files or none', async () => {
  await using desk = await openDesk()
  const good = desk.fileWith('好的.pdf', '%PDF- good')
  await expect(desk.add([good, desk.fileWith('空的.pdf', '')])).rejects.toMatchObject(refused('空的.pdf', 'empty'))
  expect(await desk.list()).toEqual([])
  expect(desk.kept()).toEqual([])
})

it('leaves nothing behind where the card is gone by the time the copies are made', async () => {
  await using desk = await openDesk()
  const file = desk.fileWith('大的.pdf', Buffer.alloc(8_000_000, 1))
  const adding = desk.add([file])
  await desk.client.customers.remove({ selection: { ids: [desk.customerId] } })
  await expect(adding).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'customer' } })
  expect(desk.kept()).toEqual([])
})

it('refuses what cannot be kept, by name', async () => {
  await using desk = await openDesk()
  const { context, folder } = desk
  mkdirSync(join(folder, '文件夹'))
  await expect(desk.add([context.files.add(join(folder, '文件夹')).token])).rejects.toMatchObject(
    refused('文件夹', 'unreadable'),
  )

  const gone = desk.fileWith('不见了.txt', 'x')
  rmSync(join(folder, '不见了.txt'))
  await expect(desk.add([gone])).rejects.toMatchObject(refused('不见了.txt', 'unreadable'))

  const huge = desk.fileWith('太大.mp4', 'x')
  truncateSync(join(folder, '太大.mp4'), 200 * 1024 * 1024 + 1)
  await expect(desk.add([huge])).rejects.toMatchObject(refused('太大.mp4', 'tooLarge'))
  await expect(desk.add([huge])).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'file' } })
  expect(desk.kept()).toEqual([])
})

it('says that a file is missing or not whole, and goes on with the others', async () => {
  await using desk = await openDesk()
  await desk.add([desk.fileWith('门头.png', png())])
  const [hash = ''] = desk.kept()
  await desk.add([desk.fileWith('合同.pdf', '%PDF- whole')])
  const path = join(desk.folder, 'attachments', hash.slice(0, 2), hash)
  const bytes = readFileSync(path)
  const pictures = async () => (await desk.list()).map(({ name, isMissing }) => [name, isMissing])

  truncateSync(path, 10)
  expect(await pictures()).toEqual([
    ['合同.pdf', false],
    ['门头.png', true],
  ])
  rmSync(path)
  const [, lost] = await desk.list()
  if (!lost) throw new Error('the row is gone')
  const fault = await desk.client.attachments.picture({ id: lost.id }).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(ORPCError)
  expect(fault).toMatchObject({ code: 'NOT_FOUND', data: { entity: 'file' } })
  await expect(desk.client.attachments.file({ id: lost.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })

  await desk.add([desk.fileWith('又找到了.png', bytes)])
  expect((await desk.list()).map(({ isMissing }) => isMissing)).toEqual([false, false, false])
})

it('keeps a picture that would choke the page, and does not draw it', async () => {
  await using desk = await openDesk()
  const { ids } = await desk.add([
    desk.fileWith('炸弹.png', png(60_000, 60_000, { realWidth: 1, realHeight: 1 })),
    desk.fileWith('全景.jpg', jpegHead(30_000, 1000)),
  ])
  expect(await desk.list()).toMatchObject([
    { isPicture: false, width: 30_000, height: 1000 },
    { isPicture: false, width: 60_000, height: 60_000 },
  ])
  for (const id of ids)
    await expect(desk.client.attachments.picture({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('gives a file out under its own name, without its place on the disk', async () => {
  await using desk = await openDesk()
  const { ids } = await desk.add([desk.fileWith('报价单.pdf', '%PDF-1.7')])
  const [id] = ids
  if (id === undefined) throw new Error('nothing was added')
  const handle = await desk.client.attachments.file({ id })
  expect(handle).toEqual({ token: expect.any(String), name: '报价单.pdf', size: 8 })
  expect(readFileSync(desk.context.files.pathOf(handle.token), 'utf8')).toBe('%PDF-1.7')
  desk.context.files.forget(handle.token)
  expect(desk.kept()).toHaveLength(1)
})

it('takes a new name and a note, and gives the old ones back', async () => {
  await using desk = await openDesk()
  const { ids } = await desk.add([desk.fileWith('IMG_2031.png', png())])
  const [id] = ids
  if (id === undefined) throw new Error('nothing was added')
  const { operationId } = await desk.client.attachments.edit({ id, name: '后厨\u202E灶台', note: '换灶前' })
  expect(await desk.list()).toMatchObject([{ name: '后厨灶台.png', note: '换灶前' }])
  await desk.client.operations.undo({ id: operationId })
  expect(await desk.list()).toMatchObject([{ name: 'IMG_2031.png', note: '' }])
})

it('belongs to a contact or a visit of the same customer, and outlives both', async () => {
  await using desk = await openDesk()
  const { client, customerId } = desk
  const other = await desk.addCustomer({ name: '青禾里' })
  const { id: contactId } = await client.customers.saveContact(contactDraft(customerId, '陈国梁'))
  const { id: visitId } = await client.visits.save(visitOf(customerId))
  const files = () => [desk.fileWith('名片.png', png())]
  await client.attachments.add({ customerId, contactId, visitId, files: files() })
  expect(await desk.list()).toMatchObject([{ contactId, visitId }])
  await expect(
    client.attachments.add({ customerId: other, contactId, visitId: null, files: files() }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'contact' } })
  await client.customers.removeContact({ id: contactId })
  const { operationId } = await client.visits.remove({ id: visitId })
  expect(await desk.list()).toMatchObject([{ contactId: null, visitId: null }])
  await client.operations.undo({ id: operationId })
  expect(await desk.list()).toMatchObject([{ contactId: null, visitId }])
})

it('goes with its customer and comes back with it', async () => {
  await using desk = await openDesk()
  await desk.add([desk.fileWith('合同.pdf', '%PDF-')])
  const before = await desk.list()
  const { operationId } = await desk.client.customers.remove({ selection: { ids: [desk.customerId] } })
  expect(await desk.list()).toEqual([])
  await desk.client.operations.undo({ id: operationId })
  expect(await desk.list()).toEqual(before)
})

it('is written under the name of who is at the desk, and told in the history', async () => {
  await using desk = await openDesk()
  await desk.add([desk.fileWith('a.txt', 'a'), desk.fileWith('b.txt', 'b')])
  const [latest] = await desk.client.operations.list({ before: null, limit: 1 })
  expect(latest).toMatchObject({ kind: 'addAttachments', subject: { name: '和顺居', count: 2 }, staffName: '林晓雨' })
})

it('looks for every file, and tells whose are missing', async () => {
  await using desk = await openDesk()
  const other = await desk.addCustomer({ name: '青禾里' })
  await desk.add([desk.fileWith('门头.png', png())])
  const [lost = ''] = desk.kept()
  await desk.add([desk.fileWith('合同.pdf', '%PDF-1.7')])
  await desk.add([desk.fileWith('合同副本.pdf', '%PDF-1.7')], other)
  await desk.add([desk.fileWith('同一张.png', png())], other)
  expect(await desk.client.attachments.state()).toEqual({
    count: 4,
    size: png().length + 8,
    missing: [],
    missingCount: 0,
  })

  rmSync(join(desk.folder, 'attachments', lost.slice(0, 2), lost))
  expect(await desk.client.attachments.state()).toEqual({
    count: 4,
    size: 8,
    missing: [
      { id: expect.any(Number), name: '同一张.png', customerId: other, customerName: '青禾里' },
      { id: expect.any(Number), name: '门头.png', customerId: desk.customerId, customerName: '和顺居' },
    ],
    missingCount: 2,
  })
})
