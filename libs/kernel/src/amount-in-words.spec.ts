import { describe, expect, test } from '@jest/globals';
import { amountInWords } from './amount-in-words.js';
import { Money } from './money.js';
import { numberInWords } from './number-words.js';

describe('an amount in words', () => {
  test.each([
    ['0.00', 'Rupees zero only', 'रुपये शून्य मात्र'],
    ['0.05', 'Rupees zero and five paise only', 'रुपये शून्य और पाँच पैसे मात्र'],
    ['21.00', 'Rupees twenty-one only', 'रुपये इक्कीस मात्र'],
    ['100.50', 'Rupees one hundred and fifty paise only', 'रुपये एक सौ और पचास पैसे मात्र'],
    ['1180.00', 'Rupees one thousand one hundred eighty only', 'रुपये एक हज़ार एक सौ अस्सी मात्र'],
    ['100000.00', 'Rupees one lakh only', 'रुपये एक लाख मात्र'],
    [
      '1234567.89',
      'Rupees twelve lakh thirty-four thousand five hundred sixty-seven and eighty-nine paise only',
      'रुपये बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ और नवासी पैसे मात्र',
    ],
    ['10000000.00', 'Rupees one crore only', 'रुपये एक करोड़ मात्र'],
    ['1000000000000.00', 'Rupees one lakh crore only', 'रुपये एक लाख करोड़ मात्र'],
    ['-40.00', 'Rupees minus forty only', 'रुपये ऋण चालीस मात्र'],
  ])('%s', (amount, english, hindi) => {
    const money = Money.parse(amount, 'INR');
    expect(amountInWords(money, 'en')).toBe(english);
    expect(amountInWords(money, 'hi')).toBe(hindi);
  });

  test('of another currency says its code', () => {
    expect(amountInWords(Money.parse('12.30', 'USD'), 'en')).toBe('USD twelve and thirty hundredths only');
  });

  test('has a word of its own for each of the first hundred numbers', () => {
    for (const language of ['en', 'hi'] as const) {
      const words = Array.from({ length: 100 }, (_, number) => numberInWords(BigInt(number), language));
      expect(new Set(words).size).toBe(100);
      expect(words).not.toContain('');
    }
  });
});
