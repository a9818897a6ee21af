import { describe, expect, test } from '@jest/globals';
import { parseEnvFile } from './env-file.ts';

describe('an env file', () => {
  test('holds names and values, with comments, blank lines and export', () => {
    const text = '# servers\n\nexport DHANMAN_AMQP_URL=amqp://here\r\n  LOG_LEVEL = debug  # loud\nEMPTY=\n';
    expect(parseEnvFile(text)).toEqual({ DHANMAN_AMQP_URL: 'amqp://here', LOG_LEVEL: 'debug', EMPTY: '' });
  });

  test('keeps what stands in quotes as it is, signs and spaces included', () => {
    expect(parseEnvFile(`A="with # and space " # said\nB='$HOME'\nC=a#b\nD=pa=ss`)).toEqual({
      A: 'with # and space ',
      B: '$HOME',
      C: 'a#b',
      D: 'pa=ss',
    });
  });

  test('ignores lines that assign nothing', () => {
    expect(parseEnvFile('just words\n1A=2\n=3')).toEqual({});
  });
});
