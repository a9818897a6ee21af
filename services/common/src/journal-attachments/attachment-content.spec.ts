import { attachmentLimitBytes } from '@dhanman/contracts';
import { describe, expect, test } from '@jest/globals';
import { contentIn } from './attachment-content.js';
import { FileTooLarge, FileTypeRefused, FileUnreadable } from './attachment-errors.js';

const sent = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('base64');

describe('the content of a file', () => {
  test.each([
    ['application/pdf', '%PDF-1.7\n'],
    ['image/png', '\x89PNG\r\n\x1A\nIHDR'],
    ['image/jpeg', '\xFF\xD8\xFF\xE0'],
    ['image/webp', 'RIFF\x10\x00\x00\x00WEBPVP8 '],
  ])('%s is known by how it begins', (type, bytes) => {
    expect(contentIn(sent(bytes))).toEqual({ type, content: Buffer.from(bytes, 'latin1') });
  });

  test.each(['<html>%PDF-', 'MZ\x90', 'RIFF\x10\x00\x00\x00WAVE', '\x89PNG', 'PK\x03\x04'])(
    '%j is refused, whatever it is called',
    (bytes) => {
      expect(() => contentIn(sent(bytes))).toThrow(FileTypeRefused);
    },
  );

  test('has at most the bytes that are allowed', () => {
    const largest = `%PDF-${'x'.repeat(attachmentLimitBytes - 5)}`;
    expect(contentIn(sent(largest)).content).toHaveLength(attachmentLimitBytes);
    expect(() => contentIn(sent(`${largest}x`))).toThrow(FileTooLarge);
  });

  test.each(['JVBERi0x*', 'JVBERi0', 'data:application/pdf;base64,JVBERi0x'])('%s came broken', (text) => {
    expect(() => contentIn(text)).toThrow(FileUnreadable);
  });
});
