import { expect, test } from '@jest/globals';
import { complaintOf } from './logs.ts';

const user = 'LOKI_USER=dhanman\n';

test.each([
  'LOKI_URL=https://loki.example.com/loki/api/v1/push\n',
  'LOKI_URL=http://127.0.0.1:3100/loki/api/v1/push\n',
])('%j is taken', (line) => {
  expect(complaintOf(line + user)).toBeUndefined();
});

test.each([
  [
    'LOKI_URL=https://loki.example.com/\n',
    'needs the lines LOKI_URL=https://…/loki/api/v1/push and LOKI_USER=…',
  ],
  [`LOKI_URL=nowhere\n${user}`, 'needs the lines LOKI_URL=https://…/loki/api/v1/push and LOKI_USER=…'],
  [`LOKI_URL=http://loki.example.com/\n${user}`, 'LOKI_URL must begin with https://'],
  [
    `LOKI_URL=https://dhanman:word@loki.example.com/\n${user}`,
    'the password belongs into /etc/dhanman/logs/LOKI_PASSWORD, not into LOKI_URL.',
  ],
])('%j is refused with what to do', (text, complaint) => {
  expect(complaintOf(text)).toBe(complaint);
});
