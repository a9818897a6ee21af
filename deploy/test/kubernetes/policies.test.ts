// What the network policies let through, asked of the rules as they are written: no cluster was there to try.
import { describe, expect, test } from '@jest/globals';
import { brokerPort, issuer, postgresPort, services } from '../../topology.ts';
import { committed, podsOf } from './manifests.ts';
import { isAdmitted, type End } from './policies.ts';

const base = committed('base');
const pods = podsOf(base);

describe('the network policies', () => {
  const end = (owner: string): End => ({ labels: pods.find((pod) => pod.owner === owner)!.labels });
  const postgres: End = { labels: { 'cnpg.io/cluster': 'postgres' } };
  const broker: End = { labels: { 'app.kubernetes.io/name': 'rabbitmq' } };
  const ingress: End = { namespace: 'ingress-nginx', labels: {} };
  const prometheus: End = { namespace: 'monitoring', labels: {} };
  const names: End = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };

  test.each(services)('admit what $name needs, and who needs it', ({ name, ports }) => {
    const self = end(name);
    for (const [from, to, port] of [
      [end('web'), self, ports.prod],
      [prometheus, self, ports.prod + 1_000],
      [self, postgres, postgresPort],
      [self, broker, brokerPort],
      [self, end('redis-jobs'), 6379],
      [self, end('redis-cache'), 6379],
      [self, end('common'), issuer.ports.prod],
      [self, undefined, 443],
      [self, names, 53],
      [end(`migrate-${name}`), postgres, postgresPort],
    ] as const)
      expect({ from, to, port, isAdmitted: isAdmitted(base, from, to, port) }).toMatchObject({
        isAdmitted: true,
      });
  });

  test('admit people, sign-ins and the operators', () => {
    expect(isAdmitted(base, ingress, end('web'), 8080)).toBe(true);
    expect(isAdmitted(base, end('web'), end('common'), issuer.ports.prod)).toBe(true);
    expect(isAdmitted(base, end('make-databases'), postgres, postgresPort)).toBe(true);
    expect(isAdmitted(base, { namespace: 'cnpg-system', labels: {} }, postgres, 8000)).toBe(true);
    expect(isAdmitted(base, { namespace: 'rabbitmq-system', labels: {} }, broker, 15_672)).toBe(true);
    expect(isAdmitted(base, postgres, postgres, postgresPort)).toBe(true);
    expect(isAdmitted(base, broker, broker, 25_672)).toBe(true);
  });

  test('admit nothing else', () => {
    const [sales, common] = [end('sales'), end('common')];
    for (const [from, to, port] of [
      [end('web'), postgres, postgresPort],
      [end('web'), undefined, 443],
      [end('web'), sales, 6006],
      [ingress, sales, 5006],
      [ingress, common, issuer.ports.prod],
      [prometheus, sales, 5006],
      [sales, common, 5001],
      [common, sales, 5006],
      [sales, end('web'), 8080],
      [sales, broker, 15_672],
      [sales, undefined, 22],
      [end('migrate-sales'), broker, brokerPort],
      [end('migrate-sales'), undefined, 443],
      [end('redis-jobs'), undefined, 443],
      [{ labels: {} }, postgres, postgresPort],
      [{ namespace: 'default', labels: sales.labels }, postgres, postgresPort],
    ] as const)
      expect({ from, to, port, isAdmitted: isAdmitted(base, from, to, port) }).toMatchObject({
        isAdmitted: false,
      });
  });
});
