import {
  CompanyChanged,
  CompanyCreated,
  PostTransaction,
  TransactionPosted,
  TransactionRejected,
} from '@dhanman/contracts';

/** The few contracts of the suite that these tests speak of; what is added to the others needs no handler here. */
export const contracts = [
  CompanyCreated,
  CompanyChanged,
  PostTransaction,
  TransactionPosted,
  TransactionRejected,
];
