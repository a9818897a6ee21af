import { describe, expect, test } from '@jest/globals';
import { textOf } from './account-mail.js';
import type { AccountMail } from './account-mail-words.js';

const facts = {
  ...{ name: 'Asha', link: 'https://app.example/x#secret', app: 'https://app.example' },
  ...{ organization: 'Asha', token: 'Asha', issuer: 'https://keycloak.example/realms/office' },
};
const withLink: readonly AccountMail[] = ['verify-address', 'welcome', 'invitation', 'reset-password'];
const without: readonly AccountMail[] = ['password-changed', 'already-registered', 'token-made'];
const aboutIdentities: readonly AccountMail[] = ['identity-linked', 'identity-unlinked'];

describe('a mail about an account', () => {
  test.each(aboutIdentities)('%s names the issuer and the organization', (mail) => {
    for (const language of ['en', 'hi'] as const) {
      const { text } = textOf(mail, language, { ...facts, organization: 'Sharma Group' });
      expect(text).toContain(facts.issuer);
      expect(text).toContain('Sharma Group');
    }
  });

  test.each([...withLink, ...without, ...aboutIdentities])(
    '%s says the same in English and in Hindi',
    (mail) => {
      const [english, hindi] = [textOf(mail, 'en', facts), textOf(mail, 'hi', facts)];
      const plain = (text: string) => text.replaceAll(/https:\S+|Asha/g, '');
      expect(english.subject + english.text).not.toMatch(/[\u0900-\u097F]/);
      expect(plain(hindi.subject + hindi.text)).not.toMatch(/[A-Za-z]/);
      const address = withLink.includes(mail) ? facts.link : facts.app;
      if (mail !== 'identity-linked')
        for (const { text } of [english, hindi]) expect(text).toContain(address);
      for (const { text } of [english, hindi]) expect(text).toContain('Asha');
    },
  );
});
