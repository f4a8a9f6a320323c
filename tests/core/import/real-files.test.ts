import { describe, expect, it } from 'vitest'
import { cardsOfCustomers } from '#core/customers/customer-queries.ts'
import { openTestCore, type TestCore } from '../../support/core.ts'
import { importOf } from '../../support/import.ts'
import { hasSharedData, sharedData } from '../../support/shared-data.ts'

async function firstCards({ context }: TestCore, count = 3) {
  const rows = await context.db.selectFrom('customers').select('id').orderBy('id').limit(count).execute()
  return cardsOfCustomers(
    context,
    rows.map(({ id }) => id),
  )
}

describe.runIf(hasSharedData)('lists that others have made', () => {
  it('Outlook in Chinese: GBK, 92 columns, the family name after the given one', async () => {
    await using core = await openTestCore()
    using wizard = await importOf(core.context, sharedData('derived/outlook_zh_export_gbk.csv'))
    expect(wizard.inspection).toMatchObject({
      source: { encoding: 'gb18030', headerRow: 1 },
      isEncodingSure: true,
      rowCount: 2,
    })
    const check = await wizard.check()
    expect(check.leaveOut).toBe(0)
    await wizard.run()
    const names = (await firstCards(core)).map(({ name, contacts }) => contacts[0]?.name ?? name)
    expect(names).toEqual(['张三', expect.stringMatching(/^欧阳/)])
  })

  it('Datablist: 1,000 customers under their own ids', async () => {
    await using core = await openTestCore()
    using wizard = await importOf(core.context, sharedData('csv/crm/datablist__customers-1000.csv'))
    expect(wizard.inspection.matchKey).toBe('number')
    expect(await wizard.run()).toMatchObject({ created: 1000, updated: 0, leftOut: 0, contacts: 1000 })
    const [first] = await firstCards(core, 1)
    expect(first).toMatchObject({ number: 'dE014d010c7ab0c', kind: 'company', contacts: [{ name: 'Andrew Goodman' }] })
  })

  it('Northwind: 24 rows with a comma too many are reported, not shifted', async () => {
    await using core = await openTestCore()
    using wizard = await importOf(core.context, sharedData('csv/crm/northwind__customers.csv'))
    const check = await wizard.check()
    expect(check).toMatchObject({ create: 67, leaveOut: 24 })
    expect(check.byProblem).toContainEqual({ problem: 'tooManyCells', column: null, count: 24 })
    expect(await wizard.run()).toMatchObject({ created: 67, leftOut: 24 })
    const all = await firstCards(core, 100)
    expect(all.map(({ name }) => name)).toContain('Alfreds Futterkiste')
    expect(JSON.stringify(all)).not.toContain('NULL')
  })

  it.each([
    ['csv/crm/jaffle-shop-classic__raw_customers.csv', 100],
    ['csv/zh/phone_huawei_columns.csv', 1],
    ['derived/chinook__Customer.csv', 59],
    ['csv/crm/datablist__organizations-100.csv', 100],
    ['csv/crm/dataloader__insertAccountCsv.csv', 100],
    ['xlsx/zh_car_customers_8.xlsx', 8],
    ['xlsx/zh_members_13.xlsx', 13],
    ['xlsx/phpspreadsheet__pageSetupTest.xlsx', 49],
    ['xlsx/closedxml__BasicTable.xlsx', 3],
  ])('%s brings %d customers', async (name, count) => {
    await using core = await openTestCore()
    using wizard = await importOf(core.context, sharedData(name))
    expect(await wizard.run()).toMatchObject({ created: count, leftOut: 0 })
  })

  it('phones stored as numbers keep every digit', async () => {
    await using core = await openTestCore()
    using wizard = await importOf(core.context, sharedData('xlsx/zh_members_13.xlsx'))
    expect(wizard.targets()).toMatchObject({ 姓名: 'customer.name', 电话: 'customer.phones', 备注: 'customer.notes' })
    await wizard.run()
    expect((await firstCards(core, 2)).map(({ phones }) => phones[0]?.number)).toEqual(['12345678901', '44445555'])
  })

  it('a header below title rows, and day numbers of 1904', async () => {
    await using core = await openTestCore()
    using contacts = await importOf(core.context, sharedData('xlsx/closedxml__BasicTable.xlsx'))
    expect(contacts.inspection).toMatchObject({ source: { headerRow: 3 }, firstRow: 4 })
    expect(contacts.inspection.columns.map(({ header }) => header)).toContain('LName')
    using dates = await importOf(core.context, sharedData('xlsx/test_files__1904.xlsx'), { headerRow: 0 })
    expect(dates.inspection.columns[1]?.firstValue).toBe('1904-01-02')
  })

  it('a workbook with a password is refused by name', async () => {
    await using core = await openTestCore()
    const refused = importOf(core.context, sharedData('xlsx/msoffcrypto-tool__example_password.xlsx'))
    await expect(refused).rejects.toMatchObject({ code: 'UNREADABLE_FILE', data: { problem: 'passwordProtected' } })
  })
})
