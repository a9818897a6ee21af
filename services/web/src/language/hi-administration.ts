import type { administrationInEnglish } from './en-administration.js';
import type { Dictionary } from './en.js';
import { auditInHindi } from './hi-audit.js';
import { companyInHindi } from './hi-company.js';
import { operationsInHindi } from './hi-operations.js';
import { programsInHindi } from './hi-programs.js';

export const administrationInHindi: Dictionary<typeof administrationInEnglish> = {
  ...auditInHindi,
  ...companyInHindi,
  ...operationsInHindi,
  ...programsInHindi,
};
