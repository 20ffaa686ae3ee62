import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Installer, thisInstaller } from '../installer.ts';
import { ROOT } from '../root.ts';
import { pythonRequirements } from './python-requirements.ts';

const VENV = join(ROOT, '.venv');
const TRAINING = join(ROOT, 'training');
const STAMP = join(VENV, '.tilewise-requirements');

/** `requires-python` of training/pyproject.toml. */
const OLDEST_PYTHON = '3.11';

/** Names that Python goes by, the surest first. */
const PYTHONS = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11'];

/**
 * Python of the project's own environment, .venv, with what training/pyproject.toml asks for. Throws an error that
 * tells the person what to install.
 */
export function preparePython(installer: Installer = thisInstaller): string {
  const manifest = readFileSync(join(TRAINING, 'pyproject.toml'), 'utf8');
  const stamp = createHash('sha256').update(manifest).digest('hex');
  const python = venvPython();
  if (existsSync(python) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return python;
  const { ordinary, alone } = pythonRequirements(manifest);
  if (!existsSync(python)) makeEnvironment(installer);
  if (!holds(python, [...ordinary, ...alone])) {
    console.log('Installing what training/pyproject.toml asks for…');
    pip(python, ordinary);
    pip(python, ['--no-deps', ...alone, '--no-build-isolation', '-e', TRAINING]);
  }
  writeFileSync(STAMP, stamp);
  return python;
}

function venvPython(): string {
  return process.platform === 'win32' ? join(VENV, 'Scripts', 'python.exe') : join(VENV, 'bin', 'python');
}

function makeEnvironment(installer: Installer): void {
  if (PYTHONS.some((name) => makesEnvironment(name))) return;
  if (installer.available && installer.install(['python3', 'python3-venv']) && makesEnvironment('python3'))
    return;
  throw new Error(
    `Expected Python ${OLDEST_PYTHON} or newer with its venv module, found none among ${PYTHONS.join(', ')}`,
  );
}

function makesEnvironment(name: string): boolean {
  const isNewEnough = `import sys; sys.exit(sys.version_info < (${OLDEST_PYTHON.replace('.', ', ')}))`;
  return succeeds(name, ['-c', isNewEnough]) && succeeds(name, ['-m', 'venv', '--clear', VENV]);
}

/** Whether just these versions are installed, by hand for example, and the package itself with them. */
function holds(python: string, requirements: readonly string[]): boolean {
  const pinned = requirements.filter((requirement) => requirement.includes('=='));
  const look = `
import sys
from importlib.metadata import version
version('tilewise')
sys.exit(any(version(name).split('+')[0] != wanted for name, wanted in (r.split('==') for r in sys.argv[1:])))`;
  return succeeds(python, ['-c', look, ...pinned]);
}

function pip(python: string, args: readonly string[]): void {
  const { status } = spawnSync(
    python,
    ['-m', 'pip', 'install', '--disable-pip-version-check', '-q', ...args],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) throw new Error(`Expected pip to install ${args.join(' ')}; it ended with ${status}`);
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
