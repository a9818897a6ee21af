import { connect } from 'node:net';

const amqpHeader = Buffer.from([0x41, 0x4d, 0x51, 0x50, 0, 0, 9, 1]);

/**
 * A broker that speaks AMQP 0-9-1 answers the protocol header with a method frame. Without login, so that asking every
 * second is cheap; a service that has a connection of its own registers a better check under the same name.
 */
export async function brokerAnswers(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port || 5672), timeout: 1_000 });
  try {
    const answered = Promise.withResolvers<Buffer>();
    socket.once('connect', () => socket.write(amqpHeader));
    socket.once('data', answered.resolve);
    socket.once('timeout', () => answered.reject(new Error('no answer')));
    socket.once('close', () => answered.reject(new Error('closed')));
    socket.once('error', (error) => answered.reject(error));
    const [frameType] = await answered.promise;
    if (frameType !== 1) throw new Error('not AMQP');
  } finally {
    socket.destroy();
  }
}

/** Any HTTP answer below 500 shows that the object store is there; rights are proved by the first real use. */
export async function storeAnswers(endpoint: string): Promise<void> {
  const response = await fetch(endpoint, { method: 'HEAD', signal: AbortSignal.timeout(1_000) });
  if (response.status >= 500) throw new Error('the object store is in trouble');
}
