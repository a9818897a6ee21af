// Common is killed after a webhook has arrived and before it is written down that it has.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aMember, query, spawnService, type SpawnedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let common: SpawnedService;
let receiver: Server;
const arrived: { readonly id: string; readonly body: string }[] = [];

beforeAll(async () => {
  common = await spawnService('common', { overrides: { WEBHOOK_TARGETS: 'any' } });
  receiver = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      arrived.push({ id: String(request.headers['webhook-id']), body: Buffer.concat(pieces).toString() });
      // The first one is never answered: its sender dies waiting.
      if (arrived.length > 1) response.end('thank you');
    });
    response.on('error', () => undefined);
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
}, 120_000);

afterAll(async () => {
  await common.drop();
  receiver.close();
  receiver.closeAllConnections();
}, 30_000);

test('a webhook that was sent by a process which was killed is sent again, under the same id, and is one delivery', async () => {
  const { token } = await aMember(common);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const post = async (path: string, body: object): Promise<{ readonly id: string }> => {
    const answer = await fetch(common.process.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
    return (await answer.json()) as { readonly id: string };
  };
  const url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/`;
  await post('/api/v1/webhooks', { url, events: ['common.company-created.v1'] });
  await post('/api/v1/companies', { name: 'Asha Traders' });
  await until(() => arrived.length === 1, { deadlineMs: 30_000 });
  await common.process.kill();
  await common.respawn();
  await until(() => arrived.length === 2, { deadlineMs: 60_000 });
  expect(arrived[1]).toEqual(arrived[0]);
  const stored = 'select id, state, tries from webhook_delivery';
  const deliveries = await until(async () => {
    const rows = await query<{ id: string; state: string; tries: number }>(common.database.adminUrl, stored);
    return rows.every(({ state }) => state === 'delivered') && rows;
  });
  expect(deliveries).toEqual([{ id: arrived[0]?.id, state: 'delivered', tries: 1 }]);
});
