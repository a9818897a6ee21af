import type { AccountDto, BankAccountDto, Chart } from '@dhanman/contracts';
import { permissions } from '@dhanman/contracts';
import { aToken, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { asking, type Books, openBooks } from '../support/ledger.js';

let started: StartedService;
let books: Books;
let bearer: string;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  books = await openBooks(started);
  bearer = `Bearer ${await aToken({ organizationId: books.organizationId, companies: [], permissions })}`;
});

const ask = (verb: 'get' | 'post' | 'patch', path: string, body: object = {}, version = 1) => {
  const request = started.agent[verb](`/api/v1/chart${path}`).set({
    authorization: bearer,
    'if-match': `"${version}"`,
  });
  return verb === 'get' ? request : request.send(body);
};
const chart = async (): Promise<readonly AccountDto[]> =>
  ((await ask('get', '').expect(200)).body as Chart).accounts;
const named = async (code: string): Promise<AccountDto> => (await chart()).find((one) => one.code === code)!;
const create = async (body: object) => ask('post', '/accounts', body);
const fee = (on = '2026-04-10') =>
  asking(
    [
      ['53020', '5.00', ''],
      ['11110', '', '5.00'],
    ],
    { on },
  );

describe('a chart', () => {
  test.each([
    ['business', ['40010', '11300', '30020'], ['41020']],
    ['society', ['41020', '40010', '30030', '30020'], ['11300']],
  ] as const)(
    'of a %s begins with its template, in the numbers that documents use',
    async (kind, has, hasNot) => {
      books = await openBooks(started, { kind });
      bearer = `Bearer ${await aToken({ organizationId: books.organizationId, companies: [], permissions })}`;
      const codes = (await chart()).map(({ code }) => code);
      expect(codes).toEqual(codes.toSorted());
      expect(codes).toEqual(expect.arrayContaining(['11200', '41010', '23010', '30900', ...has]));
      for (const code of hasNot) expect(codes).not.toContain(code);
    },
  );

  test('takes over from another template what it does not have, once', async () => {
    const added = await ask('post', '/template', { kind: 'society' });
    expect(added).toMatchObject({ status: 200, body: { added: 14 } });
    expect(await ask('post', '/template', { kind: 'society' })).toMatchObject({ body: { added: 0 } });
    expect(await named('30020')).toMatchObject({ name: 'Retained Earnings', role: 'retained-earnings' });
  });
});

describe('an account', () => {
  test('is created below another, renamed, and posted to', async () => {
    const parent = await named('51000');
    const made = await create({ code: '51640', name: ' Garden ', parentId: parent.id });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Garden', class: 'expense', normalSide: 'debit' },
    });
    const { id } = made.body as AccountDto;
    const renamed = await ask('patch', `/accounts/${id}`, { name: 'Gardening' });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Gardening', version: 2 } });
    expect(
      await books.post(
        asking([
          ['51640', '5.00', ''],
          ['11110', '', '5.00'],
        ]),
      ),
    ).toMatchObject([{ posted: {} }]);
  });

  test.each([
    [{ code: '11200', name: 'Again' }, 409, 'account-code-taken'],
    [{ code: '11205', name: 'Again', role: 'receivable' }, 409, 'account-role-taken'],
    [{ code: '61640', name: 'Garden' }, 400, 'request-invalid'],
  ])('%j is refused', async (body, status, code) => {
    expect(await create(body)).toMatchObject({ status, body: { code } });
  });

  test('keeps what lines stand on, and a balance is not put out of sight', async () => {
    await books.post(fee());
    const { id } = await named('53020');
    for (const patch of [{ code: '53021' }, { partyKind: 'vendor' }, { isPostable: false }]) {
      expect(await ask('patch', `/accounts/${id}`, patch)).toMatchObject({
        body: { code: 'account-has-history' },
      });
    }
    await ask('patch', `/accounts/${id}`, { role: null });
    expect(await ask('patch', `/accounts/${id}`, { isActive: false }, 2)).toMatchObject({
      ...{ status: 409, body: { code: 'account-has-balance' } },
    });
  });

  test('out of use takes no lines, and one that documents rely on stays in use', async () => {
    const { id } = await named('53110');
    expect((await ask('patch', `/accounts/${id}`, { isActive: false })).status).toBe(200);
    expect(
      await books.post(
        asking([
          ['53110', '5.00', ''],
          ['11110', '', '5.00'],
        ]),
      ),
    ).toMatchObject([{ rejected: { code: 'account-inactive', field: 'lines.0.account' } }]);
    const receivable = await named('11200');
    expect(await ask('patch', `/accounts/${receivable.id}`, { isActive: false })).toMatchObject({
      ...{ status: 409, body: { code: 'account-has-role' } },
    });
  });

  test('moves within its class, not below itself, and not in a year that is closed', async () => {
    const [account, group, assets, operating] = [
      await named('53110'),
      await named('51000'),
      await named('11000'),
      await named('50000'),
    ] as const;
    const move = (id: string, parentId: string, version = 1) =>
      ask('post', `/accounts/${id}/move`, { parentId }, version);
    expect(await move(account.id, group.id)).toMatchObject({ status: 200, body: { parentId: group.id } });
    expect(await move(account.id, assets.id, 2)).toMatchObject({ body: { code: 'parent-wrong' } });
    expect(await move(operating.id, group.id)).toMatchObject({ body: { code: 'parent-wrong' } });
    expect(await move(group.id, account.id)).toMatchObject({ body: { code: 'parent-postable' } });
    await books.post(fee('2025-05-01'));
    await query(
      started.database.adminUrl,
      `update financial_year set state = 'closed' where company_id = $1`,
      [books.companyId],
    );
    const fees = await named('53020');
    expect(await move(fees.id, group.id)).toMatchObject({ body: { code: 'account-in-closed-year' } });
  });

  test('is remembered as it was at any time', async () => {
    const { id } = await named('53110');
    await ask('patch', `/accounts/${id}`, { name: 'Sundry Expenses' });
    const history = 'select version, name from account_history where account_id = $1 order by version';
    expect(await query(started.database.adminUrl, history, [id])).toEqual([
      { version: 1, name: 'Other Expenses' },
      { version: 2, name: 'Sundry Expenses' },
    ]);
  });
});

describe('a bank account', () => {
  test('has an account of its own beside the others, one of them the default', async () => {
    const details = {
      kind: 'bank',
      name: 'HDFC Current',
      ifsc: 'HDFC0000001',
      accountNumber: '50100012345678',
    };
    const made = await books.send('bank-accounts', { ...details, isDefault: true });
    expect(made).toMatchObject({
      status: 201,
      body: { code: '11121', name: 'HDFC Current', isDefault: true },
    });
    expect(await books.send('bank-accounts', { ...details, isDefault: true })).toMatchObject({
      ...{ status: 409, body: { code: 'bank-account-default-taken' } },
    });
    const { items } = (await books.get('bank-accounts').expect(200)).body as { items: BankAccountDto[] };
    expect(items).toHaveLength(1);
    const looks = `select from audit where entity = 'bank-account' and entity_id = $1 and action = 'read'`;
    expect(await query(started.database.adminUrl, looks, [items[0]!.id])).toHaveLength(1);
    expect(
      await books.post(
        asking([
          ['11121', '5.00', ''],
          ['11110', '', '5.00'],
        ]),
      ),
    ).toMatchObject([{ posted: {} }]);
  });
});
