// Who may use the installation at all. An organization decides about its members; this is above all of them.
import type { Clock, Id } from '@dhanman/kernel';
import type { Database } from '@dhanman/platform';
import type { Answer } from './answer.ts';
import { builtCommon } from './built-common.ts';
import { inOrganization } from './organization-database.ts';
import type { Request } from './request.ts';

interface Person {
  readonly id: string;
  readonly status: string;
}

type Verb = 'deactivate' | 'reactivate';

/** By the code and the events of Common, which tell every service. */
export async function changePerson(request: Request, verb: Verb): Promise<Answer> {
  const { systemClock } = await import('@dhanman/kernel');
  const { DeactivationsService } = await builtCommon<{
    DeactivationsService: {
      over(db: Database, clock: Clock): Record<Verb, (email: string) => Promise<Person>>;
    };
  }>('people/deactivations.service.js');
  const { noOrganization } = await builtCommon<{ noOrganization: { readonly organizationId: Id } }>(
    'people/person.js',
  );
  const { id, status } = await inOrganization(request, noOrganization.organizationId, (database) =>
    DeactivationsService.over(database, systemClock)[verb](request.signUp.email),
  );
  return { isFound: true, json: { id, status }, text: `The person is ${status} now.` };
}
