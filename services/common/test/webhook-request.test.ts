import { newId } from '@dhanman/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { checkTarget, post, type Resolve } from '../src/webhooks/webhook-requests.service.js';
import { Receiver } from './support/receiver.js';

let receiver: Receiver;

beforeAll(async () => {
  receiver = await Receiver.start();
});

afterAll(async () => {
  await receiver.stop();
});

const message = { headers: { 'content-type': 'application/json' }, body: '{}' };

/** A name server that says something else each time it is asked. */
function changing(...answers: readonly (readonly string[])[]): Resolve {
  let asked = 0;
  return (_name, _options, done) => {
    const addresses = answers[Math.min(asked++, answers.length - 1)] ?? [];
    done(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  };
}

function at(path: string): URL {
  return new URL(`http://shop.example:${new URL(receiver.url).port}${path}`);
}

describe('a name', () => {
  test('that led to the internet when it was written down and to this machine later reaches nothing', async () => {
    const [path, resolve] = [`/${newId()}`, changing(['93.184.216.34'], ['127.0.0.1'])];
    await checkTarget(at(path), { allowsPrivate: false, resolve });
    await expect(post(at(path), message, { allowsPrivate: false, resolve })).rejects.toThrow(
      'private address',
    );
    expect(receiver.count(path)).toBe(0);
  });

  test('is asked for once per connection, which goes to what was looked at', async () => {
    const path = `/${newId()}`;
    const reach = { allowsPrivate: true, resolve: changing(['127.0.0.1'], ['192.0.2.1']) };
    expect(await post(at(path), message, reach)).toEqual({ status: 200, response: 'thank you' });
    expect(receiver.count(path)).toBe(1);
  });

  test('that leads to a private address among others reaches none of them', async () => {
    const resolve = changing(['93.184.216.34', '10.0.0.1']);
    await expect(checkTarget(at('/'), { allowsPrivate: false, resolve })).rejects.toThrow('private address');
  });

  test('that leads nowhere is an error', async () => {
    await expect(post(at('/'), message, { allowsPrivate: true, resolve: changing([]) })).rejects.toThrow(
      'nowhere',
    );
  });
});

test('an address that is written out is looked at too', async () => {
  for (const host of ['127.0.0.1', '[::1]', '0x7f000001', '[::ffff:127.0.0.1]']) {
    const url = new URL(`http://${host}:${new URL(receiver.url).port}/literal`);
    await expect(post(url, message, { allowsPrivate: false })).rejects.toThrow('private address');
  }
  expect(receiver.count('/literal')).toBe(0);
});

test('an answer that breaks off after its head is an answer', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', () => socket.destroy());
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const answer = await post(new URL(`http://127.0.0.1:${String(port)}/`), message, { allowsPrivate: true });
  expect(answer.status).toBe(200);
  server.close();
});
