import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { services } from '@dhanman/contracts';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { FastifyInstance, HTTPMethods } from 'fastify';
import { Redis } from 'ioredis';
import { alarmQueue } from './alarms.js';
import { jobQueueNames, JobQueues, nameOf } from './job-queues.js';

export interface BoardQuestion {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

export interface BoardAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

export const boardPath = '/jobs';

/**
 * The dashboard over the queues of all services. It has no door of its own, so that it is served by a server nobody can
 * reach, and the one guarded route hands questions to it. Made when it is first asked for.
 */
@Injectable()
export class JobBoard implements OnModuleDestroy {
  private readonly boards = new Map<boolean, Promise<FastifyInstance>>();
  private readonly queues: Queue[] = [];
  private connection: Redis | undefined;

  constructor(private readonly own: JobQueues) {}

  async answer({ method, url, body }: BoardQuestion, mayChange: boolean): Promise<BoardAnswer> {
    const board = this.boards.get(mayChange) ?? this.build(mayChange);
    this.boards.set(mayChange, board);
    const { statusCode, headers, rawPayload } = await (
      await board
    ).inject({
      method: method as HTTPMethods & 'GET',
      url,
      ...(body !== undefined && body !== null && { payload: body }),
    });
    return { status: statusCode, type: headers['content-type'] ?? 'text/plain', body: rawPayload };
  }

  async onModuleDestroy(): Promise<void> {
    for (const board of this.boards.values()) await (await board).close();
    for (const queue of this.queues) await queue.close();
    this.connection?.disconnect();
  }

  private async build(mayChange: boolean): Promise<FastifyInstance> {
    const [{ fastify }, { createBullBoard }, { BullMQAdapter }, { FastifyAdapter }] = await Promise.all([
      import('fastify'),
      import('@bull-board/api'),
      import('@bull-board/api/bullMQAdapter'),
      import('@bull-board/fastify'),
    ]);
    const serverAdapter = new FastifyAdapter().setBasePath(boardPath);
    const queues = this.all().map((queue) => new BullMQAdapter(queue, { readOnlyMode: !mayChange }));
    const uiBasePath = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));
    createBullBoard({
      queues,
      serverAdapter,
      options: { uiBasePath, uiConfig: { boardTitle: 'Dhanman jobs' } },
    });
    const server = fastify();
    await server.register(serverAdapter.registerPlugin(), { prefix: boardPath });
    return server;
  }

  private all(): readonly Queue[] {
    if (this.queues.length > 0) return this.queues;
    const connection = new Redis(this.own.url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    connection.on('error', () => undefined);
    this.connection = connection;
    for (const service of services) {
      for (const name of [...jobQueueNames.map((queue) => nameOf(service, queue)), alarmQueue(service)]) {
        const queue = new Queue(name, { connection, skipMetasUpdate: true });
        queue.on('error', () => undefined);
        this.queues.push(queue);
      }
    }
    return this.queues;
  }
}
