import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { GrantFields, grantIn } from './grant-fields.js';
import { membersKey } from './members-key.js';

interface ChangeRoleProps {
  readonly member: common.Membership;
  readonly close: () => void;
}

/** The version that is shown is the one that is changed: what somebody else changed meanwhile is not overwritten. */
export function ChangeRole({ member: { id, name, grants, version }, close }: ChangeRoleProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [first, ...others] = grants;
  const submission = useSubmission({
    send: (values) =>
      api(common.membershipsPatch, {
        path: { id },
        headers: { 'If-Match': `"${version}"` },
        body: { grants: [grantIn(values), ...others] },
      }),
    done: () => {
      void client.invalidateQueries({ queryKey: membersKey });
      close();
    },
  });
  return (
    <Dialog title={t('people.changeOf', { name })} close={close}>
      <Form
        submission={submission}
        action={t('form.save')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <GrantFields submission={submission} grant={first} />
        {others.length > 0 && <p>{t('people.otherGrants', { count: others.length })}</p>}
      </Form>
    </Dialog>
  );
}
