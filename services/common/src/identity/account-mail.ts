import type { Language } from '@dhanman/contracts';
import { type AccountMail, frames, type MailFacts, type MailText, words } from './account-mail-words.js';

/** In the language of whoever gets it. */
export function textOf(mail: AccountMail, language: Language, facts: MailFacts): MailText {
  const { subject, text } = words[language][mail](facts);
  return { subject, text: frames[language](facts.name, text) };
}
