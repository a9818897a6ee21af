import { systemClock } from '@dhanman/kernel';
import { useEffect, useState } from 'react';

/** The present, once a second, for ages that grow while one looks. */
export function useNow(): number {
  const [now, setNow] = useState(() => systemClock.now().getTime());
  useEffect(() => {
    const timer = setInterval(() => setNow(systemClock.now().getTime()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
