import { auditedReadings } from '@dhanman/testing';
import { expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { furnish } from './examples.js';

test('every route that is declared so leaves a trace of who read it, of the kind that it says', async () => {
  const { reader, readings } = await auditedReadings(sales, furnish);
  expect(readings.map(({ route: { id } }) => id)).toEqual(
    expect.arrayContaining(['audit.list', 'customers.get', 'customers.list', 'deadLetters.get']),
  );
  for (const { route, status, traces } of readings) {
    const expected = { entity: route.auditsRead, actor: reader };
    expect([route.id, status, traces[0]]).toEqual([route.id, 200, expected]);
    for (const trace of traces) expect(trace).toEqual(expected);
  }
}, 90_000);
