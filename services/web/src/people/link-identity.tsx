import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useSubmission } from '../patterns/use-submission.js';
import { membersKey } from './members-key.js';
import classes from './people.module.css';

interface LinkIdentityProps {
  readonly member: common.Membership;
  readonly close: () => void;
}

/** Who signs in elsewhere, and works here as this member. */
export function LinkIdentity({ member: { id, name, identities }, close }: LinkIdentityProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const done = (): void => {
    void client.invalidateQueries({ queryKey: membersKey });
    close();
  };
  const submission = useSubmission({
    send: ({ issuer = '', subject = '' }, idempotencyKey) =>
      api(common.membershipsLink, { path: { id }, body: { issuer, subject } }, { idempotencyKey }),
    done,
  });
  return (
    <Dialog title={t('people.linkOf', { name })} close={close}>
      <p>{t('people.linkText', { name })}</p>
      <Linked id={id} identities={identities} done={done} />
      <Form
        submission={submission}
        action={t('people.link')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <TextField
          name="issuer"
          label={t('people.issuer')}
          hint={t('people.issuerHint')}
          required
          maxLength={500}
          error={submission.errorOf('issuer')}
        />
        <TextField
          name="subject"
          label={t('people.subject')}
          hint={t('people.subjectHint')}
          required
          maxLength={255}
          error={submission.errorOf('subject')}
        />
      </Form>
    </Dialog>
  );
}

interface LinkedProps extends Pick<common.Membership, 'id' | 'identities'> {
  readonly done: () => void;
}

function Linked({ id, identities, done }: LinkedProps) {
  const { t } = useTranslation();
  const unlink = useMutation({
    mutationFn: (identity: common.ExternalIdentity) =>
      api(common.membershipsUnlink, { path: { id }, body: identity }),
    onSuccess: done,
  });
  return (
    <>
      {unlink.error && <ProblemNote error={unlink.error} />}
      <ul className={classes.identities}>
        {identities.map((identity) => (
          <li key={`${identity.issuer} ${identity.subject}`}>
            <span translate="no" className={classes.identity}>
              <code>{identity.subject}</code>
              <code className={classes.issuer}>{identity.issuer}</code>
            </span>
            <Button
              variant="default"
              aria-label={t('people.unlinkOf', { subject: identity.subject })}
              aria-disabled={unlink.isPending}
              onClick={() => unlink.isPending || unlink.mutate(identity)}
            >
              {t('people.unlink')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
