import { expect, it } from '@jest/globals';
import { missingPackages } from './tools.ts';

it('any of several browsers will do', () => {
  expect(missingPackages('browser', (program) => program === 'google-chrome')).toEqual([]);
  expect(missingPackages('browser', () => false)).toEqual(['chromium']);
});

it('what is missing is named as the package that brings it', () => {
  expect(missingPackages('infra', (program) => program !== 'systemd-nspawn')).toEqual(['systemd-container']);
});
