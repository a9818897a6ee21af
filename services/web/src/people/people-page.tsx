import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { useMay } from '../session/me.js';
import { Invitations } from './invitations.js';
import { Invite } from './invite.js';
import { Members } from './members.js';
import { Roles } from './roles.js';
import classes from './people.module.css';

/** Who works here, in which role, and who was asked to. */
export function PeoplePage() {
  const { t } = useTranslation();
  const may = useMay();
  const [isInviting, setInviting] = useState(false);
  return (
    <>
      <PageHeader
        title={t('people.title')}
        intro={t('people.intro')}
        action={
          may('dhanman.common.membership.invite') && (
            <Button
              leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setInviting(true)}
            >
              {t('people.invite')}
            </Button>
          )
        }
      />
      <div className={classes.sections}>
        <Members />
        <Invitations />
        {may('dhanman.common.role.read') && <Roles />}
      </div>
      {isInviting && <Invite close={() => setInviting(false)} />}
    </>
  );
}
