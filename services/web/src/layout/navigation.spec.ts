import { describe, expect, it } from '@jest/globals';
import { permitted } from './navigation.js';

const pages = (...held: readonly string[]): readonly string[] =>
  permitted((permission) => held.includes(permission)).flatMap(({ destinations }) =>
    destinations.map(({ to }) => to),
  );

describe('the menu', () => {
  it('shows what is open to everybody, and no group that is empty', () => {
    expect(pages()).toEqual(['/', '/status']);
    expect(permitted(() => false).map(({ heading }) => heading)).toEqual([undefined, 'menu.operations']);
  });

  it('shows a page to whoever may read it', () => {
    expect(pages('dhanman.common.membership.read')).toEqual(['/', '/status', '/people']);
  });

  it('shows operations to whoever may read them in any one service', () => {
    expect(pages('dhanman.payroll.dead-letter.read')).toEqual(['/', '/status', '/dead-letters']);
  });

  it('shows what programs use to whoever may read it', () => {
    expect(pages('dhanman.common.api-key.read', 'dhanman.common.webhook.read')).toEqual([
      ...['/', '/status', '/api-keys', '/webhooks'],
    ]);
  });

  it('shows the trail to whoever may read that of any one service', () => {
    expect(pages('dhanman.sales.audit.read')).toEqual(['/', '/status', '/audit']);
  });

  it('does not take one right for another', () => {
    expect(pages('dhanman.common.membership.invite')).toEqual(pages());
  });
});
