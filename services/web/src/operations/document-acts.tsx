import { useTranslation } from 'react-i18next';
import type { ServiceName } from '@dhanman/client';
import { Act } from '../audit/act.js';
import { useNames } from '../audit/use-names.js';
import { formatInstant } from '../formats/instant.js';
import { Loaded } from '../patterns/loaded.js';
import { type Act as DocumentAct, useDocumentJourney } from './document-journey.js';
import { Journey } from './journey.js';
import classes from './operations.module.css';
import { ServicesAway } from './services-away.js';

interface DocumentActsProps {
  readonly companyId: string;
  readonly number: string;
  readonly services: readonly ServiceName[];
}

/** The journey of a document: what was done to it, by whom, and what became of each of these in every service. */
export function DocumentActs({ companyId, number, services }: DocumentActsProps) {
  const { t } = useTranslation();
  return (
    <Loaded query={useDocumentJourney(companyId, number, services)}>
      {(journey) =>
        journey === null ? (
          <p>{t('traces.noDocument', { number })}</p>
        ) : (
          <>
            <ServicesAway names={journey.failed} />
            <h2 className={classes.document}>{number}</h2>
            {journey.acts.map((act) => (
              <One key={act.correlationId} act={act} />
            ))}
          </>
        )
      }
    </Loaded>
  );
}

function One({ act: { entries, steps } }: { readonly act: DocumentAct }) {
  const { all } = useNames();
  return (
    <section className={classes.documentAct}>
      {entries.map((entry) => (
        <p key={entry.id} className={classes.done}>
          <time dateTime={entry.at}>{formatInstant(Date.parse(entry.at))}</time>{' '}
          <Act entry={entry} names={all} />
        </p>
      ))}
      {steps.length > 0 && <Journey steps={steps} />}
    </section>
  );
}
