import { describe, expect, test } from '@jest/globals';
import { VersionMissing, versionIn } from './if-match.js';

describe('the version in If-Match', () => {
  test('is the number of the ETag', () => {
    expect(versionIn('"7"')).toBe(7);
    expect(versionIn('W/"12"')).toBe(12);
  });

  test.each([undefined, '', '7', '"0"', '"-1"', '"1.5"', '"abc"', '*', '"1", "2"', '"99999999999"'])(
    'is missing from %j',
    (header) => {
      expect(() => versionIn(header)).toThrow(VersionMissing);
    },
  );
});
