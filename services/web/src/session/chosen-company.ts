import { keptChoices } from './kept-choices.js';

const companies = keptChoices('company');

/** Of an organization, the company one worked in last on this device. */
export const useChosenCompany = companies.use;
export const chooseCompany = companies.choose;
