import { auditInEnglish } from './en-audit.js';
import { companyInEnglish } from './en-company.js';
import { operationsInEnglish } from './en-operations.js';
import { programsInEnglish } from './en-programs.js';

/** What administrators and operators look after: everything below Operations and Settings but people and the account. */
export const administrationInEnglish = {
  ...auditInEnglish,
  ...companyInEnglish,
  ...operationsInEnglish,
  ...programsInEnglish,
} as const;
