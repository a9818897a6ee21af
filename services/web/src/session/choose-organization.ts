import { common } from '@dhanman/client';
import { api } from '../api/signed-api.js';

/** From the next token on. The page loads anew, so that nothing of the one is shown beside the other. */
export async function chooseOrganization(organizationId: string): Promise<void> {
  await api(common.accountChooseOrganization, { body: { organizationId } });
  location.assign('/');
}
