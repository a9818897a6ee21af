import { Button } from '@mantine/core';
import { sales, type ServiceName } from '@dhanman/client';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { useMay } from '../session/me.js';
import { deadLettersKey } from './dead-letters-page.js';
import classes from './operations.module.css';

type Act = 'replay' | 'discard';

interface DeadLetterDecisionProps {
  readonly service: ServiceName;
  readonly letter: sales.DeadLetterDetail | undefined;
}

/** Replayed, it takes the way every message takes, and is handled once; discarded, it stays to be read. */
export function DeadLetterDecision({ service, letter }: DeadLetterDecisionProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [act, setAct] = useState<Act>();
  if (letter?.state !== 'open') return null;
  return (
    <div className={classes.actions}>
      {may(`dhanman.${service}.dead-letter.discard`) && (
        <Button
          variant="default"
          leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
          onClick={() => setAct('discard')}
        >
          {t('deadLetters.discard')}
        </Button>
      )}
      {may(`dhanman.${service}.dead-letter.replay`) && (
        <Button
          leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
          onClick={() => setAct('replay')}
        >
          {t('deadLetters.replay')}
        </Button>
      )}
      {act && <Decide {...{ act, service, id: letter.id }} close={() => setAct(undefined)} />}
    </div>
  );
}

interface DecideProps {
  readonly act: Act;
  readonly service: ServiceName;
  readonly id: string;
  readonly close: () => void;
}

function Decide({ act, service, id, close }: DecideProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async ({ reason = '' }, idempotencyKey) => {
      const options = { idempotencyKey };
      if (act === 'discard') {
        return api({ ...sales.deadLettersDiscard, service }, { body: { ids: [id], reason } }, options);
      }
      const body = { ids: [id], ...(reason !== '' && { reason }) };
      return api({ ...sales.deadLettersReplay, service }, { body }, options);
    },
    done: () => {
      void client.invalidateQueries({ queryKey: deadLettersKey });
      close();
    },
  });
  return (
    <Dialog title={t(`deadLetters.${act}`)} close={close}>
      <Form
        submission={submission}
        action={t(`deadLetters.${act}`)}
        isDangerous={act === 'discard'}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t(`deadLetters.${act}Text`)}</p>
        <TextField
          name="reason"
          maxLength={500}
          required={act === 'discard'}
          label={t('deadLetters.why')}
          error={submission.errorOf('reason')}
        />
      </Form>
    </Dialog>
  );
}
