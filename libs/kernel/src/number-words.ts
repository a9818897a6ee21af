/** The languages in which documents speak. */
export type DocumentLanguage = 'en' | 'hi';

interface Words {
  /** Zero to ninety-nine; Hindi has a word of its own for each. */
  readonly small: (number: number) => string;
  readonly hundred: string;
  readonly thousand: string;
  readonly lakh: string;
  readonly crore: string;
}

const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const hindi = `शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी
अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे`;

const languages: Readonly<Record<DocumentLanguage, Words>> = {
  en: { small: englishBelowHundred, hundred: 'hundred', thousand: 'thousand', lakh: 'lakh', crore: 'crore' },
  hi: {
    small: (number) => wordAt(hindi, number),
    ...{ hundred: 'सौ', thousand: 'हज़ार', lakh: 'लाख', crore: 'करोड़' },
  },
};

/** A whole number in words, counted in thousand, lakh and crore: one crore crore is as far as it goes on. */
export function numberInWords(number: bigint, language: DocumentLanguage): string {
  const words = languages[language];
  if (number < 100n) return words.small(Number(number));
  for (const [size, name] of sizesOf(words)) {
    if (number < size) continue;
    const head = `${numberInWords(number / size, language)} ${name}`;
    const rest = number % size;
    return rest === 0n ? head : `${head} ${numberInWords(rest, language)}`;
  }
  throw new RangeError('Only whole numbers from zero on have words.');
}

function sizesOf({ crore, lakh, thousand, hundred }: Words): readonly (readonly [bigint, string])[] {
  return [
    [10_000_000n, crore],
    [100_000n, lakh],
    [1_000n, thousand],
    [100n, hundred],
  ];
}

function englishBelowHundred(number: number): string {
  if (number < 20) return wordAt(english, number);
  const tens = wordAt(englishTens, Math.floor(number / 10) - 2);
  return number % 10 === 0 ? tens : `${tens}-${wordAt(english, number % 10)}`;
}

function wordAt(words: string, index: number): string {
  return words.split(/\s+/)[index] ?? '';
}
