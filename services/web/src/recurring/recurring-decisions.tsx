import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { ChangeButton } from '../patterns/change-button.js';
import { useChange } from '../patterns/use-change.js';
import making from '../sales/making.module.css';
import { recurringKey } from './recurring-queries.js';

interface DecisionsProps {
  readonly companyId: string;
  readonly recurring: sales.RecurringInvoice;
}

export function RecurringDecisions(props: DecisionsProps) {
  const { t } = useTranslation();
  const { state } = props.recurring;
  if (state === 'discarded') return null;
  return (
    <section className={making.decisions} aria-label={t('recurring.decide')}>
      <Decide {...props} verb="discard" />
      {state === 'active' && <Decide {...props} verb="pause" />}
      {state === 'paused' && <Decide {...props} verb="resume" />}
    </section>
  );
}

const operations = {
  pause: sales.recurringInvoicesPause,
  resume: sales.recurringInvoicesResume,
  discard: sales.recurringInvoicesDiscard,
} as const;

function Decide(props: DecisionsProps & { readonly verb: keyof typeof operations }) {
  const { t } = useTranslation();
  const { companyId, recurring, verb } = props;
  const { id, version } = recurring;
  const change = { path: { companyId, id }, version, key: recurringKey(companyId) };
  const submission = useChange(operations[verb], change);
  return (
    <ChangeButton submission={submission} variant={verb === 'resume' ? 'filled' : 'default'}>
      {t(`recurring.${verb}`)}
    </ChangeButton>
  );
}
