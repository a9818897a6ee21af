import type { Language } from '@dhanman/contracts';
import { frames, type MailText } from '../identity/account-mail-words.js';

interface Facts {
  readonly language: Language;
  readonly name: string;
  readonly actor: string;
  readonly reason: string;
  readonly minutes: number;
}

/** In the language of whoever is acted for; the reason stays as it was written. */
export function standInMail({ language, name, ...facts }: Facts): MailText {
  const { subject, text } = words[language](facts);
  return { subject, text: frames[language](name, text) };
}

type Words = (facts: Pick<Facts, 'actor' | 'reason' | 'minutes'>) => MailText;

const words: Readonly<Record<Language, Words>> = {
  en: ({ actor, reason, minutes }) => ({
    subject: 'Somebody acts as you at Dhanman',
    text:
      `${actor} has begun to act as you, for ${String(minutes)} minutes at most. ` +
      `The reason they gave:\n\n${reason}\n\nThey see and may do what you may; your password, your second factor ` +
      `and your sessions are out of their reach, and whatever they change is kept under both names. ` +
      `If you do not know why, ask an owner of your organization.`,
  }),
  hi: ({ actor, reason, minutes }) => ({
    subject: 'धनमान पर कोई आपकी ओर से काम कर रहा है',
    text:
      `${actor} ने आपकी ओर से काम करना शुरू किया है, अधिक से अधिक ${String(minutes)} मिनट के लिए। ` +
      `उनका बताया कारण:\n\n${reason}\n\nवे वही देख और कर सकते हैं जो आप कर सकते हैं; आपका पासवर्ड, आपका दूसरा प्रमाण ` +
      `और आपके सत्र उनकी पहुँच से बाहर हैं, और वे जो कुछ बदलते हैं वह दोनों नामों से दर्ज होता है। ` +
      `अगर आप इसका कारण नहीं जानते, तो अपने संगठन के किसी स्वामी से पूछें।`,
  }),
};
