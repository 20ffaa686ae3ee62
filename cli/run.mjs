// Starts every npm script: `node cli/run.mjs NAME args…` runs cli/NAME.ts, after installing what package-lock.json
// names if it is not there. It has no dependencies itself, so that it works on a clean clone. Nothing of its own goes
// to stdout, which belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The oldest Node that Vite runs on; `engines` in package.json says the same. */
const OLDEST_NODE = [20, 19];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = '', ...args] = process.argv.slice(2);
const command = join(root, 'cli', `${name}.ts`);

if (!isNewEnough(process.versions.node)) {
  fail(
    `Expected Node ${OLDEST_NODE.join('.')} or newer, found ${process.versions.node}: https://nodejs.org/`,
  );
}
if (!/^[a-z]+$/.test(name) || !existsSync(command))
  fail(`Expected the name of a command in cli/, found "${name}"`);
installDependencies();
runCommand();

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

function installDependencies() {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stampFile = join(root, 'node_modules', '.tilewise-lock');
  const stamp = createHash('sha256').update(`${process.platform} ${process.arch} ${lockText}`).digest('hex');
  if (readOptional(stampFile) === stamp) return;
  if (!matchesInstalled(JSON.parse(lockText))) {
    console.error('Installing the dependencies that package-lock.json names…');
    // `npm run -s` makes npm silent in whatever it starts; its errors are wanted here all the same.
    const done = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (done.status !== 0)
      fail(`npm ci should install the dependencies; it ended with ${done.status ?? done.error}`);
  }
  writeFileSync(stampFile, stamp);
}

/** Whether node_modules, by npm's own record of it, already holds what the lock names (installed by hand, say). */
function matchesInstalled(lock) {
  const record = readOptional(join(root, 'node_modules', '.package-lock.json'));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' ||
      (wanted.optional === true && !(path in installed)) ||
      installed[path]?.version === wanted.version,
  );
}

/** npm names its own script to the scripts that it runs; without that, Windows needs a shell to start npm.cmd. */
function npm(npmArgs) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script)) {
    return spawnSync(process.execPath, [script, ...npmArgs], options);
  }
  return spawnSync('npm', npmArgs, { ...options, shell: process.platform === 'win32' });
}

function runCommand() {
  const loader = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', loader, command, ...args], { stdio: 'inherit' });
  // A terminal sends Ctrl+C to the command as well, which ends in its own time; what only we get is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => fail(`Node should start ${command}: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function readOptional(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
