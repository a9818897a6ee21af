import { newId } from '@dhanman/kernel';
import { Database, tell } from '@dhanman/platform';
import { aMember, hearing, type Member, startService, type StartedService, until } from '@dhanman/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { sales } from '../src/main.js';

/** More than the buffers of two sockets hold, so that some must wait in the service; one word alone is allowed to. */
const [rounds, wordBytes] = [160, 40_000];

let started: StartedService;

beforeEach(async () => {
  started = await startService(sales);
});

afterEach(async () => {
  await started.stop();
});

interface Device {
  readonly socket: Socket;
  bytes: number;
  isCut: boolean;
}

/** A device that listens over a connection of its own, which no pool of connections reads ahead of it. */
async function aDevice({ companyId, token }: Member): Promise<Device> {
  const { hostname, port } = new URL(started.url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  const asks = [
    ...[`GET /api/v1/companies/${companyId}/changes/stream HTTP/1.1`, `host: ${hostname}`],
    ...['accept: text/event-stream', `authorization: Bearer ${token}`],
  ];
  socket.write(`${asks.join('\r\n')}\r\n\r\n`);
  const [first] = (await once(socket, 'data')) as [Buffer];
  expect(first.toString()).toContain('200 OK');
  const device: Device = { socket, bytes: 0, isCut: false };
  socket.on('error', () => undefined).on('close', () => (device.isCut = true));
  socket.on('data', (chunk: Buffer) => (device.bytes += chunk.length));
  return device;
}

async function change(member: Member, ids: readonly string[]): Promise<void> {
  const { organizationId, companyId } = member;
  const of = { organizationId, companyId, entity: 'customer', version: 1 };
  await started.service.get(Database).transaction(member, async (tx) => {
    tell(
      tx,
      ids.map((id) => ({ ...of, id })),
    );
    await Promise.resolve();
  });
}

test('who does not read is cut off and begins anew, and whoever reads hears everything meanwhile', async () => {
  const slow = await aMember(started);
  const { organizationId, companyId } = slow;
  const beside = await aMember(started, { organizationId, companyIds: [companyId] });
  const [asleep, awake] = [await aDevice(slow), await aDevice(beside)];
  asleep.socket.pause();
  for (let round = 1; round <= rounds; round += 1) {
    await change(slow, [newId().padEnd(wordBytes, 'x')]);
    await until(() => awake.bytes > round * wordBytes);
  }
  asleep.socket.resume();
  await until(() => asleep.isCut);
  expect(asleep.bytes).toBeLessThan(rounds * wordBytes);
  expect(awake.isCut).toBe(false);
  const again = await aDevice(slow);
  for (const { socket } of [awake, again]) socket.destroy();
}, 60_000);

test('what changes in a great crowd is told as one word, and cuts nobody off', async () => {
  const member = await aMember(started);
  const one = await hearing(started.url, member);
  await until(() => one.words.includes('ready'));
  await change(
    member,
    Array.from({ length: 20_000 }, () => newId()),
  );
  const last = newId();
  await change(member, [last]);
  await until(() => one.changed.some(({ id }) => id === last));
  expect(one.isOver).toBe(false);
  expect(new Set(one.words)).toEqual(new Set(['ready', 'missed', 'changed']));
  expect(one.changed).toHaveLength(1);
  one.leave();
});
