// Who may import whom. Each rule has a planted violation in scripts/check/fixtures/tree that must be found.

/** `ls lib` from the ground up: a line may reach those above it here, never those below. */
const lines = [
  ['kernel'],
  ['audit', 'notifications', 'files', 'jobs', 'documents', 'approvals', 'imports'],
  ['centers', 'people'],
  ['companies'],
  ['service-desk', 'leases', 'mentoring', 'financing', 'certification', 'notices'],
  ['lifecycle'],
  ['figures'],
];
const siblings = lines[4].join('|');
const anyOf = (names) => `^lib/(${names.join('|')})/`;
const test = '\\.(test|full)\\.tsx?$';

const downwardOnly = lines.slice(0, -1).map((line, at) => ({
  name: 'downward-only',
  severity: 'error',
  from: { path: anyOf(line), pathNot: test },
  to: { path: anyOf(lines.slice(at + 1).flat()) },
}));

export default {
  forbidden: [
    {
      name: 'pages-not-db',
      severity: 'error',
      from: { path: '^(app|components)/', pathNot: `^app/_server/|${test}` },
      to: { path: '^db/' },
    },
    {
      name: 'components-stay-pure',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/|^lib/[^/]+/(queries|commands)(\\.ts$|/)' },
    },
    {
      name: 'lib-not-delivery',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/|(^|/)node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'pure-files',
      severity: 'error',
      from: { path: '^lib/[^/]+/(inputs|rules|policy|entries)(\\.ts$|/)', pathNot: test },
      to: { path: '^db/|^lib/[^/]+/(queries|commands)(\\.ts$|/)' },
    },
    {
      name: 'own-tables',
      severity: 'error',
      from: { path: '^lib/([^/]+)/commands(\\.ts$|/)', pathNot: test },
      to: { path: '^db/schema/', pathNot: '^db/schema/($1[a-z-]*|_columns)\\.ts$' },
    },
    {
      name: 'siblings',
      severity: 'error',
      from: { path: `^lib/(${siblings})/`, pathNot: test },
      to: { path: `^lib/(${siblings})/`, pathNot: '^lib/$1/' },
    },
    ...downwardOnly,
    {
      name: 'no-cycles',
      severity: 'error',
      // Tables point at each other as the facts do; Drizzle reads their keys when both are there.
      from: { pathNot: '^db/schema/' },
      to: { circular: true, dependencyTypesNot: ['type-only'], viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: { pathNot: '^\\.next' }, to: { couldNotResolve: true, pathNot: '^(node|bun):' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data|scripts/check/fixtures)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
