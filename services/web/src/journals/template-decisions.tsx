import { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { ChangeButton } from '../patterns/change-button.js';
import { useChange } from '../patterns/use-change.js';
import { useMay, useMe } from '../session/me.js';
import { templatesKey } from './template-queries.js';
import classes from './journals.module.css';

interface TemplateDecisionsProps {
  readonly companyId: string;
  readonly template: common.JournalTemplate;
}

/** What recurs posts by itself: others than who wrote it say that it may begin. */
export function TemplateDecisions(props: TemplateDecisionsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { state, recurrence } = props.template;
  const mayUpdate = may('dhanman.common.journal.update');
  const mayApprove = may('dhanman.common.journal.approve');
  if (state === 'discarded') return null;
  return (
    <section className={classes.decisions} aria-label={t('journals.decide')}>
      {mayUpdate && <Decide {...props} verb="discard" />}
      <Pause {...props} {...{ mayUpdate, mayApprove }} />
      {state === 'draft' && recurrence !== null && <Begin {...props} mayApprove={mayApprove} />}
    </section>
  );
}

interface Allowed {
  readonly mayUpdate: boolean;
  readonly mayApprove: boolean;
}

function Pause({ mayUpdate, mayApprove, ...props }: TemplateDecisionsProps & Allowed) {
  const { state } = props.template;
  if (state === 'active' && mayUpdate) return <Decide {...props} verb="pause" />;
  return state === 'paused' && mayApprove && <Decide {...props} verb="resume" />;
}

function Begin({ mayApprove, ...props }: TemplateDecisionsProps & { readonly mayApprove: boolean }) {
  const { t } = useTranslation();
  const me = useMe()?.person.id;
  const { writtenBy, approvals, mayApproveOwn } = props.template;
  if (approvals.some(({ by }) => by.id === me)) return <p>{t('journals.needsSecond')}</p>;
  const isOwn = writtenBy.some(({ id }) => id === me);
  if (!mayApprove || (isOwn && !mayApproveOwn)) return <p>{t('journalTemplates.waits')}</p>;
  return (
    <>
      {isOwn && <p>{t('journals.onlyYou')}</p>}
      <Decide {...props} verb="approve" />
    </>
  );
}

const operations = {
  approve: common.journalTemplatesApprove,
  pause: common.journalTemplatesPause,
  resume: common.journalTemplatesResume,
  discard: common.journalTemplatesDiscard,
} as const;

function Decide(props: TemplateDecisionsProps & { readonly verb: keyof typeof operations }) {
  const { t } = useTranslation();
  const { companyId, template, verb } = props;
  const { id, version } = template;
  const change = { path: { companyId, id }, version, key: templatesKey(companyId) };
  const submission = useChange(operations[verb], change);
  return (
    <ChangeButton
      submission={submission}
      variant={verb === 'discard' || verb === 'pause' ? 'default' : 'filled'}
    >
      {t(`journalTemplates.${verb}`)}
    </ChangeButton>
  );
}
