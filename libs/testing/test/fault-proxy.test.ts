import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FaultProxy } from '../src/fault-proxy.js';
import { until } from '../src/until.js';

let echo: Server;
let proxy: FaultProxy;
let serverSide: Socket[];
let clients: Conversation[];

/** A client that keeps what it hears and how its connection ended. */
class Conversation {
  readonly pieces: Buffer[] = [];
  ending: 'open' | 'ended' | 'reset' = 'open';

  private constructor(readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => this.pieces.push(bytes));
    socket.on('error', () => (this.ending = 'reset'));
    socket.on('end', () => (this.ending = 'ended'));
  }

  static dial(): Conversation {
    const conversation = new Conversation(connect({ port: proxy.port, host: '127.0.0.1', noDelay: true }));
    clients.push(conversation);
    return conversation;
  }

  static async open(): Promise<Conversation> {
    const conversation = Conversation.dial();
    await once(conversation.socket, 'connect');
    return conversation;
  }

  get heard(): string {
    return Buffer.concat(this.pieces).toString();
  }

  /** Says something and waits for its echo. */
  async exchange(text: string): Promise<void> {
    const before = this.heard;
    this.socket.write(text);
    await until(() => this.heard === before + text, { what: `an echo of "${text.slice(0, 20)}"` });
  }
}

beforeEach(async () => {
  clients = [];
  serverSide = [];
  echo = createServer({ noDelay: true }, (socket) => {
    serverSide.push(socket);
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await FaultProxy.start({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port, seed: 7 });
});

afterEach(async () => {
  for (const { socket } of clients) socket.destroy();
  await proxy.stop();
  echo.close();
});

describe('a healthy network', () => {
  it('carries megabytes unchanged and passes the end of a connection on to both sides', async () => {
    const client = await Conversation.open();
    const large = 'रुपया '.repeat(400_000);
    await client.exchange(large);
    client.socket.end();
    await until(() => client.ending === 'ended' && serverSide[0]?.destroyed);
    await until(() => proxy.connectionsOpen === 0);
  });

  it('gives a server that is away as a broken connection', async () => {
    echo.close();
    const client = Conversation.dial();
    await until(() => client.ending === 'reset');
  });

  it('is found by the address of the server', async () => {
    const address = `postgres://u:p@127.0.0.1:${String((echo.address() as AddressInfo).port)}/books?sslmode=disable`;
    const other = await FaultProxy.inFrontOf(address);
    expect(other.addressFor(address)).toBe(
      `postgres://u:p@127.0.0.1:${String(other.port)}/books?sslmode=disable`,
    );
    await other.stop();
  });
});

describe('a slow network', () => {
  it('delivers late, and on time again once healed', async () => {
    const client = await Conversation.open();
    proxy.inject({ kind: 'delay', ms: 60 });
    const start = performance.now();
    await client.exchange('there and back');
    expect(performance.now() - start).toBeGreaterThanOrEqual(119);
    proxy.heal();
    await client.exchange('quick');
  });

  it('keeps the order of bytes whatever the jitter', async () => {
    const client = await Conversation.open();
    proxy.inject({ kind: 'delay', ms: 0, jitterMs: 20 });
    const numbers = Array.from({ length: 200 }, (_, index) => `${String(index)},`);
    for (const number of numbers) {
      client.socket.write(number);
      await new Promise(setImmediate);
    }
    await until(() => client.heard.length === numbers.join('').length);
    expect(client.heard).toBe(numbers.join(''));
  });

  it('delivers in slices of a byte', async () => {
    const client = await Conversation.open();
    proxy.inject({ kind: 'slices' }, 'to-client');
    await client.exchange('forty-two bytes that come one after another');
    // The kernel may still hand two neighbours over together.
    expect(client.pieces.length).toBeGreaterThan(client.heard.length / 2);
  });
});

describe('a black hole', () => {
  it('swallows both directions without a word, and delivers what waited once healed', async () => {
    const client = await Conversation.open();
    await client.exchange('before ');
    proxy.inject({ kind: 'black-hole' });
    client.socket.write('during ');
    await expect(until(() => client.heard !== 'before ', { deadlineMs: 150 })).rejects.toThrow(
      'still not true',
    );
    expect(client.ending).toBe('open');
    proxy.heal();
    await until(() => client.heard === 'before during ');
  });

  it('in one direction lets the request through and loses the answer', async () => {
    const client = await Conversation.open();
    const received: string[] = [];
    await until(() => serverSide[0]);
    serverSide[0]!.on('data', (bytes: Buffer) => received.push(bytes.toString()));
    proxy.inject({ kind: 'black-hole' }, 'to-client');
    client.socket.write('commit');
    await until(() => received.join('') === 'commit');
    expect(client.heard).toBe('');
  });

  it('keeps the death of a client from the server until it heals', async () => {
    const client = await Conversation.open();
    await client.exchange('hello');
    proxy.inject({ kind: 'black-hole' });
    client.socket.resetAndDestroy();
    await expect(until(() => serverSide[0]?.destroyed, { deadlineMs: 150 })).rejects.toThrow(
      'still not true',
    );
    proxy.heal();
    await until(() => serverSide[0]?.destroyed);
  });
});

describe('connections that end badly', () => {
  it('are reset on both sides, the open ones and the next, until healed', async () => {
    const client = await Conversation.open();
    await client.exchange('hello');
    proxy.inject({ kind: 'reset' });
    await until(() => client.ending === 'reset' && serverSide[0]?.destroyed);
    const refused = Conversation.dial();
    await until(() => refused.ending === 'reset');
    proxy.heal();
    await (await Conversation.open()).exchange('hello again');
    expect(proxy.connectionsAccepted).toBe(3);
  });

  it('stay open and silent for ever when the far side vanishes, while new ones pass', async () => {
    const client = await Conversation.open();
    await client.exchange('hello');
    proxy.inject({ kind: 'half-open' });
    await until(() => serverSide[0]?.destroyed);
    client.socket.write('anybody there?');
    await (await Conversation.open()).exchange('hello');
    proxy.heal();
    await (await Conversation.open()).exchange('hello');
    expect([client.heard, client.ending]).toEqual(['hello', 'open']);
  });

  it('leave nothing behind when they are reset while they end', async () => {
    const script = join(import.meta.dirname, 'reset-after-end.mjs');
    const child = spawn(process.execPath, [script], { stdio: 'inherit', timeout: 20_000 });
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('end in the middle of an answer after so many bytes', async () => {
    const client = await Conversation.open();
    proxy.inject({ kind: 'close-after', bytes: 10 }, 'to-client');
    client.socket.write('0123456789abcdef');
    await until(() => client.ending === 'ended');
    expect(client.heard).toBe('0123456789');
    await until(() => serverSide[0]?.destroyed);
  });
});
