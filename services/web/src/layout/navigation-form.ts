import { useMedia } from '../preferences/appearance.js';
import { usePreferences } from '../preferences/preference-store.js';

export interface NavigationForm {
  readonly form: 'bottom' | 'rail' | 'sidebar';
  /** Only where both fit may a person choose. */
  readonly canFold: boolean;
}

/** Bar below on a phone, rail of icons on a tablet, sidebar on a desk unless it was folded. */
export function useNavigationForm(): NavigationForm {
  const { sidebar } = usePreferences();
  const isPhone = useMedia('(width < 600px)');
  const isTablet = useMedia('(width < 900px)');
  if (isPhone) return { form: 'bottom', canFold: false };
  if (isTablet) return { form: 'rail', canFold: false };
  return { form: sidebar === 'rail' ? 'rail' : 'sidebar', canFold: true };
}
