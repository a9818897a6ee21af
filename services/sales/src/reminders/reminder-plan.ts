import type { PaperLanguage, ReminderPlan as Wanted, ReminderStage, ReminderWords } from '@dhanman/contracts';
import { DomainError, type Id, newId, PlainDate } from '@dhanman/kernel';

export type StageId = Id<'ReminderStage'>;

export class StagesOnOneDay extends DomainError {
  constructor(index: number) {
    super('invalid', 'reminder-stages-on-one-day', 'Another stage is on this day: choose another.', {
      field: `stages.${index}.days`,
    });
  }
}

export class StageUnknown extends DomainError {
  constructor(index: number) {
    super(
      'invalid',
      'reminder-stage-unknown',
      'The plan has no such stage: leave the id out for a new one.',
      {
        field: `stages.${index}.id`,
      },
    );
  }
}

export class PlanWithoutStages extends DomainError {
  constructor() {
    super('invalid', 'reminder-plan-without-stages', 'Add a stage before reminders are switched on.', {
      field: 'stages',
    });
  }
}

export interface Stage {
  readonly id: StageId;
  readonly days: number;
  /** What fell on days before is not made up for. */
  readonly since: string;
  readonly en: ReminderWords;
  readonly hi: ReminderWords;
}

interface Fields {
  readonly organizationId: Id;
  readonly companyId: Id;
  /** The company's own id: it has one plan. */
  readonly id: Id;
  readonly isActive: boolean;
  /** Null: that of the company. */
  readonly language: PaperLanguage | null;
  readonly stages: readonly Stage[];
}

/** When a company reminds its customers of what is due, and in which words. */
export class ReminderPlan implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: Id;
  declare readonly isActive: boolean;
  declare readonly language: PaperLanguage | null;
  declare readonly stages: readonly Stage[];
  declare readonly version: number;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  /** What is new, moved or switched on counts from today: nobody gets a heap of mails because a plan was written. */
  replaced({ isActive, language, stages }: Wanted, today: PlainDate): ReminderPlan {
    if (isActive && stages.length === 0) throw new PlanWithoutStages();
    mustBeOnDaysOfTheirOwn(stages);
    const isSwitchedOn = isActive && !this.isActive;
    const next = stages.map((wanted, index) => {
      const before = this.before(wanted, index);
      const isKept = before?.days === wanted.days && !isSwitchedOn;
      const since = isKept ? before.since : today.toString();
      return { ...wanted, id: before?.id ?? newId<'ReminderStage'>(), since };
    });
    const inOrder = next.toSorted((a, b) => a.days - b.days);
    return new ReminderPlan({ ...this, isActive, language, stages: inOrder });
  }

  /** The words of a stage, while it is part of the plan. */
  stage(id: StageId): Stage | undefined {
    return this.stages.find((stage) => stage.id === id);
  }

  /** In whose words a person reminds today: of the last stage that is reached, or of the first. */
  stageByHand(dueOn: PlainDate, today: PlainDate): Stage | undefined {
    return this.stages.findLast(({ days }) => !dueOn.addDays(days).isAfter(today)) ?? this.stages[0];
  }

  /**
   * What is to be done for an invoice of which these stages are dealt with. Only the last stage that is reached is sent, so
   * that nobody gets two mails at once after a standstill; the ones before it have passed.
   */
  reached(dueOn: PlainDate, today: PlainDate, dealtWith: ReadonlySet<string>): Reached {
    const reached = this.stages.filter(({ days, since }) => {
      const on = dueOn.addDays(days);
      return !on.isAfter(today) && !on.isBefore(PlainDate.parse(since));
    });
    const open = reached.filter(({ id }) => !dealtWith.has(id));
    const last = reached.at(-1);
    return { send: open.find((stage) => stage === last), passed: open.filter((stage) => stage !== last) };
  }

  /** What the customer wants goes before what the plan says, and that before the company. */
  languageFor({ language, companyLanguage }: Spoken): PaperLanguage {
    return language ?? this.language ?? companyLanguage;
  }

  private before({ id }: ReminderStage, index: number): Stage | undefined {
    const before = this.stages.find((one) => one.id === id);
    if (id !== null && !before) throw new StageUnknown(index);
    return before;
  }
}

function mustBeOnDaysOfTheirOwn(stages: readonly ReminderStage[]): void {
  const days = stages.map((stage) => stage.days);
  const second = days.findIndex((one, index) => days.indexOf(one) !== index);
  if (second >= 0) throw new StagesOnOneDay(second);
}

interface Spoken {
  /** What is known of the customer. */
  readonly language: PaperLanguage | null;
  readonly companyLanguage: PaperLanguage;
}

export interface Reached {
  readonly send: Stage | undefined;
  readonly passed: readonly Stage[];
}

export function toDto({
  isActive,
  language,
  stages,
}: Pick<ReminderPlan, 'isActive' | 'language' | 'stages'>): Wanted {
  const shown = stages.map(({ id, days, en, hi }): ReminderStage => ({ id, days, en, hi }));
  return { isActive, language, stages: shown };
}
