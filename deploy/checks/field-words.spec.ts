import { describe, expect, it } from '@jest/globals';
import { fieldWords } from './field-words.ts';

const codes = "shapeCodes = [...(['required'] as const)] as const;\nx = {\n  'must be red': 'not-red',\n};";
const words = "  required: 'यह भरें।',\n  'not-red': 'लाल।',\n  'too-late': '{{on}} के बाद।',\n";

function findings(rule: string, hindi = words): readonly string[] {
  const contents: Record<string, string> = {
    'services/a/src/b/c.ts': rule,
    'services/web/src/language/hi-fields.ts': hindi,
    'services/web/src/language/hi-account.ts': "  'name-taken': 'नाम।',\n",
    'libs/contracts/src/http/field-codes.ts': codes,
  };
  return fieldWords({ files: Object.keys(contents), read: (file) => contents[file] ?? '' });
}

describe('what a service says of a field', () => {
  it('has words in the other language, in one of the two places', () => {
    expect(findings("super('conflict', 'name-taken', what, { field: 'name' });")).toEqual([]);
    expect(findings("x;\nsuper('conflict', 'name-odd', what, { field: 'name' });")).toEqual([
      expect.stringMatching(/^services\/a\/src\/b\/c\.ts:2: "name-odd" .*no words/),
    ]);
  });

  it('is looked for where a field is named, and over several lines', () => {
    expect(findings("super('conflict', 'name-odd', what);")).toEqual([]);
    expect(findings("new DomainError(\n 'invalid',\n 'odd',\n f(x),\n {\n field,\n },\n);")).toHaveLength(1);
  });

  it('brings the figures that its words tell', () => {
    const told = "super('conflict', 'too-late', what, { field: 'on', details: { on } });";
    expect(findings(told)).toEqual([]);
    expect(findings("super('conflict', 'too-late', what, { field: 'on' });")).toEqual([
      expect.stringContaining('{{on}}'),
    ]);
  });

  it('knows what a code that is put together can become', () => {
    const rule = "super('conflict', `${document}-late`, what, { field: 'on', details: { on } });";
    expect(findings(rule)).toEqual([]);
    expect(findings(rule.replace('late', 'early'))).toHaveLength(1);
  });

  it('counts what the schemas can say', () => {
    expect(findings('', words.replace('not-red', 'not-blue'))).toEqual([
      expect.stringContaining('"not-red"'),
    ]);
    expect(findings('', words.replace('required', 'wanted'))).toEqual([
      expect.stringContaining('"required"'),
    ]);
  });
});
