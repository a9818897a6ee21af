import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { ServicesSummary } from '../operations/services-summary.js';
import { useServicesHealth } from '../operations/use-service-health.js';
import classes from './home-page.module.css';

const today = ['home.todayServices', 'home.todayLanguages', 'home.todayBooks'] as const;

/** What is here now, and nothing that is not. */
export function HomePage() {
  const { t } = useTranslation();
  const { services } = useServicesHealth();
  return (
    <>
      <PageHeader title={t('home.title')} />
      <div className={classes.cards}>
        <section className={classes.card}>
          <h2>{t('home.services')}</h2>
          <ServicesSummary services={services} />
          <Link to="/status" className={classes.more}>
            {t('home.openServices')}
            <IconArrowRight size={16} stroke={1.75} aria-hidden />
          </Link>
        </section>
        <section className={classes.card}>
          <h2>{t('home.today')}</h2>
          <ul>
            {today.map((sentence) => (
              <li key={sentence}>
                <IconCheck size={16} stroke={1.75} aria-hidden />
                {t(sentence)}
              </li>
            ))}
          </ul>
          <p className={classes.next}>{t('home.next')}</p>
        </section>
      </div>
    </>
  );
}
