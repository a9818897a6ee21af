// A connection that has ended into a black hole is reset when the hole closes. Then there is nothing left to do, and this
// process must end by itself.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { FaultProxy, until } from '@dhanman/testing';

const server = createServer((socket) => socket.on('error', () => undefined));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const proxy = await FaultProxy.start({ host: '127.0.0.1', port: server.address().port });
const client = connect(proxy.port, '127.0.0.1');
client.on('error', () => undefined);
await once(client, 'connect');
await until(() => proxy.connectionsOpen === 1);
proxy.inject({ kind: 'black-hole' });
client.end('last words');
await once(client, 'finish');
// The end of a connection is not announced by the proxy; after some turns of the event loop it has come in.
for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setTimeout(done, 1));
proxy.inject({ kind: 'reset' });
await proxy.stop();
client.destroy();
server.close();
