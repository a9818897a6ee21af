import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { ChangePassword } from './change-password.js';
import { CloseAccount } from './close-account.js';
import { Passkeys } from './passkeys.js';
import { PersonalTokens } from './personal-tokens.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import classes from './security.module.css';

/** How one's own account is guarded, and where it is open. */
export function SecurityPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('security.title')} />
      <div className={classes.sections}>
        <ChangePassword />
        <Passkeys />
        <SecondFactor />
        <Sessions />
        <PersonalTokens />
        <CloseAccount />
      </div>
    </>
  );
}
