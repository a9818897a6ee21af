import { describe, expect, test } from '@jest/globals';
import { requestFrom, UsageWrong } from './request.ts';

const id = '019a9f3e-5f00-7000-8000-000000000001';
const other = '019a9f3e-5f00-7000-8000-000000000002';
const ask = (text: string) => requestFrom(text.split(' ').filter((word) => word !== ''));

describe('what an operator asks for', () => {
  test('names a command, its service and whatever it takes', () => {
    expect(ask('dead-letters list --service sales --queue sales.x.v1 --state replayed --json')).toMatchObject(
      {
        command: 'dead-letters list',
        ...{
          services: ['sales'],
          queue: 'sales.x.v1',
          state: 'replayed',
          isJson: true,
          environment: 'local',
        },
      },
    );
  });

  test('takes ids with or without repetition, and the reason as it was said', () => {
    const args = [
      'dead-letters',
      'discard',
      '--service',
      'common',
      '--ids',
      `${id}, ${other},${id.toUpperCase()}`,
    ];
    const { ids, reason } = requestFrom([...args, '--reason', ' entered by hand ']);
    expect(ids).toEqual([id, other]);
    expect(reason).toBe('entered by hand');
  });

  test('asks every service for a trace', () => {
    const { services, correlationId } = ask(`trace ${id} --environment prod`);
    expect(correlationId).toBe(id);
    expect(services).toHaveLength(6);
  });

  test.each([
    ['', 'no command'],
    ['dead-letters', 'There is no command'],
    ['dead-letters bury --service sales', 'There is no command "dead-letters bury"'],
    ['dead-letters list', 'needs --service'],
    ['dead-letters list --service accounts', '--service is one of common, '],
    ['dead-letters list --service sales --state lost', '--state is one of'],
    ['dead-letters list --service sales --ids 1', 'takes no --ids'],
    ['dead-letters list more --service sales', '"more" is not understood'],
    ['dead-letters replay --service sales --ids 1', '"1" is not an id'],
    [`dead-letters discard --service sales --ids ${id}`, 'needs --reason'],
    ['jobs retry --service sales', 'needs --ids'],
    ['jobs failed --service sales --environment test', '--environment is one of'],
    ['tenant suspend', 'needs --organization'],
    ['messages replay --since yesterday', 'is not a time'],
    ['messages replay', 'needs --since'],
    ['tenant export --organization 1 --to x', '"1" is not an id'],
    ['tenant list --to x', 'takes no --to'],
    ['trace', 'needs a correlation id'],
    [`trace ${id} ${other}`, 'is not understood'],
    [`trace ${id} --service sales`, 'takes no --service'],
    [`trace ${id} --verbose`, "Unknown option '--verbose'"],
  ])('is refused as "%s"', (text, why) => {
    expect(() => ask(text)).toThrow(UsageWrong);
    if (text !== '') expect(() => ask(text)).toThrow(why);
  });

  test('is refused without a word as the reason', () => {
    const args = ['dead-letters', 'discard', '--service', 'sales', '--ids', id, '--reason', ' '];
    expect(() => requestFrom(args)).toThrow('must say something');
  });
});
