import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page-skeleton.module.css';

const longMs = 5000;

/** Stands where a page will stand, in its shape; after five seconds it admits that this is taking long. */
export function PageSkeleton() {
  const { t } = useTranslation();
  const isLong = useIsLong();
  return (
    <div className={classes.skeleton} aria-busy>
      <VisuallyHidden role="status">{t(isLong ? 'stillLoading' : 'loading')}</VisuallyHidden>
      <Skeleton height={36} width="min(14rem, 60%)" />
      <Skeleton height={20} width="min(28rem, 90%)" />
      {isLong && <p>{t('stillLoading')}</p>}
      <Skeleton height={240} />
    </div>
  );
}

function useIsLong(): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longMs);
    return () => clearTimeout(timer);
  }, []);
  return isLong;
}
