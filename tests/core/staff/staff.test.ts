import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '#contract/common.ts'
import { staffAtDesk } from '#core/lib/preferences.ts'
import { operationsBefore } from '#core/operations/operation-queries.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { staffMembers } from '#core/settings/settings-queries.ts'
import { setAtDesk } from '#core/staff/desk.ts'
import { waitAfter } from '#core/staff/pin-tries.ts'
import { addStaff, editStaff } from '#core/staff/staff-service.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'

const member = async ({ context }: TestCore, name: string) =>
  (await staffMembers(context.db)).find((staff) => staff.name === name)

const refusal = (waitSeconds: number) => ({ code: 'WRONG_PIN', data: { waitSeconds } })

describe('staff', () => {
  it('are added, renamed and taken back', async () => {
    await using core = await openTestCore()
    const { id } = await addStaff(core.context, { name: '周建明', pin: null })
    expect(await member(core, '周建明')).toEqual({ id, name: '周建明', hasPin: false, retired: false })

    const { operationId } = await editStaff(core.context, { id, change: { name: '周建民' } })
    expect(await member(core, '周建民')).toMatchObject({ id })
    await undoOperation(core.context, operationId)
    expect(await member(core, '周建明')).toMatchObject({ id })
  })

  it('have a name of their own, those who left included', async () => {
    await using core = await openTestCore()
    const taken = { code: 'TAKEN', data: { field: 'name', name: '林晓雨' } }
    await expect(addStaff(core.context, { name: '林晓雨', pin: null })).rejects.toMatchObject(taken)
    const { id } = await addStaff(core.context, { name: '周建明', pin: null })
    await expect(editStaff(core.context, { id, change: { name: '林晓雨' } })).rejects.toMatchObject(taken)
    await editStaff(core.context, { id, change: { name: '周建明', retired: true } })
    await expect(addStaff(core.context, { name: '周建明', pin: null })).rejects.toMatchObject({ code: 'TAKEN' })
  })

  it('leave the desk when they leave, and the last one stays', async () => {
    await using core = await openTestCore()
    const { context } = core
    const first = await staffAtDesk(context.db)
    expect(first).not.toBeNull()
    const last = { code: 'RULE_BROKEN', data: { rule: 'lastStaff' } }
    await expect(editStaff(context, { id: first as StaffId, change: { retired: true } })).rejects.toMatchObject(last)

    const { id } = await addStaff(context, { name: '周建明', pin: null })
    await editStaff(context, { id: first as StaffId, change: { retired: true } })
    expect(await staffAtDesk(context.db)).toBeNull()
    await expect(setAtDesk(context, { staffId: first, pin: null })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await setAtDesk(context, { staffId: id, pin: null })
    await editStaff(context, { id: first as StaffId, change: { retired: false } })
    await setAtDesk(context, { staffId: first, pin: null })
    expect(await staffAtDesk(context.db)).toBe(first)
  })

  it('are nobody at the desk once their adding was undone, and work goes on', async () => {
    await using core = await openTestCore()
    const { id, operationId } = await addStaff(core.context, { name: '周建明', pin: null })
    await setAtDesk(core.context, { staffId: id, pin: null })
    await undoOperation(core.context, operationId)
    expect(await staffAtDesk(core.context.db)).toBeNull()
    await core.addCustomer()
  })

  it('sign what they do', async () => {
    await using core = await openTestCore()
    const { id } = await addStaff(core.context, { name: '周建明', pin: null })
    await setAtDesk(core.context, { staffId: id, pin: null })
    await core.addCustomer()
    await setAtDesk(core.context, { staffId: null, pin: null })
    await core.addCustomer({ name: '李丽' })
    const [later, earlier] = await operationsBefore(core.context.db, null, 2)
    expect([earlier?.staffName, later?.staffName]).toEqual(['周建明', null])
  })
})

describe('a PIN', () => {
  it('is asked for at the desk, and can be changed and taken away', async () => {
    await using core = await openTestCore()
    const { context } = core
    const { id } = await addStaff(context, { name: '周建明', pin: '2468' })
    expect(await member(core, '周建明')).toMatchObject({ hasPin: true })
    await expect(setAtDesk(context, { staffId: id, pin: null })).rejects.toMatchObject(refusal(0))
    await expect(setAtDesk(context, { staffId: id, pin: '2469' })).rejects.toMatchObject(refusal(0))
    expect(await staffAtDesk(context.db)).not.toBe(id)
    await setAtDesk(context, { staffId: id, pin: '2468' })
    expect(await staffAtDesk(context.db)).toBe(id)

    await editStaff(context, { id, change: { pin: '13579' } })
    await expect(setAtDesk(context, { staffId: id, pin: '2468' })).rejects.toMatchObject(refusal(0))
    await editStaff(context, { id, change: { name: '周建民' } })
    await setAtDesk(context, { staffId: id, pin: '13579' })
    const { operationId } = await editStaff(context, { id, change: { pin: null } })
    await setAtDesk(context, { staffId: id, pin: null })
    await undoOperation(context, operationId)
    await setAtDesk(context, { staffId: id, pin: '13579' })
  })

  it('makes who guesses wait longer each time, and a right one waits too', async () => {
    await using core = await openTestCore()
    const { context } = core
    const { id } = await addStaff(context, { name: '周建明', pin: '2468' })
    const guess = (pin: string) => setAtDesk(context, { staffId: id, pin })
    for (const wait of [0, 0, 5]) await expect(guess('0000')).rejects.toMatchObject(refusal(wait))
    await expect(guess('2468')).rejects.toMatchObject(refusal(5))

    core.setToday('2026-03-03')
    await expect(guess('0000')).rejects.toMatchObject(refusal(10))
    core.setToday('2026-03-04')
    await guess('2468')
    await expect(guess('0000')).rejects.toMatchObject(refusal(0))
  })

  it('is not guessed faster by many at once', async () => {
    await using core = await openTestCore()
    const { id } = await addStaff(core.context, { name: '周建明', pin: '2468' })
    const guesses = Array.from({ length: 20 }, (_, index) => String(1000 + index))
    const answers = await Promise.allSettled(guesses.map((pin) => setAtDesk(core.context, { staffId: id, pin })))
    const waits = answers.map((answer) => answer.status === 'rejected' && answer.reason.data.waitSeconds)
    expect(waits.filter((wait) => wait === 0)).toHaveLength(2)
  })

  it('is nowhere in the file as it was typed', async () => {
    await using core = await openTestCore()
    const { id } = await addStaff(core.context, { name: '周建明', pin: '86420975' })
    await editStaff(core.context, { id, change: { pin: '97530864' } })
    const file = core.context.database.sqlite.serialize().toString('latin1')
    expect(file).not.toMatch(/86420975|97530864/)
  })

  it('never makes a wait shorter, nor longer than five minutes', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (tries) => {
        expect(waitAfter(tries + 1)).toBeGreaterThanOrEqual(waitAfter(tries))
        expect(waitAfter(tries)).toBeLessThanOrEqual(300)
      }),
    )
  })
})
