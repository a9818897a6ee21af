import { expect, test } from '@jest/globals';
import { lasting } from './archive-settings.ts';

test('what Postgres is told leads through the link to the release, not into one that will be removed', () => {
  expect(lasting('/opt/dhanman/releases/1.4.0/deploy/backup')).toBe('/opt/dhanman/current/deploy/backup');
  expect(lasting('/srv/dhanman/deploy/backup')).toBe('/srv/dhanman/deploy/backup');
});
