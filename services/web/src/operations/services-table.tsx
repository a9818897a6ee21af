import { useTranslation } from 'react-i18next';
import { useMedia } from '../preferences/appearance.js';
import {
  Dependencies,
  ResponseTime,
  ServiceState,
  ServiceTitle,
  StateSince,
  Version,
} from './service-facts.js';
import type { ObservedService } from './use-service-health.js';
import classes from './services-table.module.css';

interface ServicesTableProps {
  readonly services: readonly ObservedService[];
}

/** A table where there is room for it, and cards with the same facts where there is not. */
export function ServicesTable({ services }: ServicesTableProps) {
  const isNarrow = useMedia('(width < 900px)');
  return isNarrow ? <Cards services={services} /> : <Table services={services} />;
}

function Table({ services }: ServicesTableProps) {
  const { t } = useTranslation();
  return (
    <table className={`numbers ${classes.table}`} aria-label={t('status.list')}>
      <thead>
        <tr>
          <th scope="col">{t('status.column.service')}</th>
          <th scope="col">{t('status.column.state')}</th>
          <th scope="col" className={`${classes.number} ${classes.short}`}>
            {t('status.column.response')}
          </th>
          <th scope="col">{t('status.column.dependsOn')}</th>
          <th scope="col">{t('status.column.version')}</th>
          <th scope="col">{t('status.column.since')}</th>
        </tr>
      </thead>
      <tbody>
        {services.map(({ name, observation }) => (
          <tr key={name} data-service={name} data-state={observation?.state}>
            <th scope="row">
              <ServiceTitle name={name} />
            </th>
            <td>
              <ServiceState observation={observation} />
            </td>
            <td className={`${classes.number} ${classes.short}`}>
              <ResponseTime observation={observation} />
            </td>
            <td>
              <Dependencies observation={observation} />
            </td>
            <td className={classes.short}>
              <Version observation={observation} />
            </td>
            <td className={classes.short}>
              <StateSince observation={observation} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ services }: ServicesTableProps) {
  const { t } = useTranslation();
  return (
    <ul className={`numbers ${classes.cards}`} aria-label={t('status.list')}>
      {services.map(({ name, observation }) => (
        <li key={name} data-service={name} data-state={observation?.state}>
          <div className={classes.head}>
            <div>
              <ServiceTitle name={name} />
            </div>
            <ServiceState observation={observation} />
          </div>
          <Dependencies observation={observation} />
          <dl>
            <dt>{t('status.column.response')}</dt>
            <dd>
              <ResponseTime observation={observation} />
            </dd>
            <dt>{t('status.column.version')}</dt>
            <dd>
              <Version observation={observation} />
            </dd>
            <dt>{t('status.column.since')}</dt>
            <dd>
              <StateSince observation={observation} />
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
