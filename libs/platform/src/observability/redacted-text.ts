/** What stands where something was hidden. */
export const hidden = '[hidden]';

/** Longer texts are cut. Patterns see a little more than is kept, so that the cut cannot halve what they look for. */
const keptLength = 2_000;
const seenLength = keptLength + 1_000;

/**
 * Words that make the value beside them unfit for a log, wherever they stand in a name: `userPassword`,
 * `x-api-key`, `PAN_NUMBER`. Whole words, because `pan` is part of `company`.
 */
const sensitiveWords = new Set(
  [
    'pwd pass token tokens jwt bearer auth session signature otp totp pin cvv salt nonce csrf dsn',
    'pan uid iban ifsc upi vpa gstin passport dob birth birthday card',
    'email emails mail phone phones mobile fax whatsapp address addresses street salary',
    'body payload headers header query querystring params parameters raw',
  ].flatMap((line) => line.split(' ')),
);

/** Parts unmistakable anywhere, and words harmless alone: `account` is a ledger's, `key` an idempotency key. */
const sensitiveNames =
  /passw(or)?d|passphrase|secret|credential|cookie|authori[sz]ation|aadhaa?r|connectionstring|(api|access|private|encryption|signing|master|secret)keys?$|^(bank)?acc(oun)?t(no|num|number)$|bankaccount|(first|last|middle|full|display|given|family|maiden|father|mother|spouse|contact|customer|employee|member|owner|tenant|nominee|holder|beneficiary)names?$/;

/** Names come from code, so they are few; a flood of others must not fill the memory. */
const judged = new Map<string, boolean>();
const judgedAtMost = 2_000;

/** Does the name of a field alone forbid its value in a log? */
export function isSensitiveName(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const judgement = judge(name);
  if (judged.size < judgedAtMost && name.length <= 100) judged.set(name, judgement);
  return judgement;
}

function judge(name: string): boolean {
  const words = name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const compact = words.join('');
  return (
    words.some((word) => sensitiveWords.has(word)) ||
    sensitiveWords.has(compact) ||
    sensitiveNames.test(compact)
  );
}

/** A way of hiding: applied only to texts in which its trigger is found, because few texts hold anything to hide. */
interface Hiding {
  readonly trigger: RegExp;
  readonly patterns: readonly (readonly [RegExp, string])[];
}

/** Secrets are known by what stands before them. */
const secrets: Hiding = {
  trigger:
    /-----BEGIN|:\/\/|bearer|basic|eyJ|auth|cookie|pass|pwd|secret|token|key|otp|signature|credential/i,
  patterns: [
    // -----BEGIN PRIVATE KEY----- … whatever follows it
    [/-----BEGIN [A-Z ]+-----[^]*/g, hidden],
    // postgres://user:password@host
    [/(:\/\/)[^\s/?#]*:[^\s]*@/g, `$1${hidden}@`],
    // Authorization: …, Cookie: …, to the end of the line
    [/((?:proxy-)?authorization|(?:set-)?cookie)(["']?\s*[:=]\s*)[^\n]+/gi, `$1$2${hidden}`],
    [/(bearer|basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${hidden}`],
    // A JSON Web Token, or any part of one
    [/eyJ[\w.-]{8,}/g, hidden],
    // password=…, "apiKey":"…", and SQL's PASSWORD '…'
    [
      /((?:password|passwd|passphrase|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|otp|signature|credential)s?["']?\s*(?:=>|[:=])\s*)("[^"]*"?|'[^']*'?|[^\s,;&}\])]+)/gi,
      `$1${hidden}`,
    ],
    [/(password\s+)'[^']*'?/gi, `$1${hidden}`],
  ],
};

/** Personal data are known by their shape. */
const personal: Hiding = {
  trigger: /@|\d{4}|\+\d|[a-z]{4}0|[^\u0020-\u007e]/i,
  patterns: [
    // mail addresses and UPI ids
    [/(?<![^\s@"'<>(),;:[\]/\\=])[^\s@"'<>(),;:[\]/\\=]+@[\p{L}\p{N}][\p{L}\p{N}.-]*/gu, hidden],
    // PAN, alone or inside a GSTIN
    [/(?:\d{2})?[a-z]{5}\d{4}[a-z](?:[1-9a-z]z[\da-z])?/gi, hidden],
    // IFSC
    [/[a-z]{4}0[a-z\d]{6}/gi, hidden],
    // Aadhaar and card numbers in groups of four
    [/\p{Nd}{4}([ -])\p{Nd}{4}\1\p{Nd}{4}(?:\1\p{Nd}{1,4})?/gu, hidden],
    // telephone numbers in groups
    [/\+\p{Nd}{1,3}[ -]?\(?\p{Nd}{2,5}\)?(?:[ -]?\p{Nd}{2,5}){1,4}/gu, hidden],
    [/(?<!\p{Nd})(?:91[ -]?|0)?[6-9]\p{Nd}{4}[ -]\p{Nd}{5}(?!\p{Nd})/gu, hidden],
    [/(?<!\p{Nd})(?:91[ -]?|0)?[6-9]\p{Nd}{2}[ -]\p{Nd}{3}[ -]\p{Nd}{4}(?!\p{Nd})/gu, hidden],
    // Any other long number: Aadhaar, bank account, card, mobile. No log needs one.
    [/\p{Nd}{9,}/gu, hidden],
  ],
};

/** Identifiers of rows and traces: they are made of digits too, and logs are worthless without them. */
const identifiers =
  /(\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b|\b[\da-f]{32}(?:-[\da-f]{16})?\b)/i;

const wholeIdentifier = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** The text with secrets and personal numbers hidden, on one line, and not longer than a log line can bear. */
export function safeText(text: string): string {
  if (harmless.has(text) || wholeIdentifier.test(text)) return text;
  const safe = withoutSecrets(text);
  if (safe === text && text.length <= 100 && harmless.size < harmlessAtMost) harmless.add(text);
  return safe;
}

/**
 * Texts in which nothing was found to hide: routes, methods and names of fields, which every line repeats. What had to be
 * hidden is never kept.
 */
const harmless = new Set<string>();
const harmlessAtMost = 2_000;

function withoutSecrets(text: string): string {
  const seen = text.length > seenLength ? text.slice(0, seenLength) : text;
  // A token may look like an identifier, so secrets go first, wherever they stand.
  const safe = spelledOut(betweenIdentifiers(hide(seen, secrets), (part) => hide(part, personal)));
  if (text.length <= keptLength && safe.length <= keptLength) return safe;
  return `${safe.slice(0, keptLength)}[… ${text.length} characters]`;
}

function hide(text: string, { trigger, patterns }: Hiding): string {
  if (!trigger.test(text)) return text;
  return patterns.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}

function betweenIdentifiers(text: string, change: (part: string) => string): string {
  if (text.length < 32) return change(text);
  const parts = text.split(identifiers);
  // Every second part is an identifier, which split() keeps because it is captured.
  return parts.map((part, index) => (index % 2 === 1 ? part : change(part))).join('');
}

const plain = /^[\u0020-\u007e]*$/;

/** Line breaks, terminal escapes and direction overrides, in letters instead of in effect. */
const control = /[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

const shortSpelling: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function spelledOut(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(
    control,
    (character) => shortSpelling[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
