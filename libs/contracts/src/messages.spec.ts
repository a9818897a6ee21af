import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { asyncApi, payloadSchema } from './asyncapi.js';
import { breakingChanges } from './compatibility.js';
import { PostTransaction, TransactionRejected } from './common/messages.js';
import { type AnyContract, type ContractName, event, receiversOf, sendersOf } from './contract.js';
import { contracts } from './messages.js';

const committed = new URL('../../../docs/api/asyncapi.json', import.meta.url);
const goldenFolder = new URL('../golden/', import.meta.url);

/** What a message looked like when it was released: never edited, only added. */
interface Golden {
  readonly schema: ReturnType<typeof payloadSchema>;
  readonly examples: readonly unknown[];
}

function goldenOf(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`${name}.json`, goldenFolder), 'utf8')) as Golden;
}

describe('contracts', () => {
  test('no two contracts share a name', () => {
    const names = contracts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(['common.Created.v1', 'sales.invoice-issued', 'nobody.thing-done.v1', 'sales.thing.v0'])(
    '%s is refused as a name',
    (name) => {
      expect(() => event(name as ContractName, { summary: '', payload: z.object({}), heardBy: [] })).toThrow(
        'is not',
      );
    },
  );

  test('a payload says nothing JSON Schema cannot say, and keeps the doors open for new fields', () => {
    for (const contract of contracts)
      expect(payloadSchema(contract)).not.toHaveProperty('additionalProperties');
  });

  test('a reply goes to every sender of the commands it answers', () => {
    expect(receiversOf(TransactionRejected, contracts)).toEqual(PostTransaction.sentBy);
    expect(sendersOf(TransactionRejected)).toEqual(['common']);
  });

  test('a command is answered with replies of its own owner', () => {
    for (const contract of contracts)
      if (contract.kind === 'command')
        for (const answer of contract.replies)
          expect(answer).toMatchObject({ kind: 'reply', owner: contract.owner });
  });
});

describe('the AsyncAPI document', () => {
  const document = `${JSON.stringify(asyncApi(contracts), null, 2)}\n`;

  test('in docs/api is the one these contracts make (update it with jest -u)', () => {
    const { snapshotState } = expect.getState() as { snapshotState?: { _updateSnapshot?: string } };
    if (snapshotState?._updateSnapshot === 'all') writeFileSync(committed, document);
    expect(readFileSync(committed, 'utf8')).toBe(document);
  });

  test('is valid AsyncAPI 3', async () => {
    const { diagnostics, document: parsed } = await new Parser().parse(document);
    expect(diagnostics.filter(({ severity }) => [0, 1].includes(severity))).toEqual([]);
    expect(parsed?.version()).toBe('3.0.0');
  });
});

describe('released messages', () => {
  test('each contract has its golden file, and each golden file its contract', () => {
    const golden = readdirSync(goldenFolder).map((file) => file.replace(/\.json$/, ''));
    expect(golden.sort()).toEqual(contracts.map(({ name }) => name as string).sort());
  });

  test.each(contracts.map((contract) => [contract.name, contract] as const))(
    '%s still reads every example and has broken nothing',
    (name, contract: AnyContract) => {
      const { schema, examples } = goldenOf(name);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples)
        expect(contract.payload.safeParse(example)).toMatchObject({ success: true });
      expect(breakingChanges(schema, payloadSchema(contract))).toEqual([]);
    },
  );

  const before = payloadSchema({
    payload: z.object({ id: z.string(), lines: z.array(z.object({ n: z.int() })) }),
  });
  test.each([
    ['a new optional field', { note: z.string().optional() }, []],
    ['a new required field', { note: z.string() }, ['payload.note: became required']],
    ['another type', { id: z.number() }, ['payload.id: its rules changed']],
    ['a field made optional', { id: z.string().optional() }, ['payload.id: became optional']],
    [
      'a change inside a list',
      { lines: z.array(z.object({ n: z.int(), m: z.int() })) },
      ['payload.lines[].m: became required'],
    ],
  ])('%s is judged', (_, change, verdict) => {
    const shape = { id: z.string(), lines: z.array(z.object({ n: z.int() })) };
    expect(breakingChanges(before, payloadSchema({ payload: z.object({ ...shape, ...change }) }))).toEqual(
      verdict,
    );
  });

  test('a removed field is breaking', () => {
    expect(breakingChanges(before, payloadSchema({ payload: z.object({ id: z.string() }) }))).toEqual([
      'payload.lines: removed',
    ]);
  });
});
