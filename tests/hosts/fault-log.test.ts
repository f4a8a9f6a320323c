import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { expect, it } from 'vitest'
import { fail } from '#core/lib/fail.ts'
import { faultLog } from '../../hosts/fault-log.ts'
import { openWebHost } from '../support/web-host.ts'

it('notes the procedure and where the fault rose, and nothing that could name a customer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-log-'))
  const logFaults = faultLog(folder)
  const fault = Object.assign(new TypeError('王芳 138 5712 0463'), { code: 'SQLITE_CORRUPT' })
  await expect(logFaults({ path: ['visits', 'save'], next: () => Promise.reject(fault) })).rejects.toBe(fault)
  const text = readFileSync(join(folder, 'logs/shuke.log'), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ procedure: 'visits.save', error: 'TypeError', code: 'SQLITE_CORRUPT' })
  expect(JSON.parse(text).frames[0]).toContain('fault-log.test')
  expect(text).not.toMatch(/王芳|5712/)
  rmSync(folder, { recursive: true })
})

it('leaves out what the user was told and can mend', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-log-'))
  const told = new ORPCError('NOT_FOUND')
  await expect(faultLog(folder)({ path: ['a'], next: () => Promise.reject(told) })).rejects.toBe(told)
  expect(() => readFileSync(join(folder, 'logs/shuke.log'))).toThrow('ENOENT')
  rmSync(folder, { recursive: true })
})

it('hears of faults behind a real request', async () => {
  await using host = await openWebHost()
  const { authorization } = await host.signIn()
  host.core.context.database.sqlite.exec('DROP TABLE staff')
  const { status, body } = await host.postJson('/rpc/settings/start', {}, { authorization })
  expect(status).toBe(500)
  expect(body).not.toContain('staff')
  const log = readFileSync(join(host.core.context.dataFile, '../logs/shuke.log'), 'utf8')
  expect(JSON.parse(log)).toMatchObject({ procedure: 'settings.start', error: 'SqliteError' })
})

it('takes a refusal for no fault: it has a status of its own and is not noted', async () => {
  await using host = await openWebHost()
  const { authorization } = await host.signIn()
  const { status, body } = await host.postJson('/rpc/customers/card', { json: { id: 4711 } }, { authorization })
  expect(status).toBe(404)
  expect(JSON.parse(body)).toMatchObject({ json: { code: 'NOT_FOUND', defined: true, data: { id: 4711 } } })
  expect(() => readFileSync(join(host.core.context.dataFile, '../logs/shuke.log'))).toThrow('ENOENT')
})

it.each([
  ['RULE_BROKEN', { rule: 'purged' }, 409],
  ['BAD_VALUE', { field: 'name', problem: 'required' }, 422],
  ['DISK_FULL', {}, 507],
] as const)('gives %s a status that the contract knows, so that its data reach the page', (code, data, status) => {
  expect(() => fail(code, data)).toThrow(expect.objectContaining({ code, status, data }))
})
