import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { IconCircleCheck, IconUserOff, IconUserX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { useMay, useMe } from '../session/me.js';
import { ActAs } from './act-as.js';
import { ChangeRole } from './change-role.js';
import { Grants } from './grants.js';
import { LinkIdentity } from './link-identity.js';
import { membersKey } from './members-key.js';
import { RestoreAccess } from './restore-access.js';
import { RevokeAccess } from './revoke-access.js';
import classes from './people.module.css';

const dialogs = {
  ...{ actAs: ActAs, change: ChangeRole, link: LinkIdentity },
  ...{ revoke: RevokeAccess, restore: RestoreAccess },
};

interface Open {
  readonly member: common.Membership;
  readonly act: keyof typeof dialogs;
}

export function Members() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>();
  const members = useQuery({
    queryKey: membersKey,
    queryFn: async ({ signal }) =>
      (await api(common.membershipsList, { query: { limit: 200 } }, { signal })).body.items,
  });
  const close = () => setOpen(undefined);
  const Opened = dialogs[open?.act ?? 'change'];
  return (
    <section className={classes.section}>
      <h2>{t('people.members')}</h2>
      <Loaded query={members}>
        {(rows) => (
          <Records
            label={t('people.members')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={columns(t)}
            actions={(member) => <Actions member={member} open={setOpen} />}
          />
        )}
      </Loaded>
      {open && <Opened member={open.member} close={close} />}
    </section>
  );
}

interface ActionsProps {
  readonly member: common.Membership;
  readonly open: (open: Open) => void;
}

function Actions({ member, open }: ActionsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const isMyself = useMe()?.person.id === member.personId;
  const { name } = member;
  const acts = actsOn(member, { isMyself, may: (right) => may(right) && isPossible(right, member) });
  return acts.map(
    (act) =>
      act && (
        <Button
          key={act}
          variant="default"
          aria-label={t(`people.${act}Of`, { name })}
          onClick={() => open({ member, act })}
        >
          {t(`people.${act}`)}
        </Button>
      ),
  );
}

type Right = Parameters<ReturnType<typeof useMay>>[0];

interface Looking {
  readonly isMyself: boolean;
  readonly may: ReturnType<typeof useMay>;
}

/** Who is shut out everywhere is nobody to be. */
function isPossible(right: Right, { isDeactivated }: common.Membership): boolean {
  return right !== 'dhanman.common.membership.act-as' || !isDeactivated;
}

/** Nobody changes their own roles; whoever has no access can only be given it again. */
function actsOn({ isActive }: common.Membership, { isMyself, may }: Looking) {
  const link = may('dhanman.common.membership.link') && 'link';
  if (isMyself) return [link] as const;
  const change = may('dhanman.common.membership.change');
  if (!isActive) return [change && 'restore'] as const;
  return [
    may('dhanman.common.membership.act-as') && 'actAs',
    change && 'change',
    link,
    may('dhanman.common.membership.revoke') && 'revoke',
  ] as const;
}

/** The organization takes access to itself; an account is shut everywhere by who runs the installation. */
function MemberState({ member: { isActive, isDeactivated } }: Pick<Open, 'member'>) {
  const { t } = useTranslation();
  return (
    <>
      {isActive && !isDeactivated && (
        <StateChip tone="good" icon={IconCircleCheck}>
          {t('people.active')}
        </StateChip>
      )}
      {!isActive && (
        <StateChip tone="neutral" icon={IconUserOff}>
          {t('people.revoked')}
        </StateChip>
      )}
      {isDeactivated && (
        <>
          <StateChip tone="warning" icon={IconUserX}>
            {t('people.deactivated')}
          </StateChip>
          <span className={classes.stateText}>{t('people.deactivatedText')}</span>
        </>
      )}
    </>
  );
}

const columns = (t: TFunction): readonly Column<common.Membership>[] => [
  {
    label: t('people.person'),
    cell: ({ name, email }) => (
      <>
        <span className={classes.name}>{name}</span>
        <span className={classes.email}>{email}</span>
      </>
    ),
  },
  { label: t('people.role'), cell: ({ grants }) => <Grants grants={grants} /> },
  {
    label: t('people.state'),
    isLoud: true,
    cell: (member) => <MemberState member={member} />,
  },
];
