import type { ReminderPlan, ReminderStage } from '@dhanman/contracts';

/** What a company that has written no plan is offered: its to change, and off until somebody switches it on. */
export const usualPlan: ReminderPlan = {
  isActive: false,
  language: null,
  stages: [before(), onTheDay(), after(7), after(15), after(30)],
};

function before(): ReminderStage {
  return stage(-3, {
    en: [
      'Invoice {number} is due on {due}',
      'our invoice {number} is due on {due}. {amount} is still to be paid. If you have paid in the meantime, this mail needs no answer.',
    ],
    hi: [
      'इनवॉइस {number} की देय तारीख {due} है',
      'हमारे इनवॉइस {number} की देय तारीख {due} है। {amount} का भुगतान बाकी है। यदि आपने इस बीच भुगतान कर दिया है, तो उत्तर की ज़रूरत नहीं है।',
    ],
  });
}

function onTheDay(): ReminderStage {
  return stage(0, {
    en: ['Invoice {number} is due today', 'our invoice {number} is due today. {amount} is still to be paid.'],
    hi: [
      'इनवॉइस {number} का भुगतान आज देय है',
      'हमारे इनवॉइस {number} का भुगतान आज देय है। {amount} का भुगतान बाकी है।',
    ],
  });
}

function after(days: number): ReminderStage {
  return stage(days, {
    en: [
      'Invoice {number} is overdue by {days} days',
      'our invoice {number} was due on {due}, {days} days ago. {amount} is still to be paid. If something about it is wrong, tell us.',
    ],
    hi: [
      'इनवॉइस {number} {days} दिनों से बकाया है',
      'हमारे इनवॉइस {number} की देय तारीख {due} थी, {days} दिन पहले। {amount} का भुगतान बाकी है। यदि इसमें कुछ ग़लत है, तो हमें बताएँ।',
    ],
  });
}

type Written = readonly [subject: string, text: string];

function stage(days: number, { en, hi }: { readonly en: Written; readonly hi: Written }): ReminderStage {
  return {
    ...{ id: null, days },
    en: { subject: en[0], text: `Dear {customer},\n\n${en[1]}\n\n{company}\n` },
    hi: { subject: hi[0], text: `नमस्ते {customer},\n\n${hi[1]}\n\n{company}\n` },
  };
}
