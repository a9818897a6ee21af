import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../formats/instant.js';
import { useMe } from '../session/me.js';
import type { Place } from './unsent.js';
import { UnsentStore } from './unsent-store.js';
import classes from './unsent.module.css';

interface WithUnsentProps<Typed> extends Pick<Place, 'companyId' | 'document'> {
  readonly kind: 'invoice' | 'receipt';
  /** What was typed, if what is kept still is that. */
  readonly read: (kept: unknown) => Typed | undefined;
  readonly children: (editing: Editing<Typed>) => ReactNode;
}

/** What an editor is given to begin with, and where it keeps what is typed until it is saved. */
export interface Editing<Typed> {
  readonly begun: Typed | undefined;
  readonly store: UnsentStore;
}

/** An editor that loses nothing: what one typed here and did not save is offered before anything else is typed. */
export function WithUnsent<Typed>({ companyId, document, ...rest }: WithUnsentProps<Typed>) {
  const me = useMe();
  if (!me) return null;
  const place = { companyId, document, personId: me.person.id, organizationId: me.organization.id };
  return <Offered key={Object.values(place).join()} place={place} {...rest} />;
}

interface OfferedProps<Typed> extends Pick<WithUnsentProps<Typed>, 'kind' | 'read' | 'children'> {
  readonly place: Place;
}

function Offered<Typed>({ place, kind, read, children }: OfferedProps<Typed>) {
  const [store] = useState(() => new UnsentStore(place));
  const [{ at, typed }] = useState(() => ({ at: store.found?.at ?? 0, typed: read(store.found?.typed) }));
  const [decided, decide] = useState<'continue' | 'discard' | undefined>(typed ? undefined : 'discard');
  if (decided !== undefined) return children({ begun: decided === 'continue' ? typed : undefined, store });
  const discard = (): void => {
    store.erase();
    decide('discard');
  };
  return <Offer {...{ kind, at, discard }} goOn={() => decide('continue')} />;
}

interface OfferProps {
  readonly kind: WithUnsentProps<unknown>['kind'];
  readonly at: number;
  readonly goOn: () => void;
  readonly discard: () => void;
}

function Offer({ kind, at, goOn, discard }: OfferProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.offer} aria-label={t('unsent.title')}>
      <IconPencil size={20} stroke={1.75} aria-hidden />
      <div className={classes.text}>
        <p role="status">{t(`unsent.${kind}`, { time: formatInstant(at) })}</p>
        <p className={classes.note}>{t('unsent.where')}</p>
        <div className={classes.choices}>
          <Button onClick={goOn}>{t('unsent.goOn')}</Button>
          <Button variant="default" onClick={discard}>
            {t('unsent.discard')}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** Written with every change: what is on the screen is what comes back. Nothing is kept of what nobody changed. */
export function useKept(store: UnsentStore, typed: object): void {
  const text = JSON.stringify(typed);
  const [first] = useState(text);
  useEffect(() => {
    if (text !== first) store.keep(JSON.parse(text));
  }, [store, text, first]);
}
