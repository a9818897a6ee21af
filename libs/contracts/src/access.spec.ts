import { describe, expect, test } from '@jest/globals';
import { decide, type Grant, permits } from './access.js';
import type { Permission } from './permissions.js';
import { builtInRoles } from './roles.js';

const [mumbai, pune] = ['company-1', 'company-2'];
const issue = 'dhanman.sales.invoice.issue';
const of = (...patterns: string[]): Grant => ({ patterns });
const allowed = { isAllowed: true };
const missing = { isAllowed: false, because: 'permission-missing' };
const above = (limit: string) => ({ isAllowed: false, because: 'amount-above-limit', limit });

describe('a decision', () => {
  test.each<[string, readonly Grant[], { companyId?: string; amount?: string }, object]>([
    ['nobody without a role', [], { companyId: mumbai }, missing],
    ['a role for everything', [of('dhanman.*')], { companyId: mumbai }, allowed],
    ['the exact permission', [of(issue)], { companyId: mumbai }, allowed],
    ['another permission', [of('dhanman.sales.invoice.read')], { companyId: mumbai }, missing],
    ['a role in this company', [{ ...of(issue), companyId: mumbai }], { companyId: mumbai }, allowed],
    ['a role in another company', [{ ...of(issue), companyId: pune }], { companyId: mumbai }, missing],
    ['a role in one company, asked of the organization', [{ ...of(issue), companyId: mumbai }], {}, missing],
    ['a role in the organization, asked of a company', [of(issue)], { companyId: pune }, allowed],
    [
      'two roles that are right only together',
      [{ ...of('dhanman.sales.*'), companyId: pune }, of('dhanman.sales.*.read')],
      { companyId: mumbai },
      missing,
    ],
    ['an amount at the limit', [{ ...of(issue), amountLimit: '5000.00' }], { amount: '5000' }, allowed],
    [
      'an amount above it',
      [{ ...of(issue), amountLimit: '5000.00' }],
      { amount: '5000.01' },
      above('5000.00'),
    ],
    [
      'an amount that only looks smaller as text',
      [{ ...of(issue), amountLimit: '900.00' }],
      { amount: '1000.00' },
      above('900.00'),
    ],
    [
      'an amount beyond what floating point tells apart',
      [{ ...of(issue), amountLimit: '9007199254740993.00' }],
      { amount: '9007199254740993.01' },
      above('9007199254740993.00'),
    ],
    [
      'the highest of several limits',
      [
        { ...of(issue), amountLimit: '100.00' },
        { ...of(issue), amountLimit: '2000.00' },
        { ...of(issue), amountLimit: '500.00' },
      ],
      { amount: '2000.01' },
      above('2000.00'),
    ],
    [
      'a role without a limit beside one with',
      [{ ...of(issue), amountLimit: '100.00' }, of(issue)],
      { amount: '99999.00' },
      allowed,
    ],
    [
      'a limit in another company',
      [
        { ...of(issue), companyId: pune, amountLimit: '9000.00' },
        { ...of(issue), companyId: mumbai, amountLimit: '10.00' },
      ],
      { companyId: mumbai, amount: '11.00' },
      above('10.00'),
    ],
    ['a limit while no amount is known', [{ ...of(issue), amountLimit: '1.00' }], {}, allowed],
  ])('%s', (_, grants, where, verdict) => {
    expect(decide(grants, { permission: issue, ...where })).toEqual(verdict);
  });
});

describe('a pattern', () => {
  test.each<[readonly string[], string, boolean]>([
    [['dhanman.*'], 'dhanman.sales.invoice.issue', true],
    [['dhanman.sales.*'], 'dhanman.sales.invoice.issue', true],
    [['dhanman.sales.*'], 'dhanman.purchase.bill.read', false],
    [['dhanman.sales.invoice.*'], 'dhanman.sales.invoice.issue', true],
    [['dhanman.*.*.read'], 'dhanman.sales.invoice.read', true],
    [['dhanman.*.*.read'], 'dhanman.sales.invoice.issue', false],
    [['dhanman.*.invoice.*'], 'dhanman.sales.invoice.issue', true],
    [['dhanman.sales'], 'dhanman.sales.invoice.issue', false],
    [['dhanman.sales.invoice.issue.*'], 'dhanman.sales.invoice.issue', false],
    [['dhanman.sal*.invoice.issue'], 'dhanman.sales.invoice.issue', false],
    [['*'], 'dhanman.sales.invoice.issue', true],
    [['dhanman.*', '!dhanman.payroll.*'], 'dhanman.payroll.run.read', false],
    [['!dhanman.payroll.*', 'dhanman.*'], 'dhanman.payroll.run.read', false],
    [['!dhanman.payroll.*'], 'dhanman.sales.invoice.read', false],
    [[], 'dhanman.sales.invoice.read', false],
  ])('%j and %s: %s', (patterns, permission, verdict) => {
    expect(permits(patterns, permission)).toBe(verdict);
  });
});

describe('the built-in role', () => {
  test.each<[keyof typeof builtInRoles, Permission, boolean]>([
    ['owner', 'dhanman.common.organization.close', true],
    ['administrator', 'dhanman.common.organization.close', false],
    ['administrator', 'dhanman.common.membership.revoke', true],
    ['accountant', issue, true],
    ['accountant', 'dhanman.common.membership.invite', false],
    ['approver', issue, false],
    ['approver', 'dhanman.sales.invoice.read', true],
    ['auditor', 'dhanman.sales.invoice.read', true],
    ['auditor', 'dhanman.sales.customer.update', false],
    ['sales', 'dhanman.sales.customer.create', true],
    ['sales', 'dhanman.common.membership.read', false],
    ['purchase', 'dhanman.sales.customer.read', false],
    ['store', 'dhanman.sales.invoice.read', false],
    ['hr', 'dhanman.sales.invoice.read', false],
    ['committee-member', 'dhanman.sales.invoice.read', true],
    ['committee-member', issue, false],
    ['resident', 'dhanman.sales.invoice.read', false],
    ['guard', 'dhanman.common.membership.read', false],
  ])('%s, asked for %s: %s', (role, permission, verdict) => {
    expect(permits(builtInRoles[role].patterns, permission)).toBe(verdict);
  });
});
