import { currencyDecimals } from './currency.js';
import type { Money } from './money.js';
import { type DocumentLanguage, numberInWords } from './number-words.js';

/** An amount as documents in India spell it out: "Rupees one lakh five hundred and fifty paise only". */
export function amountInWords(money: Money, language: DocumentLanguage): string {
  const amount = money.abs();
  const unit = 10n ** BigInt(currencyDecimals(amount.currency));
  const whole = numberInWords(amount.minor / unit, language);
  const part = amount.minor % unit;
  const minus = money.isNegative ? { en: 'minus ', hi: 'ऋण ' }[language] : '';
  return sentences[language](
    nameOf(amount.currency, language),
    minus + whole,
    partOf(part, amount.currency, language),
  );
}

const sentences: Readonly<Record<DocumentLanguage, (unit: string, whole: string, part: string) => string>> = {
  en: (unit, whole, part) => `${unit} ${whole}${part && ` and ${part}`} only`,
  hi: (unit, whole, part) => `${unit} ${whole}${part && ` और ${part}`} मात्र`,
};

function nameOf(currency: string, language: DocumentLanguage): string {
  return currency === 'INR' ? { en: 'Rupees', hi: 'रुपये' }[language] : currency;
}

/** Paise have a name; the hundredths of another currency are said as what they are. */
function partOf(part: bigint, currency: string, language: DocumentLanguage): string {
  if (part === 0n) return '';
  const name = currency === 'INR' ? { en: 'paise', hi: 'पैसे' } : { en: 'hundredths', hi: 'शतांश' };
  return `${numberInWords(part, language)} ${name[language]}`;
}
