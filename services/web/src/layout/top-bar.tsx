import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from './breadcrumbs.js';
import { ContextSwitcher } from './context-switcher.js';
import { DisplaySettings } from './display-settings.js';
import { PaletteOpener } from '../palette/palette-opener.js';
import { LanguageSwitch } from './language-switch.js';
import { UserMenu } from './user-menu.js';
import classes from './top-bar.module.css';

export function TopBar() {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.product}>
        <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden>
          <rect width="32" height="32" rx="7" className={classes.mark} />
          <path d="M10 8h7.2a8 8 0 0 1 0 16H10zm4 4v8h3.2a4 4 0 0 0 0-8z" className={classes.letter} />
        </svg>
        <span className={classes.name}>{t('product')}</span>
      </Link>
      <ContextSwitcher />
      <div className={classes.crumbs}>
        <Breadcrumbs />
      </div>
      <PaletteOpener />
      <LanguageSwitch />
      <DisplaySettings />
      <UserMenu />
    </header>
  );
}
