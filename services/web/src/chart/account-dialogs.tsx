import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { chartKey } from '../journals/journal-queries.js';
import { Cancel } from '../patterns/change-button.js';
import { CheckField } from '../patterns/check-field.js';
import { Dialog } from '../patterns/dialog.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useChange } from '../patterns/use-change.js';
import { useSubmission, type Values } from '../patterns/use-submission.js';
import { possibleParents } from './chart-rows.js';

interface Closing {
  readonly close: () => void;
}

interface OfAccount extends Closing {
  readonly account: common.Account;
}

interface OfChart extends Closing {
  readonly accounts: readonly common.Account[];
}

export function AddAccount({ accounts, close }: OfChart) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: (values, idempotencyKey) =>
      api(common.chartCreate, { body: accountIn(values) }, { idempotencyKey }),
    done: () => {
      void client.invalidateQueries({ queryKey: chartKey });
      close();
    },
  });
  const { errorOf } = submission;
  return (
    <Dialog title={t('chart.add')} close={close}>
      <Form submission={submission} action={t('chart.save')} aside={<Cancel close={close} />}>
        <TextField
          name="code"
          required
          inputMode="numeric"
          autoComplete="off"
          label={t('chart.code')}
          hint={t('chart.codeHint')}
          error={errorOf('code')}
        />
        <TextField name="name" required autoComplete="off" label={t('chart.name')} error={errorOf('name')} />
        <Parents parents={accounts.filter(({ isPostable }) => !isPostable)} error={errorOf('parentId')} />
        <CheckField name="sums" label={t('chart.sums')} />
      </Form>
    </Dialog>
  );
}

function accountIn({ code = '', name = '', parentId = '', sums }: Values): common.CreateAccount {
  const place = parentId === '' ? {} : { parentId };
  return { code: code.trim(), name: name.trim(), isPostable: sums === undefined, ...place };
}

/** Another name, or out of use: what was posted keeps its number. */
export function ChangeAccount({ account, close }: OfAccount) {
  const { t } = useTranslation();
  const { id, code, name, isActive, version } = account;
  const submission = useChange(common.chartPatch, {
    ...{ path: { id }, version, key: chartKey, done: close },
    bodyOf: (values) => ({
      name: (values['name'] ?? name).trim(),
      isActive: values['isActive'] !== undefined,
    }),
  });
  return (
    <Dialog title={t('chart.changeOf', { account: code })} close={close}>
      <Form submission={submission} action={t('form.save')} aside={<Cancel close={close} />}>
        <TextField
          name="name"
          required
          autoComplete="off"
          defaultValue={name}
          label={t('chart.name')}
          error={submission.errorOf('name')}
        />
        <CheckField
          name="isActive"
          defaultChecked={isActive}
          label={t('chart.inUse')}
          error={submission.errorOf('isActive')}
        />
      </Form>
    </Dialog>
  );
}

export function MoveAccount({ account, accounts, close }: OfAccount & OfChart) {
  const { t } = useTranslation();
  const { id, code, parentId, version } = account;
  const submission = useChange(common.chartMove, {
    ...{ path: { id }, version, key: chartKey, done: close },
    bodyOf: (values) => ({ parentId: values['parentId'] === '' ? null : values['parentId'] }),
  });
  return (
    <Dialog title={t('chart.moveOf', { account: code })} close={close}>
      <Form submission={submission} action={t('chart.move')} aside={<Cancel close={close} />}>
        <p>{t('chart.moveText')}</p>
        <Parents
          parents={possibleParents(accounts, account)}
          parentId={parentId}
          error={submission.errorOf('parentId')}
        />
      </Form>
    </Dialog>
  );
}

interface ParentsProps {
  readonly parents: readonly common.Account[];
  readonly parentId?: string | null;
  readonly error: string | undefined;
}

function Parents({ parents, parentId, error }: ParentsProps) {
  const { t } = useTranslation();
  return (
    <ChoiceField name="parentId" label={t('chart.parent')} defaultValue={parentId ?? ''} error={error}>
      <option value="">{t('chart.top')}</option>
      {parents.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {`${code} ${name}`}
        </option>
      ))}
    </ChoiceField>
  );
}
