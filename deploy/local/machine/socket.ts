import { connect } from 'node:net';

/** Sends bytes to a loopback port and collects the answer until it is enough; `undefined` when nobody answers in time. */
export async function converse(
  port: number,
  question: string | Buffer,
  isEnough: (answer: string) => boolean,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port });
    const finish = (result: string | undefined): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(2_000, () => finish(undefined));
    socket.once('connect', () => socket.write(question));
    socket.once('error', () => finish(undefined));
    socket.once('end', () => finish(answer === '' ? undefined : answer));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (isEnough(answer)) finish(answer);
    });
  });
}
