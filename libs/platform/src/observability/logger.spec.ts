import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { correlation } from '../correlation.js';
import { createLogger } from './logger.js';
import { nestLogger } from './nest-logger.js';

/** A reader of log lines that can stall, as the far end of a pipe does. */
class Reader extends Writable {
  readonly lines: Record<string, unknown>[] = [];
  private resumeReading: (() => void) | undefined;

  constructor(private isStalled = false) {
    super({ decodeStrings: false });
  }

  override _write(text: string, _encoding: string, done: () => void): void {
    for (const line of text.split('\n').filter(Boolean))
      this.lines.push(JSON.parse(line) as Record<string, unknown>);
    if (this.isStalled) this.resumeReading = done;
    else done();
  }

  resume(): void {
    this.isStalled = false;
    this.resumeReading?.();
  }
}

const settings = {
  LOG_LEVEL: 'info',
  ENVIRONMENT: 'test',
  SERVICE_VERSION: '1.2.3',
  service: 'sales',
} as const;

describe('a log line', () => {
  it('says when, how bad, where, and what happened', async () => {
    const reader = new Reader();
    const logger = createLogger(settings, reader);
    logger.info('invoice issued', { invoiceId: 'i-1' });
    await logger.flush();
    expect(reader.lines).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        level: 'info',
        service: 'sales',
        environment: 'test',
        version: '1.2.3',
        message: 'invoice issued',
        invoiceId: 'i-1',
      },
    ]);
  });

  it('names the request, the conversation and the organisation it belongs to', async () => {
    const reader = new Reader();
    const logger = createLogger(settings, reader);
    const ids = { requestId: 'r-1', correlationId: 'c-1', organizationId: 'o-1' };
    correlation.run({ ...ids, actorId: 'a-1' }, () => logger.info('inside'));
    logger.info('outside');
    await logger.flush();
    expect(reader.lines[0]).toMatchObject(ids);
    expect(reader.lines[1]).not.toHaveProperty('requestId');
  });

  it('cannot be forged by a field, a line break or a secret in the message', async () => {
    const reader = new Reader();
    const logger = createLogger(settings, reader);
    logger.warn('bad\n{"level":"info"} password=hunter2', {
      level: 'info',
      time: 0,
      service: 'x',
    });
    await logger.flush();
    expect(reader.lines).toHaveLength(1);
    expect(reader.lines[0]).toMatchObject({
      level: 'warn',
      service: 'sales',
      message: 'bad\\n{"level":"info"} password=[hidden]',
    });
  });

  it('is not written below the level that was asked for', async () => {
    const reader = new Reader();
    const logger = createLogger(settings, reader);
    logger.debug('detail');
    logger.error('broken', { error: new Error('why') });
    await logger.flush();
    expect(reader.lines).toMatchObject([{ level: 'error', error: { message: 'why' } }]);
  });

  it("carries the framework's words with their context, stack and objects", async () => {
    const reader = new Reader();
    const logger = createLogger({ ...settings, LOG_LEVEL: 'debug' }, reader);
    const nest = nestLogger(logger);
    nest.log('Nest application started', 'NestApplication');
    nest.error('failed', 'Error: x\n    at y', 'Router');
    nest.error(new Error('thrown'));
    await logger.flush();
    expect(reader.lines).toMatchObject([
      { level: 'debug', message: 'Nest application started', context: 'NestApplication' },
      { level: 'error', message: 'failed', context: 'Router', stack: ['Error: x', '    at y'] },
      { level: 'error', message: 'thrown', details: [{ message: 'thrown' }] },
    ]);
  });
});

describe('when lines cannot be written', () => {
  it('drops what a stalled reader would pile up, counts it, and says so once the reader is back', async () => {
    const reader = new Reader(true);
    const logger = createLogger(settings, reader);
    for (let sent = 0; sent < 20_000; sent += 1) logger.info('hello');
    const { dropped } = logger;
    await logger.flush(20);
    expect(dropped).toBeGreaterThan(1_000);
    expect(reader.writableLength).toBeLessThan(1_100_000);
    reader.resume();
    logger.info('back');
    await logger.flush();
    expect(reader.lines.filter(({ message }) => message === 'hello')).toHaveLength(20_000 - dropped);
    expect(reader.lines.filter(({ message }) => message === 'log lines were dropped')).toMatchObject([
      { level: 'warn', lines: dropped },
    ]);
    expect(reader.lines.at(-1)).toMatchObject({ message: 'back' });
    expect(logger.dropped).toBe(dropped);
  });

  it('waits for lines under way before the end, but not for ever', async () => {
    const logger = createLogger(settings, new Reader(true));
    logger.info('stuck');
    const start = performance.now();
    await logger.flush(50);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
