import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { isSensitiveName, safeText } from './redacted-text.js';
import { redacted } from './redaction.js';

describe('names that hide their value', () => {
  test.each([
    'password',
    'newPassword',
    'PGPASSWORD_OLD',
    'x-api-key',
    'apiKey',
    'accessToken',
    'refresh_token',
    'Authorization',
    'cookie',
    'set-cookie',
    'clientSecret',
    'panNumber',
    'PAN',
    'aadhaar',
    'accountNumber',
    'bankAccountNo',
    'ifsc',
    'upiId',
    'email',
    'customerEmail',
    'phone',
    'mobileNumber',
    'address',
    'dateOfBirth',
    'dob',
    'firstName',
    'employee_name',
    'body',
    'headers',
    'query',
    'parameters',
    'S3_SECRET_KEY',
    'otp',
    'privateKey',
  ])('%s', (name) => {
    expect(redacted({ [name]: 'plain' })).toEqual({ [name]: '[hidden]' });
  });

  test.each([
    'companyId',
    'organizationId',
    'invoiceId',
    'status',
    'route',
    'shippingState',
    'account',
    'accountId',
    'idempotencyKey',
    'attempt',
    'queue',
    'service',
    'company',
    'expandedNodes',
    'name',
  ])('but not %s', (name) => {
    expect(isSensitiveName(name)).toBe(false);
  });
});

describe('texts that are hidden wherever they stand', () => {
  test.each([
    ['a database address', 'cannot reach postgres://app:pa$s/w@rd@db:5432/x', 'pa$s/w@rd'],
    ['a Redis address without a user', 'redis://:topsecret@127.0.0.1:5320/0', 'topsecret'],
    ['a bearer token', 'got Bearer abc.DEF-123_45', 'abc.DEF-123_45'],
    ['an authorization header', 'authorization: Custom one two three', 'two'],
    ['a cookie header', 'Cookie: sid=s3cr3t; theme=dark', 's3cr3t'],
    [
      'a token of three parts',
      'jwt eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln was refused',
      'eyJzdWIiOiJ1In0',
    ],
    ['a token that looks like an identifier', 'token=019aa1b2-0000-7000-8000-123456789012', '019aa1b2'],
    [
      'a password that looks like an identifier',
      'amqp://u:0123456789abcdef0123456789abcdef@h/v',
      '0123456789abcdef',
    ],
    ['a password in a query', '/login?user=x&password=hunter2&y=1', 'hunter2'],
    ['a password in JSON', '{"newPassword": "correct horse"}', 'correct horse'],
    ['a password in SQL', `ALTER ROLE x PASSWORD 'open sesame'`, 'open sesame'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMG', 'MIGHAgEAMBMG'],
    ['a PAN', 'PAN ABCPE1234F is taken', 'ABCPE1234F'],
    ['a PAN in small letters', 'abcpe1234f', 'abcpe1234f'],
    ['a GSTIN', 'GSTIN 27ABCPE1234F1Z5', 'ABCPE1234F'],
    ['an Aadhaar number', 'aadhaar 234567890123', '234567890123'],
    ['an Aadhaar number in groups', '2345 6789 0123', '6789'],
    ['an Aadhaar number in Devanagari digits', '२३४५६७८९०१२३', '२३४५६७८९०१२३'],
    ['a bank account', 'a/c 50100123456789', '50100123456789'],
    ['an IFSC', 'HDFC0001234', 'HDFC0001234'],
    ['a card', 'card 4111-1111-1111-1111', '1111'],
    ['a mobile number', 'call 9876543210', '9876543210'],
    ['a mobile number in groups', '+91 98765 43210', '98765'],
    ['a foreign telephone number', '+44 20 7946 0958', '7946'],
    ['a mail address', 'no user a.b+c@example.co.in', 'a.b+c@example.co.in'],
    ['a mail address in another script', 'राम@उदाहरण.भारत', 'राम'],
    ['a UPI id', 'pay ramesh.k@okhdfc', 'ramesh.k'],
  ])('%s', (_what, text, secret) => {
    expect(safeText(text)).not.toContain(secret);
    expect(safeText(text)).toContain('[hidden]');
  });

  test.each([
    'invoice 019aa1b2-0000-7000-8000-123456789012 issued',
    '/api/v1/companies/:companyId/customers/:id',
    'at 2026-11-20T14:31:00.123Z after 12345678 ms',
    'at boot (file:///srv/dhanman/libs/platform/dist/boot.js:12:34)',
    'duplicate key value violates unique constraint "customers_code"',
    'http://127.0.0.1:5206/health',
    'ग्राहक मिला',
    'traceparent 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  ])('%s stays as it is', (text) => {
    expect(safeText(text)).toBe(text);
  });
});

describe('the shape of what is logged', () => {
  it('spells out line breaks, terminal escapes and direction overrides', () => {
    expect(safeText('a\nb\r\u001b[31mc\u2028d\u202ee\u0085')).toBe(
      'a\\nb\\r\\u001b[31mc\\u2028d\\u202ee\\u0085',
    );
  });

  it('keeps the frames of an error but nothing it carries along', () => {
    const error = Object.assign(new TypeError('no row for x@y.in\n    at forged (evil.js:1:1)'), {
      code: '23505',
      detail: 'Key (name)=(Ramesh) already exists.',
      parameters: ['Ramesh'],
    });
    const text = JSON.stringify(redacted({ error }));
    expect(redacted({ error })).toMatchObject({ error: { name: 'TypeError', code: '23505' } });
    expect(text).not.toMatch(/x@y|Ramesh/);
    expect((redacted(error) as { stack: string[] }).stack.join()).not.toContain('forged');
    expect((redacted(error) as { stack: string[] }).stack[0]).toMatch(/redaction\.spec/);
  });

  it('follows causes, and ends with circles, depth, width and length', () => {
    const circle: Record<string, unknown> = { wide: Array.from({ length: 10_000 }, (_, index) => index) };
    circle['self'] = circle;
    circle['long'] = 'x'.repeat(1_000_000);
    const text = JSON.stringify(
      redacted({ circle, error: new Error('outer', { cause: new Error('inner') }) }),
    );
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('inner');
  });

  it('survives getters and proxies that throw', () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(redacted({ trap, fine: 1 })).toEqual({ trap: '[…]', fine: 1 });
  });
});

