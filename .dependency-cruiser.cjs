// Directions of dependence. One direction only: renderer -> electron/app -> shared; server -> shared.
// A rule that stands here is a promise of docs/architecture.md; change both together.
const testFiles = '\\.test\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs anywhere: it imports zod and itself, nothing of Node, the DOM or a library',
      severity: 'error',
      from: { path: '^shared/', pathNot: [testFiles, '^shared/replica-format/'] },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'replica-format-is-pure',
      comment:
        'a desk and the server must make the same file: beside what shared/ may import, only the pinyin of the search terms',
      severity: 'error',
      from: { path: '^shared/replica-format/', pathNot: testFiles },
      to: { pathNot: ['^shared/', '^node_modules/(zod|pinyin-pro)/'] },
    },
    {
      name: 'app-stands-on-shared',
      severity: 'error',
      from: { path: '^electron/app/', pathNot: testFiles },
      to: { path: '^(server|renderer|demo|test|scripts|electron/(?!app/))' },
    },
    {
      name: 'host-stands-on-app-and-shared',
      severity: 'error',
      from: { path: '^electron/(host/|main\\.ts|preload\\.ts)', pathNot: testFiles },
      to: { path: '^(server|renderer|demo|test|scripts)/' },
    },
    {
      name: 'renderer-stands-on-shared',
      comment: 'the window knows the contract and nothing of the programs behind it; no Node, no Electron',
      severity: 'error',
      from: { path: '^renderer/', pathNot: testFiles },
      to: { path: '^(electron|server|demo|test|scripts)/|^(electron|better-sqlite3)$' },
    },
    {
      name: 'renderer-is-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: testFiles },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-modules-do-not-import-each-other',
      severity: 'error',
      from: { path: '^renderer/modules/([^/]+)/' },
      to: { path: '^renderer/modules/([^/]+)/', pathNot: '^renderer/modules/$1/' },
    },
    {
      name: 'the-frame-knows-modules-by-their-list',
      comment:
        'app/ is composed of what modules declare; signing in stands before them, with the forms of the own account',
      severity: 'error',
      from: { path: '^renderer/app/', pathNot: testFiles },
      to: { path: '^renderer/modules/', pathNot: '^renderer/modules/(index\\.ts$|system/account/)' },
    },
    {
      name: 'modules-know-of-the-frame-how-to-declare-themselves',
      severity: 'error',
      from: { path: '^renderer/modules/' },
      to: { path: '^renderer/app/', pathNot: '^renderer/app/(module|command-words)\\.ts$' },
    },
    {
      name: 'house-components-know-no-module',
      severity: 'error',
      from: { path: '^renderer/(ui|api)/' },
      to: { path: '^renderer/(modules|app)/' },
    },
    {
      name: 'only-host-touches-electron',
      severity: 'error',
      from: {
        path: '^(?!electron/(host/|main\\.ts|preload\\.ts)|test/(electron-stand-in|desktop|e2e)/|electron\\.vite\\.config\\.ts)',
      },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    {
      name: 'server-stands-on-shared',
      severity: 'error',
      from: { path: '^server/', pathNot: testFiles },
      to: { path: '^(electron|renderer|demo|test|scripts)/' },
    },
    {
      name: 'demo-does-not-reach-into-tests',
      severity: 'error',
      from: { path: '^demo/', pathNot: testFiles },
      to: { path: '^(test|scripts|renderer)/' },
    },
    {
      name: 'modules-do-not-import-each-other',
      comment:
        'a business module stands on projects and on what the administrator keeps; what two modules share goes below both',
      severity: 'error',
      from: {
        path: '^shared/domain/(plans|announcements|challenges|suppliers|experts|supervision|admin)/',
        pathNot: testFiles,
      },
      to: {
        path: '^shared/domain/(plans|announcements|challenges|awards|award-changes|contracts|experts|complaints|inspections|supervision)/',
        pathNot: '^shared/domain/$1/',
      },
    },
    {
      name: 'what-is-announced-stands-on-announcements',
      comment:
        'what these modules make is published as an announcement; beside that they do not import each other',
      severity: 'error',
      from: { path: '^shared/domain/(awards|contracts|complaints|inspections)/', pathNot: testFiles },
      to: {
        path: '^shared/domain/(plans|challenges|awards|award-changes|contracts|experts|complaints|inspections|supervision)/',
        pathNot: '^shared/domain/$1/',
      },
    },
    {
      name: 'a-change-stands-on-what-it-changes',
      comment: '中标结果变更 is of a result, and is published as an announcement',
      severity: 'error',
      from: { path: '^shared/domain/award-changes/', pathNot: testFiles },
      to: {
        path: '^shared/domain/(plans|challenges|contracts|experts|complaints|inspections|supervision)/',
      },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: {
        path: '^(shared|electron|renderer|server)/',
        pathNot: [testFiles],
      },
      // Electron itself is there wherever the client runs.
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/(@types/|electron/|vite/)' },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
