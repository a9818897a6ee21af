import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../keys/key-caps.js';
import { keysTo } from '../keys/ways.js';
import { changePreferences } from '../preferences/preference-store.js';
import { permitted, type Destination, type DestinationGroup } from './navigation.js';
import type { NavigationForm } from './navigation-form.js';
import { useMay } from '../session/me.js';
import classes from './sidebar.module.css';

export function Sidebar({ form, canFold }: NavigationForm) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav className={classes.nav} data-form={form} aria-label={t('menu.label')}>
      {permitted(may).map((group) => (
        <Group key={group.heading ?? 'top'} group={group} form={form} />
      ))}
      {canFold && <FoldButton form={form} />}
    </nav>
  );
}

function Group({
  group: { heading, destinations },
  form,
}: { group: DestinationGroup } & Pick<NavigationForm, 'form'>) {
  const { t } = useTranslation();
  const headingId = useId();
  return (
    <div className={classes.group}>
      {heading !== undefined && (
        <span id={headingId} className={classes.heading} hidden={form !== 'sidebar'}>
          {t(heading)}
        </span>
      )}
      <ul aria-labelledby={heading === undefined ? undefined : headingId}>
        {destinations.map((destination) => (
          <Item key={destination.to} destination={destination} form={form} />
        ))}
      </ul>
    </div>
  );
}

function Item({
  destination: { to, label, icon: ItemIcon },
  form,
}: { destination: Destination } & Pick<NavigationForm, 'form'>) {
  const { t } = useTranslation();
  const keys = keysTo(to);
  return (
    <li>
      <Tooltip
        label={t(label)}
        position="right"
        disabled={form !== 'rail'}
        events={{ hover: true, focus: true, touch: false }}
      >
        <Link to={to} className={classes.item} activeOptions={{ exact: to === '/' }} preload="intent">
          <ItemIcon size={20} stroke={1.75} aria-hidden />
          <span className={classes.label}>{t(label)}</span>
          {keys !== undefined && (
            <span className={classes.keys} aria-hidden>
              <KeyCaps keys={keys} />
            </span>
          )}
        </Link>
      </Tooltip>
    </li>
  );
}

function FoldButton({ form }: Pick<NavigationForm, 'form'>) {
  const { t } = useTranslation();
  const isOpen = form === 'sidebar';
  const label = t(isOpen ? 'sidebar.fold' : 'sidebar.unfold');
  const FoldIcon = isOpen ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  return (
    <Tooltip label={label} position="right" disabled={isOpen}>
      <UnstyledButton
        className={`${classes.item} ${classes.fold}`}
        aria-expanded={isOpen}
        onClick={() => changePreferences({ sidebar: isOpen ? 'rail' : 'open' })}
      >
        <FoldIcon size={20} stroke={1.75} aria-hidden />
        <span className={classes.label}>{label}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
