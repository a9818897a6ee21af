// The style of docs/style.md, as far as a machine can hold it. Boundaries between files are `.dependency-cruiser.mjs`.
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tests = ['**/*.spec.{ts,tsx}', '**/test/**/*.{ts,tsx}'];
const typescript = ['**/*.{ts,tsx}'];

const clock = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]' },
  { selector: 'CallExpression[callee.name="Date"]' },
].map((rule) => ({
  ...rule,
  message: 'Ask the injected Clock: time that a test cannot set is a hidden input.',
}));

const bareSave = {
  selector: 'CallExpression[callee.property.name="save"]',
  message: 'Use change(): save() of a stale copy silently undoes another writer.',
};

/** Services read their environment once, in config.ts, where a wrong variable is named. */
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Take it from the parsed configuration.',
};

const readOnly = {
  selector: 'CallExpression[callee.name=/^(change|publish|reply)$/]',
  message: 'Queries read; writing and sending belong to a service.',
};

const shape = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only: one name, found by one search.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  {
    selector:
      ':matches(ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name=/^I[A-Z][a-z]/]',
    message: 'No I… prefix.',
  },
  {
    selector:
      ':matches(ClassDeclaration, TSInterfaceDeclaration)[id.name=/^(Base|Abstract)[A-Z]|(Manager|Helper|Utils?|Impl|Info)$/]',
    message: 'The name says nothing about the business: name what it is.',
  },
  {
    selector: ':matches(FunctionDeclaration, ArrowFunctionExpression)[params.length>4]',
    message: 'At most 4 parameters: pass an object.',
  },
  {
    selector: 'MethodDefinition[kind!="constructor"] > FunctionExpression[params.length>4]',
    message: 'At most 4 parameters: pass an object.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
    message: 'More than 6 collaborators: this class does two jobs.',
  },
];

const rules = defineConfig(
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50 }],
      complexity: ['error', 8],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-else-return': 'error',
      'no-param-reassign': 'error',
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // The two flags keep `import { Service }` a real import where only decorator metadata uses it.
      parserOptions: { projectService: true, emitDecoratorMetadata: true, experimentalDecorators: true },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-shadow': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Nest and TypeORM use classes as the shape of their options.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-syntax': ['error', ...clock, bareSave, ...shape],
    },
  },
  {
    files: ['libs/kernel/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', bareSave, ...shape] },
  },
  {
    files: ['services/common/src/identity/issuer-configuration.service.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, environment, ...shape] },
  },
  {
    files: ['libs/platform/src/change.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...shape] },
  },
  {
    files: ['services/*/src/**/*.ts'],
    // The issuer's library stores records of its own, which are no aggregates of ours.
    ignores: ['services/web/**', 'services/common/src/identity/issuer-configuration.service.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, bareSave, environment, ...shape] },
  },
  {
    // An immutable domain class makes its next state from a spread of its present one.
    files: ['services/*/src/*/*.ts'],
    rules: { '@typescript-eslint/no-misused-spread': 'off' },
  },
  {
    // TypeORM wants promises from migrations that have nothing to wait for.
    files: ['**/migrations/*.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    files: ['services/*/src/**/*.queries.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, bareSave, environment, readOnly, ...shape] },
  },
  {
    // Tools that run on the operator's machine: they print, and their time is the machine's.
    files: ['deploy/**/*.{ts,mjs}'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', ...shape] },
  },
  {
    files: ['services/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Response bodies of supertest are `any` by nature.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Tools that want a default export.
    files: ['**/*.config.{ts,js,mjs}', '.dependency-cruiser.mjs', 'deploy/local/lint-format.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  prettier,
);

// No rules for what is generated, rather than ignoring it: a change names such files too, and to name an ignored one is a warning.
const generated = ['**/generated/**'];

export default defineConfig(
  globalIgnores(['**/dist/', '**/.dhanman/', '.tools/', '.nx/', 'deploy/checks/fixtures/']),
  rules.map((block) => ({ ...block, ignores: [...(block.ignores ?? []), ...generated] })),
  {
    files: ['**/generated/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
);
