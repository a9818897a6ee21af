import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createListener, NoAnswer, RequestRefused, sales, type Said } from '../src/index.js';

const companyId = '019a9f3e-5f00-7000-8000-000000000001';

let server: Server;
let answer: (response: ServerResponse) => Promise<void> | void;

beforeEach(async () => {
  server = createServer((_request, response) => void answer(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

async function heard(until = Number.POSITIVE_INFINITY): Promise<readonly Said[]> {
  const { port } = server.address() as AddressInfo;
  const listen = createListener({ baseUrl: () => `http://127.0.0.1:${String(port)}` });
  const words: Said[] = [];
  for await (const word of listen(sales.changesStream, { path: { companyId } })) {
    words.push(word);
    if (words.length === until) break;
  }
  return words;
}

const begin = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });

describe('a stream of a service', () => {
  it('is heard word by word, wherever the network cuts it', async () => {
    answer = async (response) => {
      begin(response);
      for (const part of [
        'event: ready\ndata: {}\n',
        '\nevent: chan',
        'ged\ndata: {"entity":"ग',
        '्राहक"}\n\n',
      ]) {
        await new Promise((sent) => response.write(part, sent));
      }
      response.end('event: cut off');
    };
    expect(await heard()).toEqual([
      { event: 'ready', data: {} },
      { event: 'changed', data: { entity: 'ग्राहक' } },
    ]);
  });

  it('is left by whoever has heard enough', async () => {
    const left = Promise.withResolvers<undefined>();
    answer = (response) => {
      response.on('close', () => left.resolve(undefined));
      begin(response).write('event: ready\ndata: {}\n\n');
    };
    expect(await heard(1)).toHaveLength(1);
    await left.promise;
  });

  it('that is refused says why, and what is no stream is no answer', async () => {
    const problem = { status: 403, code: 'permission-missing', title: 'Not allowed', detail: '' };
    answer = (response) =>
      void response
        .writeHead(403, { 'content-type': 'application/problem+json' })
        .end(JSON.stringify(problem));
    await expect(heard()).rejects.toThrow(RequestRefused);
    answer = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    await expect(heard()).rejects.toThrow(NoAnswer);
  });

  it('that breaks is no answer either', async () => {
    answer = async (response) => {
      await new Promise((sent) => begin(response).write('event: ready\ndata: {}\n\n', sent));
      response.destroy();
    };
    await expect(heard()).rejects.toThrow(NoAnswer);
  });
});
