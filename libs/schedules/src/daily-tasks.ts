import type {
  CommandContract,
  JobContract,
  Message,
  PayloadOf,
  ReplyContract,
  RunSalesTask,
  SalesTaskFinished,
} from '@dhanman/contracts';
import { DomainError, parseId, PlainDate } from '@dhanman/kernel';
import { publish, reply, settle } from '@dhanman/messaging';
import type { Database, Logger } from '@dhanman/platform';
import type { EntityManager } from 'typeorm';

/** One kind of daily work of a service. It runs in a transaction of one company, and again if that did not commit. */
export interface DailyTask {
  readonly type: string;
  /** Does it, and says in a few words what was done. */
  run(tx: EntityManager, on: PlainDate): Promise<string>;
}

type Task = PayloadOf<typeof RunSalesTask>;
type Asked = Message<CommandContract<(typeof RunSalesTask)['payload']>>;
type Job = JobContract<(typeof RunSalesTask)['payload']>;
type Finished = ReplyContract<(typeof SalesTaskFinished)['payload']>;

/** Asks which tasks there are; not a task itself. */
const plan = 'plan';
const timeoutMs = 60_000;

/** What a service does in a daily run: says which tasks it has, does them one at a time, and answers each. */
export class DailyTasks {
  constructor(
    private readonly db: Database,
    private readonly logger: Pick<Logger, 'error'>,
    private readonly contracts: { readonly finished: Finished; readonly perform: Job },
    private readonly tasks: readonly DailyTask[],
  ) {}

  /** The plan is answered at once; a task is slow work, owed as a job. */
  async accept(tx: EntityManager, message: Asked): Promise<void> {
    const { runId, taskId, type } = message.payload;
    if (type !== plan) {
      await publish(tx, this.contracts.perform, message.payload);
      return;
    }
    const next = this.tasks.map((task) => task.type);
    const detail = next.length === 0 ? 'nothing to do' : `${next.length} to do`;
    await reply(tx, message, this.contracts.finished, { runId, taskId, outcome: 'done', detail, next });
  }

  /** The effect, its answer and the end of the job are one transaction. What fails is answered too, and not repeated. */
  async perform(message: Message<Job>): Promise<void> {
    const { type, on } = message.payload;
    try {
      await this.inOne(message, async (tx) => {
        const task = this.tasks.find((one) => one.type === type);
        if (!task) throw new Error(`There is no daily task "${type}" in this version of the service.`);
        return { outcome: 'done', detail: await task.run(tx, PlainDate.parse(on)) };
      });
    } catch (error) {
      // Nobody's fault: the job stays owed and is tried again.
      if (this.db.isOutage(error)) throw error;
      await this.inOne(message, async () =>
        Promise.resolve({ outcome: 'failed', detail: this.reasonOf(error, type) }),
      );
    }
  }

  /** A broken rule speaks for itself; of a mistake of ours nothing leaves but that there was one. */
  private reasonOf(error: unknown, type: string): string {
    if (error instanceof DomainError) return error.message.slice(0, 1_000);
    this.logger.error(`the daily task ${type} failed`, { error });
    return 'An unexpected error happened. It is recorded; please tell support of this task.';
  }

  private async inOne(
    message: Message<Job>,
    work: (tx: EntityManager) => Promise<{ outcome: 'done' | 'failed'; detail: string }>,
  ): Promise<void> {
    const { envelope, payload } = message;
    const { runId, taskId }: Task = payload;
    const { organizationId, companyId } = envelope;
    const scope = { organizationId, ...(companyId !== undefined && { companyId: parseId(companyId) }) };
    await this.db.transaction(
      scope,
      async (tx) => {
        if (!(await settle(tx, message))) return;
        const answer = { runId, taskId, ...(await work(tx)) };
        // We owed the job to ourselves; who waits for the answer is Common.
        await reply(
          tx,
          { envelope: { ...envelope, source: 'common' }, payload },
          this.contracts.finished,
          answer,
        );
      },
      { timeoutMs },
    );
  }
}
