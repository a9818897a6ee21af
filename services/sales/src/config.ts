import { defineConfig, mailSecrets, mailVariables, mustReachPeople } from '@dhanman/platform';

/** Variables of Sales beyond those every service has. */
export class SalesConfig extends defineConfig(mailVariables, { secrets: mailSecrets }) {
  constructor(environment: Readonly<Record<string, string | undefined>>) {
    super(environment);
    mustReachPeople(this);
  }
}