describe('a canary', () => {
  const canaries = fc.constantFrom(
    'ABCPE1234F',
    '234567890123',
    '2345 6789 0123',
    '9876543210',
    'canary@example.com',
    '50100123456789',
    'HDFC0001234',
    'postgres://u:canary9x@h/d',
    'Bearer canary9x.canary9x',
    'password=canary9x',
    'eyJjYW5hcnk5eA.eyJj.c2ln',
  );
  const noise = fc.oneof(
    fc.constantFrom('', ' ', '"', "'", '(', ', ', '\n', '\u001b[31m', ': ', '=', 'ग्राहक '),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `${text} `),
  );
  const secretPart = (canary: string): string => /canary9x|canary@|eyJj/.exec(canary)?.[0] ?? canary;

  it('never survives in a text', () => {
    fc.assert(
      fc.property(noise, canaries, noise, (before, canary, after) => {
        const text = safeText(before + canary + after);
        expect(text).not.toContain(secretPart(canary));
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never survives anywhere in a structure, behind a sensitive name or in a key', () => {
    const nested = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 8 },
        fc.string(),
        fc.integer(),
        fc.tuple(noise, canaries).map(([before, canary]) => before + canary),
        fc.constant(234_567_890_123),
        fc.record({ password: fc.constant('canary9x'), panNumber: fc.constant('canary9x') }),
        fc.dictionary(fc.oneof(fc.string(), canaries), tie('tree')),
        fc.array(tie('tree')),
        tie('tree').map((cause) => new Error('password=canary9x', { cause })),
      ),
    })).tree;
    fc.assert(
      fc.property(nested, (value) => {
        const text = JSON.stringify(redacted({ value }));
        expect(text).not.toMatch(
          /canary9x|canary@|eyJj|ABCPE1234F|234567890123|2345 6789|9876543210|50100123456789|HDFC0001234/,
        );
        expect(text.length).toBeLessThan(700_000);
      }),
      { numRuns: 300 },
    );
  });
});
