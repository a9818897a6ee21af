import { describe, expect, test } from '@jest/globals';
import { StepList } from './step-list.ts';

describe('the list of steps', () => {
  test('shows running steps with their notes, and prints each once when it is over', () => {
    const list = new StepList();
    expect(list.take({ kind: 'begun', id: 1, title: 'PostgreSQL' })).toBeUndefined();
    list.take({ kind: 'begun', id: 2, title: 'build' });
    list.take({ kind: 'note', id: 2, text: '12 files' });
    expect(list.live(80)).toEqual(['· PostgreSQL', '· build                             12 files']);
    expect(list.take({ kind: 'done', id: 2, title: 'build', seconds: 0.25 })).toBe(
      '✓ build                      0.3 s  12 files',
    );
    expect(list.live(80)).toEqual(['· PostgreSQL']);
  });

  test('marks a failed step and says nothing of its time', () => {
    const list = new StepList();
    list.take({ kind: 'begun', id: 1, title: 'RabbitMQ' });
    expect(list.take({ kind: 'failed', id: 1, title: 'RabbitMQ' })).toBe('✗ RabbitMQ');
  });

  test('cuts running lines to the width, or redrawing would leave the rest of them behind', () => {
    const list = new StepList();
    list.take({ kind: 'begun', id: 1, title: 'a very long title indeed' });
    expect(list.live(10)).toEqual(['· a very l']);
  });
});
