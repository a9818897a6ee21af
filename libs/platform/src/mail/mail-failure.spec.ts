import { expect, test } from '@jest/globals';
import { mayHaveGoneOut } from './mail-failure.js';

test.each([
  ['nobody listens', { command: 'CONN', code: 'ESOCKET', syscall: 'connect' }, false],
  ['the name leads nowhere', { command: 'CONN', code: 'EDNS' }, false],
  ['the password is wrong', { command: 'AUTH PLAIN', code: 'EAUTH', responseCode: 535 }, false],
  ['nobody of the recipients is known', { command: 'RCPT TO', code: 'EENVELOPE' }, false],
  ['the whole mail is refused', { command: 'DATA', code: 'EMESSAGE', responseCode: 552 }, false],
  ['the connection breaks', { command: 'CONN', code: 'ECONNECTION' }, true],
  ['the server falls silent', { command: 'CONN', code: 'ETIMEDOUT' }, true],
  ['something else happens', new Error('?'), true],
])('when %s', (_, error, may) => {
  expect(mayHaveGoneOut(error)).toBe(may);
});
