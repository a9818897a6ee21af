import { freePort } from '@dhanman/testing';
import { SMTPServer } from 'smtp-server';

/** A mail server that does as it is told and remembers what it took. */
export class MailServer {
  turn: 'take' | 'refuse' | 'break' = 'take';
  taken: string[] = [];

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async listening(): Promise<MailServer> {
    const port = await freePort();
    const server: SMTPServer = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
      onRcptTo: (_, _session, done) => done(it.turn === 'refuse' ? new Error('No such mailbox') : null),
      onData: (stream, _session, done) => {
        void stream.toArray().then((parts: Buffer[]) => {
          it.taken.push(Buffer.concat(parts).toString());
          // As a server that dies after it took the mail and before it said so.
          if (it.turn === 'break')
            for (const { _socket: socket } of server.connections as never as Open[]) socket.destroy();
          else done();
        });
      },
    });
    const it = new MailServer(server, `smtp://127.0.0.1:${String(port)}`);
    server.on('error', () => undefined);
    await new Promise<void>((listening) => void server.listen(port, '127.0.0.1', listening));
    return it;
  }

  forget(): void {
    [this.turn, this.taken] = ['take', []];
  }

  async close(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}

interface Open {
  readonly _socket: { destroy(): void };
}
