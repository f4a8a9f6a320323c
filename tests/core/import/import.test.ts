import { describe, expect, it } from 'vitest'
import { listRows } from '#core/customers/list-rows.ts'
import { cardsOfCustomers } from '#core/customers/customer-queries.ts'
import { editField } from '#core/fields/edit-field.ts'
import { currentLayout } from '#core/fields/field-queries.ts'
import { runImport } from '#core/import/run-import.ts'
import { undoOperation } from '#core/operations/operation-service.ts'
import { createEncoder } from '#core/sheets/encode-text.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { importOf } from '../../support/import.ts'
import { cellsOf, temporaryFolder } from '../../support/sheets.ts'

async function cards({ context }: TestCore) {
  const rows = await context.db.selectFrom('customers').select('id').orderBy('id').execute()
  return cardsOfCustomers(
    context,
    rows.map(({ id }) => id),
  )
}

async function csv(text: string) {
  const folder = await temporaryFolder()
  const path = await folder.file('客户.csv', text)
  return { path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
}

describe('importing a list', () => {
  it('brings customers, contacts, phones, choices, money and visits to where they belong', async () => {
    await using core = await openTestCore()
    await using file = await csv(
      [
        '客户名称,联系人,手机号,级别,单位地址,最后拜访,联系人生日,注册资本,灶台数量,标签',
        '青禾里餐饮管理有限公司,陈国梁,138 5712 0463,A 类,余杭区文一西路1218号,2026/1/19,农历八月十五,"1,200万",6,"连锁,协会"',
        '章婉清,,0571-88013926；18767192204,B,,,,,,',
      ].join('\n'),
    )
    using wizard = await importOf(core.context, file.path)
    expect(wizard.targets()).toEqual({
      客户名称: 'customer.name',
      联系人: 'contact.name',
      手机号: 'customer.phones',
      级别: 'customer.grade',
      单位地址: 'customer.address',
      最后拜访: 'visit.visitedAt',
      联系人生日: 'contact.birthday',
      注册资本: 'customer.registeredCapital',
      灶台数量: 'new number',
      标签: 'customer.tags',
    })
    expect(await wizard.check()).toMatchObject({
      create: 2,
      leaveOut: 0,
      contacts: 1,
      visits: 1,
      newFields: 1,
      problemCount: 0,
    })

    expect(await wizard.run()).toMatchObject({ created: 2, contacts: 1, visits: 1, leftOut: 0, leftOutFile: null })
    const [firm, person] = await cards(core)
    expect(firm).toMatchObject({
      kind: 'company',
      name: '青禾里餐饮管理有限公司',
      number: 'K20260001',
      phones: [{ number: '138 5712 0463', digits: '13857120463', label: '' }],
      addresses: [{ label: '', area: '', street: '余杭区文一西路1218号', postcode: '' }],
      values: { grade: 'A', registeredCapital: 1_200_000_000, tags: ['连锁', '协会'] },
      contacts: [{ name: '陈国梁', isPrimary: true, birthday: 'lunar:--08-15' }],
      lastVisit: { visitedAt: '2026-01-19T00:00' },
    })
    expect(Object.values(firm?.values ?? {})).toContain(6)
    expect(person).toMatchObject({
      kind: 'person',
      name: '章婉清',
      values: { grade: 'B' },
      phones: [{ number: '0571-88013926' }, { number: '18767192204' }],
    })
  })

  it('is undone as one, new fields and all', async () => {
    await using core = await openTestCore()
    await using file = await csv('客户名称,灶台数量\n甲,6\n乙,7\n')
    const fields = () => core.context.db.selectFrom('fields').select('key').execute()
    const before = await fields()
    using wizard = await importOf(core.context, file.path)
    const { operationId } = await wizard.run()
    expect(await fields()).toHaveLength(before.length + 1)
    await undoOperation(core.context, operationId)
    expect(await cards(core)).toEqual([])
    expect(await fields()).toEqual(before)
  })

  it('is all or nothing: stopped on the way, nothing has happened', async () => {
    await using core = await openTestCore()
    await using file = await csv(
      `客户名称,电话\n${Array.from({ length: 3000 }, (_, index) => `客户${index},1380000${String(index).padStart(4, '0')}`).join('\n')}`,
    )
    using wizard = await importOf(core.context, file.path)
    const stop = new AbortController()
    let seen = 0
    const stopped = (async () => {
      for await (const event of runImport(core.context, wizard.plan(), stop.signal)) {
        seen++
        if (event.type === 'progress' && event.done >= 1000) stop.abort()
      }
    })()
    await expect(stopped).rejects.toThrow()
    expect(seen).toBeGreaterThan(0)
    expect(await cards(core)).toEqual([])

    for await (const event of runImport(core.context, wizard.plan())) if (event.type === 'progress') break
    expect(await cards(core)).toEqual([])
  })

  it('lets the rest of the program read meanwhile', async () => {
    await using core = await openTestCore()
    await using file = await csv(`客户名称\n${Array.from({ length: 3000 }, (_, index) => `客户${index}`).join('\n')}`)
    using wizard = await importOf(core.context, file.path)
    let read = 0
    for await (const event of runImport(core.context, wizard.plan())) {
      if (event.type === 'done') break
      await core.context.db.selectFrom('customers').select('id').limit(1).execute()
      read++
    }
    expect(read).toBeGreaterThan(2)
    expect(await cards(core)).toHaveLength(3000)
  })

  it('takes several rows of one company as its contacts', async () => {
    await using core = await openTestCore()
    await using file = await csv(
      '单位名称,联系人,手机\n瑞林月子中心,顾雪琴,13958097125\n瑞林月子中心,许敏,13958097126\n,罗秀英,13967138402\n',
    )
    using wizard = await importOf(core.context, file.path)
    const plan = { matchKey: 'name' as const }
    expect(await wizard.check(plan)).toMatchObject({ create: 2, update: 1, repeated: 1, contacts: 2 })
    await wizard.run(plan)
    expect(await cards(core)).toMatchObject([
      {
        kind: 'company',
        contacts: [
          { name: '顾雪琴', isPrimary: true, phones: [{ number: '13958097125' }] },
          { name: '许敏', isPrimary: false, phones: [{ number: '13958097126' }] },
        ],
      },
      { kind: 'person', name: '罗秀英', contacts: [], phones: [{ number: '13967138402' }] },
    ])
  })

  it('finds customers by the chosen key, fills what is empty, or overwrites where told', async () => {
    await using core = await openTestCore()
    const id = await core.addCustomer({
      name: '王芳',
      phones: [{ id: null, label: '', number: '+86 138-0013-8000' }],
      values: { grade: 'A', tags: ['老客'] },
    })
    await using file = await csv('姓名,手机,等级,来源,标签\n王芳,13800138000,B,到店,会员\n')
    using wizard = await importOf(core.context, file.path)
    expect(wizard.inspection.matchKey).toBe('nameAndPhone')
    await wizard.run()
    const row = async () => (await cards(core))[0]
    expect(await row()).toMatchObject({
      id,
      values: { grade: 'A', source: 'walkIn', tags: ['老客', '会员'] },
      phones: [{ number: '+86 138-0013-8000' }],
    })

    const again = await wizard.run()
    expect(again).toMatchObject({ created: 0, updated: 0, same: 1 })
    const overwriting = wizard.plan().columns.map((column) => ({ ...column, existing: 'overwrite' as const }))
    expect(await wizard.run({ columns: overwriting })).toMatchObject({ updated: 1 })
    expect(await row()).toMatchObject({ values: { grade: 'B' } })
    expect(await cards(core)).toHaveLength(1)
  })

  it('says what is wrong, row by row, and leaves out only what it must', async () => {
    await using core = await openTestCore()
    await core.addCustomer({ name: '张伟', phones: [{ id: null, label: '', number: '13900000001' }] })
    await core.addCustomer({ name: '张伟', phones: [{ id: null, label: '', number: '13900000002' }] })
    await using file = await csv(
      [
        '名称,电话,等级,合同到期,员工人数',
        '甲,1.38E+10,A,2025-02-30,六',
        ',13800138001,A,,',
        '张伟,,Z,,',
        '乙,138,A,2026-03-01,5,多出来的',
        '丙,"没有闭合,A,,',
        '甲,13800138003,A,2026/12/31,8',
      ].join('\n'),
    )
    using wizard = await importOf(core.context, file.path)
    const check = await wizard.check({ matchKey: 'name' })
    expect(check).toMatchObject({ create: 1, update: 1, leaveOut: 4, repeated: 1 })
    expect(
      check.problems.map(({ row, column, problem, isRowLeftOut }) => [row, column, problem, isRowLeftOut]),
    ).toEqual([
      [2, 3, 'notADate', false],
      [2, 4, 'notANumber', false],
      [3, null, 'nameMissing', true],
      [4, 2, 'unknownChoice', false],
      [4, null, 'severalMatches', true],
      [5, null, 'tooManyCells', true],
      [6, null, 'unclosedQuote', true],
      [7, null, 'duplicateInFile', false],
    ])
    expect(wizard.inspection.columns[1]).toMatchObject({
      status: 'attention',
      remarks: [{ remark: 'roundedNumbers', count: 1, example: '1.38E+10', rows: [2] }],
    })

    const report = await wizard.run({ matchKey: 'name' })
    expect(report).toMatchObject({ created: 1, leftOut: 4 })
    const leftOut = await cellsOf(core.context.files.pathOf(report.leftOutFile?.token ?? ('' as never)))
    expect(leftOut[0]?.slice(0, 3)).toEqual(['未导入的原因', '名称', '电话'])
    expect(leftOut[1]?.slice(0, 3)).toEqual(['没有客户名称', '', '13800138001'])
    expect(leftOut).toHaveLength(5)
  })

  it('never gives a card number twice', async () => {
    await using core = await openTestCore()
    await core.addCustomer({ name: '老客', values: { number: 'A-1' } })
    await using file = await csv('统一编号,名称\nA-1,新客\nA-2,甲\nA-2,乙\n,丙\n')
    using wizard = await importOf(core.context, file.path)
    expect(await wizard.run({ matchKey: 'none' })).toMatchObject({ created: 2, leftOut: 2 })
    expect((await cards(core)).map(({ number, name }) => [number, name])).toEqual([
      ['A-1', '老客'],
      ['A-2', '甲'],
      ['K20260001', '丙'],
    ])
  })

  it('asks about dates that can be read two ways, and reads the column as told', async () => {
    await using core = await openTestCore()
    await using file = await csv('名称,合同到期\n甲,3/5/2026\n乙,4/6/2026\n')
    using wizard = await importOf(core.context, file.path)
    expect(wizard.inspection.columns[1]).toMatchObject({
      status: 'attention',
      remarks: [{ remark: 'ambiguousDates', count: 2, example: '3/5/2026', readAs: '2026-03-05' }],
    })
    const columns = wizard.plan().columns.map((column) => ({ ...column, dayOrder: 'dayFirst' as const }))
    await wizard.run({ columns })
    expect((await cards(core)).map(({ values }) => values['contractEndsOn'])).toEqual(['2026-05-03', '2026-06-04'])
  })

  it('settles the order of day and month by the one value that proves it', async () => {
    await using core = await openTestCore()
    await using file = await csv('名称,合同到期\n甲,3/5/2026\n乙,27/9/2026\n')
    using wizard = await importOf(core.context, file.path)
    expect(wizard.inspection.columns[1]).toMatchObject({ status: 'matched', plan: { dayOrder: 'dayFirst' } })
    await wizard.run()
    expect((await cards(core)).map(({ values }) => values['contractEndsOn'])).toEqual(['2026-05-03', '2026-09-27'])
  })

  it('remembers how headers were matched, and that a file was imported before until that is undone', async () => {
    await using core = await openTestCore()
    await using folder = await temporaryFolder()
    const first = await folder.file('a.csv', Buffer.from(createEncoder('gb18030')('客户名称,暗号\n甲,天王盖地虎\n')))
    const second = await folder.file('b.csv', '客户名称,暗号\n乙,宝塔镇河妖\n')
    using wizard = await importOf(core.context, first)
    const columns = wizard
      .plan()
      .columns.map((column) =>
        column.column === 1
          ? { ...column, to: { kind: 'field' as const, owner: 'customer' as const, field: 'needs', part: null } }
          : column,
      )
    const { operationId } = await wizard.run({ columns, remember: true })

    using alike = await importOf(core.context, second)
    expect(alike.inspection).toMatchObject({ isRemembered: true, importedBefore: null })
    expect(alike.targets()).toEqual({ 客户名称: 'customer.name', 暗号: 'customer.needs' })
    using same = await importOf(core.context, first)
    expect(same.inspection.importedBefore).toMatchObject({ operationId })
    await undoOperation(core.context, operationId)
    using undone = await importOf(core.context, first)
    expect(undone.inspection.importedBefore).toBeNull()
  })

  it('keeps text that looks like a formula as text', async () => {
    await using core = await openTestCore()
    await using file = await csv(`名称,需求\n'=HYPERLINK("x"),'+86 138\n=1+2,-2+3\n`)
    using wizard = await importOf(core.context, file.path)
    await wizard.run()
    const ids = (await cards(core)).map(({ id }) => id)
    const rows = await listRows(core.context.db, ids, [])
    expect(rows.map(({ name }) => name)).toEqual(['=HYPERLINK("x")', '=1+2'])
    expect((await cards(core)).map(({ values }) => values['needs'])).toEqual(['+86 138', '-2+3'])
  })

  it('links customers to one another once all are there, by number or name, each pair once', async () => {
    await using core = await openTestCore()
    await using file = await csv(
      '统一编号,名称,关联单位\nA1,分店,A2（总部）\nA2,总店（杭州）,A1\nA3,仓库,总店（杭州）、无此人\n',
    )
    using wizard = await importOf(core.context, file.path)
    await wizard.run()
    const told = async () =>
      (await cards(core)).map(({ affiliates }) => affiliates.map(({ number, note }) => number + note))
    expect(await told()).toEqual([['A2总部'], ['A1总部', 'A3'], ['A2']])
    using again = await importOf(core.context, file.path)
    await again.run({ matchKey: 'number' })
    expect(await told()).toEqual([['A2总部'], ['A1总部', 'A3'], ['A2']])
  })

  it('puts an address together from its columns, and says nothing twice', async () => {
    await using core = await openTestCore()
    await using file = await csv(
      [
        '名称,省,市,区,详细地址,邮编',
        '甲,浙江省,杭州市,西湖区,文三路478号,310012',
        '乙,浙江省,杭州市,,浙江省杭州市西湖区文三路478号,',
        '丙,,,,,310012',
        'Acme,OR,Portland,,12 Main St,97201',
      ].join('\n'),
    )
    using wizard = await importOf(core.context, file.path)
    await wizard.run()
    const area = '浙江省杭州市西湖区'
    expect((await cards(core)).map(({ addresses }) => addresses)).toMatchObject([
      [{ area, street: '文三路478号', postcode: '310012' }],
      [{ area: '', street: `${area}文三路478号`, postcode: '' }],
      [],
      [{ area: '', street: '12 Main St, Portland, OR', postcode: '97201' }],
    ])
    // However the parts stand, it is the same address.
    await using whole = await csv(`名称,地址\n甲,${area} 文三路478号\n乙,别处\n`)
    using again = await importOf(core.context, whole.path)
    await again.run({ matchKey: 'name' })
    expect((await cards(core)).map(({ addresses }) => addresses.length)).toEqual([1, 2, 0, 1])
  })

  it('gives customers to the staff of the file, and takes 负责人 of other lists for a contact', async () => {
    await using core = await openTestCore()
    await using ours = await csv('统一编号,名称,负责人\nA1,甲,林晓雨\nA2,乙,周敏\n')
    using wizard = await importOf(core.context, ours.path)
    expect(wizard.targets()['负责人']).toBe('customer.owner')
    await wizard.run()
    const staff = await core.context.db.selectFrom('staff').select(['id', 'name']).orderBy('id').execute()
    expect(staff.map(({ name }) => name)).toEqual(['林晓雨', '周敏'])
    expect((await cards(core)).map(({ values }) => values['owner'])).toEqual(staff.map(({ id }) => String(id)))
    await using theirs = await csv('客户名称,负责人,电话\n丙公司,陈国梁,1\n丁公司,许敏,2\n')
    using other = await importOf(core.context, theirs.path)
    expect(other.targets()['负责人']).toBe('contact.name')
  })

  it('puts nothing into fields that are hidden or out of use', async () => {
    await using core = await openTestCore()
    const { fields } = await currentLayout(core.context.db)
    const id = (key: string) => fields.find((field) => field.key === key)?.id ?? 0
    await editField(core.context, id('needs'), { hidden: true })
    await editField(core.context, id('supplier'), { retired: true })
    await using file = await csv('名称,需求,现供应商,行业\n甲,灶,乙,零售\n')
    using wizard = await importOf(core.context, file.path)
    expect(wizard.targets()).toEqual({ 名称: 'customer.name', 行业: 'customer.industry' })
  })
})
