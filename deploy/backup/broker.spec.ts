import { expect, test } from '@jest/globals';
import { definitionsOf } from './broker.ts';

test('of a broker that both environments share, only what one of them has is taken', () => {
  const all = {
    rabbit_version: '3.10',
    global_parameters: [{ name: 'cluster_name', value: 'one' }],
    vhosts: [{ name: 'prod' }, { name: 'qa' }],
    users: [{ name: 'prod-sales' }, { name: 'qa-sales' }, { name: 'guest' }],
    permissions: [
      { user: 'prod-sales', vhost: 'prod' },
      { user: 'qa-sales', vhost: 'qa' },
    ],
    queues: [
      { name: 'sales.dead', vhost: 'prod' },
      { name: 'sales.dead', vhost: 'qa' },
    ],
    bindings: [{ source: 'events', vhost: 'qa' }],
  };
  expect(definitionsOf('prod', all)).toEqual({
    vhosts: [{ name: 'prod' }],
    users: [{ name: 'prod-sales' }],
    permissions: [{ user: 'prod-sales', vhost: 'prod' }],
    queues: [{ name: 'sales.dead', vhost: 'prod' }],
    ...{ topic_permissions: [], parameters: [], policies: [], exchanges: [], bindings: [] },
  });
});
