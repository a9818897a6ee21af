import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { saying } from '../language/language.js';
import { PageHeader } from '../layout/page-header.js';
import { ServicesSummary } from '../operations/services-summary.js';
import { useServicesHealth } from '../operations/use-service-health.js';
import { PageSkeleton } from '../patterns/page-skeleton.js';
import { useCompany } from '../session/me.js';
import { useSession } from '../session/use-session.js';
import classes from './home-page.module.css';

const today = ['home.todayServices', 'home.todayLanguages', 'home.todayBooks'] as const;

const fetchCompanyHome = saying('home', async () => import('./company-home.js'));
const CompanyHome = lazy(async () => ({ default: (await fetchCompanyHome()).CompanyHome }));

/** How one's company stands and what waits; for a visitor what is here now, and nothing that is not. */
export function HomePage() {
  const { t } = useTranslation();
  const { services } = useServicesHealth();
  const isVisitor = useSession() === 'signed-out';
  const company = useCompany();
  return (
    <>
      <PageHeader title={t('home.title')} />
      {company && (
        <Suspense fallback={<PageSkeleton />}>
          <CompanyHome company={company} />
        </Suspense>
      )}
      <div className={classes.cards}>
        <section className={classes.card}>
          <h2>{t('home.services')}</h2>
          <ServicesSummary services={services} />
          <Link to="/status" className={classes.more}>
            {t('home.openServices')}
            <IconArrowRight size={16} stroke={1.75} aria-hidden />
          </Link>
        </section>
        {isVisitor && <Today />}
      </div>
    </>
  );
}

function Today() {
  const { t } = useTranslation();
  return (
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
  );
}
