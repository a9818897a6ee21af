import { expect, it } from '@jest/globals';
import { typedPlan } from './typed-plan.js';

it('reads the plan from fields that are named as the service names them', () => {
  const values = {
    ...{ isActive: 'on', language: 'hi', 'stages.0.days': '−3', 'stages.0.en.subject': 'S' },
    ...{ 'stages.0.en.text': 'one\r\ntwo', 'stages.0.hi.subject': 'स', 'stages.0.hi.text': 'त' },
  };
  expect(typedPlan(values, ['a'])).toEqual({
    ...{ isActive: true, language: 'hi' },
    stages: [
      {
        ...{ id: 'a', days: -3 },
        ...{ en: { subject: 'S', text: 'one\ntwo' }, hi: { subject: 'स', text: 'त' } },
      },
    ],
  });
});

it('leaves the language to the company where none is chosen', () => {
  expect(typedPlan({ language: 'company' }, []).language).toBeNull();
});

it('makes no number of what is none', () => {
  expect(typedPlan({ 'stages.0.days': '' }, [null]).stages[0]?.days).toBeNaN();
});
