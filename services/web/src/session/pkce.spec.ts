import { expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { newProof, randomText } from './pkce.js';

it('the challenge is the digest of the verifier, in letters that an address carries', async () => {
  const { verifier, challenge } = await newProof();
  expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(challenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
});

it('no two are the same', () => {
  expect(new Set(Array.from({ length: 1000 }, randomText)).size).toBe(1000);
});
