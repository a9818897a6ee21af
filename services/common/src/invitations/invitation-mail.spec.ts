import { expect, it } from '@jest/globals';
import { invitationMail } from './invitation-mail.js';

const link = 'https://app.example/join#text';
const app = 'https://app.example';
const language = 'en';

it('says who invites, to what, and where to go', () => {
  const { subject, text } = invitationMail({
    language,
    organization: 'Asha Group',
    invitedBy: 'Asha',
    link,
    app,
  });
  expect(subject).toBe('You are invited to Asha Group');
  expect(text).toContain('Asha invites you to work in Asha Group');
  expect(text).toContain(link);
});

it('carries no links, lines or sermons of strangers in their names', () => {
  const organization = `Win\r\nBcc: all https://evil.example www.evil.example ${'x'.repeat(200)}`;
  const { subject, text } = invitationMail({ language, organization, invitedBy: null, link, app });
  expect(subject).not.toMatch(/[\r\n]|:\/\/|www\./);
  expect(subject.length).toBeLessThan(110);
  expect(text.match(/https?:\/\/\S+/g)).toEqual([link, `${app},`]);
  expect(text).toContain('Somebody invites you');
});

it('speaks Hindi to who speaks Hindi', () => {
  const { subject, text } = invitationMail({
    language: 'hi',
    organization: 'आशा',
    invitedBy: null,
    link,
    app,
  });
  expect(subject + text.replaceAll(link, '').replaceAll(app, '')).not.toMatch(/[A-Za-z]/);
  expect(text).toContain(link);
  expect(text).toContain('किसी ने आपको');
});
