import { useLocation } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import classes from './errors.module.css';

export function NotFoundPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <p className={classes.text}>
        <Trans t={t} i18nKey="notFound.text" components={{ path: <code /> }} values={{ path: pathname }} />
      </p>
      <LinkButton to="/">{t('notFound.home')}</LinkButton>
    </>
  );
}
