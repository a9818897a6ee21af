import { describe, expect, it } from '@jest/globals';
import { blankRun, startedFrom } from './draft-run.js';

describe('a run as it is typed', () => {
  const draft = { ...blankRun(), q: 'flat', chosen: [{ id: 'one', name: 'Flat 1' }] };

  it('bills whom was chosen last, whatever was typed before', () => {
    expect(startedFrom(draft).customers).toEqual({});
    expect(startedFrom({ ...draft, whom: 'found' }).customers).toEqual({ q: 'flat' });
    expect(startedFrom({ ...draft, whom: 'chosen' }).customers).toEqual({ ids: ['one'] });
  });

  it('of nobody chosen and of nothing typed does not become a run of everybody', () => {
    expect(startedFrom({ ...draft, whom: 'chosen', chosen: [] }).customers).toEqual({ ids: [] });
    expect(startedFrom({ ...draft, whom: 'found', q: '  ' }).customers).toEqual({ q: '' });
  });

  it('leaves out what was not typed', () => {
    expect(startedFrom({ ...draft, name: ' June ', notes: ' ' })).not.toHaveProperty('notes');
    expect(startedFrom({ ...draft, name: ' June ' })).toMatchObject({ name: 'June', lines: [] });
    expect(startedFrom({ ...draft, dueOn: '2026-06-15' }).dueOn).toBe('2026-06-15');
  });
});
