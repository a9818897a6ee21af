// A process of its own that sends everybody's password at once. In life the crowd brings its own processors: here it takes
// what the service leaves over, and spends as little as it can on bare sockets and requests written beforehand.
import { connect } from 'node:net';
import { constants, setPriority } from 'node:os';
import process from 'node:process';

/** One request, written out, and where it goes. */
export interface Letter {
  readonly port: number;
  readonly text: string;
}

/** What each was answered, and when the last of them knew. */
export interface Rushed {
  readonly statuses: readonly number[];
  readonly seconds: number;
}

setPriority(constants.priority.PRIORITY_LOW);
process.once('message', (letters: readonly Letter[]) => {
  process.once('message', () => void rush(letters));
  process.send?.('ready');
});

async function rush(letters: readonly Letter[]): Promise<void> {
  const begun = performance.now();
  const statuses = await Promise.all(letters.map(statusOf));
  process.send?.({ statuses, seconds: (performance.now() - begun) / 1_000 } satisfies Rushed);
}

/** Zero for who got no answer. */
function statusOf({ port, text }: Letter): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text));
  socket.once('data', (bytes) => {
    resolve(Number(bytes.toString('latin1', 9, 12)));
    socket.destroy();
  });
  socket.once('error', () => {
    resolve(0);
  });
  return promise;
}
