import { expect, it } from '@jest/globals';
import { standInMail } from './stand-in-mail.js';

const facts = { name: 'आशा', actor: 'रवि', reason: 'सूची खाली रहती है', minutes: 30 };

it('says who, how long and why', () => {
  const { subject, text } = standInMail({ ...facts, language: 'en' });
  expect(subject).toBe('Somebody acts as you at Dhanman');
  expect(text).toContain('रवि has begun to act as you, for 30 minutes at most.');
  expect(text).toContain(`\n\n${facts.reason}\n\n`);
});

it('says the same in Hindi to who speaks Hindi', () => {
  const { subject, text } = standInMail({ ...facts, language: 'hi' });
  expect(subject + text).not.toMatch(/[A-Za-z]/);
  expect(text).toContain('नमस्ते आशा');
  expect(text).toContain('रवि ने आपकी ओर से काम करना शुरू किया है, अधिक से अधिक 30 मिनट के लिए।');
  expect(text).toContain(`\n\n${facts.reason}\n\n`);
});
