import { describe, expect, it } from '@jest/globals';
import { afterPress, capsOf, isSingle, nameOf, type Press } from './key-press.js';

const press = (key: string, others: Partial<Press> = {}): Press => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...others,
});

describe('the name of a press', () => {
  it.each([
    [press('j'), 'j'],
    [press('?', { shiftKey: true }), '?'],
    [press('s', { ctrlKey: true }), 'Control+S'],
    [press('s', { metaKey: true }), 'Control+S'],
    [press('Enter', { ctrlKey: true }), 'Control+Enter'],
    [press('Enter'), 'Enter'],
  ])('of %j is %s', (pressed, name) => {
    expect(nameOf(pressed)).toBe(name);
  });

  it('is that of the place under a layout that is not Latin', () => {
    expect(nameOf(press('र', { code: 'KeyJ' }))).toBe('j');
    expect(nameOf(press('ञ', { code: 'KeyJ', shiftKey: true }))).toBe('J');
  });

  it('is that of the letter where a Latin layout has moved it', () => {
    expect(nameOf(press('a', { code: 'KeyQ' }))).toBe('a');
  });

  it('is none with Alt, which belongs to the browser', () => {
    expect(nameOf(press('d', { altKey: true }))).toBeUndefined();
  });
});

describe('two keys', () => {
  it('are one word when the second comes in time', () => {
    const { keys, begun } = afterPress('g', undefined, 0);
    expect(keys).toBe('g');
    expect(afterPress('i', begun, 1_500)).toEqual({ keys: 'g i', begun: undefined });
  });

  it('are two when it does not', () => {
    const { begun } = afterPress('g', undefined, 0);
    expect(afterPress('i', begun, 1_501)).toEqual({ keys: 'i', begun: undefined });
  });

  it('are begun only by a key that leads', () => {
    expect(afterPress('j', undefined, 0).begun).toBeUndefined();
  });
});

it('what can be switched off is a letter alone', () => {
  expect(['j', '?', '/', '['].every(isSingle)).toBe(true);
  expect(['Control+S', 'Enter', 'Escape'].some(isSingle)).toBe(false);
});

it.each([
  ['g i', ['g', 'i']],
  ['Control+Enter', ['Ctrl', 'Enter']],
  ['/', ['/']],
  ['?', ['?']],
])('%s is printed as %j', (keys, caps) => {
  expect(capsOf(keys)).toEqual(caps);
});
