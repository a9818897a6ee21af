import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmission } from '../patterns/use-submission.js';

export function Saved({ isSaved }: { readonly isSaved: boolean }) {
  const { t } = useTranslation();
  return <p role="status">{isSaved && t('salesSettings.saved')}</p>;
}

/** A setting that is saved as a whole, and says so. */
export function useSetting(
  key: readonly string[],
  send: (values: Readonly<Record<string, string>>) => Promise<unknown>,
) {
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const submission = useSubmission({
    send: (values) => {
      setSaved(false);
      return send(values);
    },
    done: () => {
      setSaved(true);
      void client.invalidateQueries({ queryKey: key });
    },
  });
  return { submission, isSaved };
}
