import { describe, expect, test } from '@jest/globals';
import { permissions } from '@dhanman/contracts';
import {
  databaseOf,
  databaseRoleOf,
  deployed,
  environments,
  hostOf,
  issuer,
  limits,
  metricsPort,
  nextPort,
  permissionScopeOf,
  serviceNamed,
  services,
  unitOf,
  webApp,
} from './topology.ts';

const everywhere = Object.values(environments).flatMap((environment) =>
  services.map((service) => ({ environment, service, port: service.ports[environment.name] })),
);

const doubled = (values: readonly unknown[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

test('no two instances of any environment want the same port, and no port is another one’s metrics', () => {
  const both = everywhere.flatMap(({ port }) => [port, nextPort(port)]);
  const issuers = Object.values(issuer.ports).flatMap((port) => [port, nextPort(port)]);
  expect(doubled([...both.flatMap((port) => [port, metricsPort(port)]), ...issuers])).toEqual([]);
});

test('no two services share a unit, a host, a database or a role', () => {
  const onServers = everywhere.filter(({ environment }) => deployed.includes(environment));
  expect(doubled(onServers.map(({ environment, service }) => unitOf(environment, service)))).toEqual([]);
  expect(doubled(everywhere.map(({ environment, service }) => hostOf(environment, service.name)))).toEqual(
    [],
  );
  expect(doubled(everywhere.map(({ environment, service }) => databaseOf(environment, service)))).toEqual([]);
  expect(
    doubled(everywhere.map(({ environment, service }) => databaseRoleOf(environment, service, 'app'))),
  ).toEqual([]);
});

describe('names', () => {
  const sales = serviceNamed('sales');

  test('are the documented ones', () => {
    expect(hostOf(environments.prod, 'sales')).toBe('sales.dhanman.com');
    expect(hostOf(environments.qa, webApp)).toBe('qa.app.dhanman.com');
    expect(hostOf(environments.local, 'sales')).toBe('sales.dhanman.localhost');
    expect(unitOf(environments.qa, sales)).toBe('dhanman-qa-sales');
    expect(databaseOf(environments.local, sales)).toBe('local-dhanman-sales');
    expect(databaseRoleOf(environments.prod, sales, 'read')).toBe('prod_dhanman_sales_read');
  });

  test('of users and roles fit into what Linux (31) and Postgres (63) allow', () => {
    for (const { environment, service } of everywhere) {
      expect(unitOf(environment, service).length).toBeLessThanOrEqual(31);
      expect(databaseRoleOf(environment, service, 'owner').length).toBeLessThanOrEqual(63);
    }
  });

  test('that nobody has are refused with the ones there are', () => {
    expect(() => serviceNamed('billing')).toThrow(
      'No service is called "billing"; there are common, community',
    );
  });
});

test('every permission belongs to a service of the table', () => {
  const scopes = services.map(permissionScopeOf);
  for (const permission of Object.values(permissions)) {
    expect(scopes).toContain(permission.split('.').slice(0, 2).join('.'));
  }
});

test('systemd waits longer than a service may take to finish, and the heap fits below the memory limit', () => {
  expect(limits.stopTimeoutSeconds * 1_000).toBeGreaterThan(limits.shutdownDeadlineMs);
  for (const { heapMb } of Object.values(environments))
    expect(heapMb).toBeLessThan(limits.memoryHighMb * 0.8);
});
