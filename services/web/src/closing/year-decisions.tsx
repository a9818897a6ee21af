import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cancel } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useChange } from '../patterns/use-change.js';
import { useMay } from '../session/me.js';

interface YearDecisionsProps {
  readonly companyId: string;
  readonly year: common.FinancialYear;
  readonly queryKey: QueryKey;
}

const possible = { open: ['close'], closed: ['reopen', 'audit'], audited: [] } as const;

type Verb = (typeof possible)[keyof typeof possible][number];

/** What can be done with a year as it is; each says what it does before it is done. */
export function YearDecisions(props: YearDecisionsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [asked, setAsked] = useState<Verb | undefined>(undefined);
  const { label, state } = props.year;
  const verbs = possible[state].filter((verb) => may(`dhanman.common.financial-year.${verb}`));
  return (
    <>
      {verbs.map((verb) => (
        <Button key={verb} variant="default" onClick={() => setAsked(verb)}>
          {t(`closing.${verb}`, { label })}
        </Button>
      ))}
      {asked && <Decide {...props} verb={asked} close={() => setAsked(undefined)} />}
    </>
  );
}

const operations = {
  close: common.periodsClose,
  reopen: common.periodsReopen,
  audit: common.periodsAudit,
} as const;

interface DecideProps extends YearDecisionsProps {
  readonly verb: Verb;
  readonly close: () => void;
}

function Decide({ companyId, year: { id, label, version }, queryKey, verb, close }: DecideProps) {
  const { t } = useTranslation();
  const submission = useChange(operations[verb], {
    ...{ path: { companyId, yearId: id }, version, key: queryKey, done: close },
    ...(verb === 'reopen' && { bodyOf: ({ reason = '' }) => ({ reason }) }),
  });
  const title = t(`closing.${verb}`, { label });
  return (
    <Dialog title={title} close={close}>
      <Form
        submission={submission}
        action={title}
        isDangerous={verb === 'audit'}
        aside={<Cancel close={close} />}
      >
        <p>{t(`closing.${verb}Text`)}</p>
        {verb === 'reopen' && (
          <TextField
            name="reason"
            required
            maxLength={200}
            autoComplete="off"
            label={t('closing.reason')}
            error={submission.errorOf('reason')}
          />
        )}
      </Form>
    </Dialog>
  );
}
