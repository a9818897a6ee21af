import { DomainError } from './domain-error.js';

export class CurrencyUnknown extends DomainError {
  constructor(code: string) {
    super('invalid', 'currency-unknown', `"${code.slice(0, 10)}" is not a currency code of ISO 4217.`);
  }
}

/** An ISO 4217 code such as INR. */
export type Currency = string;

// ISO 4217 list one, active national currencies by number of decimals. The runtime's own tables (CLDR) are not used:
// they give the decimals in daily use, which for some currencies are fewer than the accounts need.
const codesByDecimals: readonly (readonly [number, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF ' +
      'CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL ' +
      'HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU ' +
      'MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR ' +
      'SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED ' +
      'VES WST XCD XCG YER ZAR ZMW ZWG',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const decimalsByCode: ReadonlyMap<string, number> = new Map(
  codesByDecimals.flatMap(([decimals, codes]) => codes.split(' ').map((code) => [code, decimals] as const)),
);

/** How many decimals amounts of this currency have: 2 for INR, 0 for JPY, 3 for KWD. */
export function currencyDecimals(code: string): number {
  const decimals = decimalsByCode.get(code);
  if (decimals === undefined) throw new CurrencyUnknown(code);
  return decimals;
}

/** Whether the text is a currency code we can keep accounts in. */
export function isCurrency(code: string): code is Currency {
  return decimalsByCode.has(code);
}
