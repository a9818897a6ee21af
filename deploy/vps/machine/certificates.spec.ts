import { expect, it } from '@jest/globals';
import { deployed } from '../../topology.ts';
import { faultOf, hostsOf } from './certificates.ts';

const hosts = ['app.example.com', 'sales.example.com'];
const now = new Date('2026-06-01T00:00:00Z');
const names = 'DNS:app.example.com, DNS:sales.example.com';

it('a certificate is put right before it ends, and not earlier', () => {
  const ending = (validTo: string) => faultOf({ validTo, subjectAltName: names }, { hosts, days: 30, now });
  expect(ending('Jul  1 00:00:00 2026 GMT')).toBeUndefined();
  expect(ending('Jun 30 23:59:59 2026 GMT')).toBe('ends on 2026-06-30');
  expect(ending('May  1 00:00:00 2026 GMT')).toBe('ends on 2026-05-01');
});

it('a host name that came later is missed, though a longer one contains it', () => {
  const found = faultOf(
    { validTo: 'Dec  1 00:00:00 2026 GMT', subjectAltName: 'DNS:app.example.com, DNS:old.sales.example.com' },
    { hosts, days: 30, now },
  );
  expect(found).toBe('does not name sales.example.com');
});

it('every environment shows the app and each of its services', () => {
  for (const environment of deployed) expect(hostsOf(environment)).toHaveLength(7);
});
