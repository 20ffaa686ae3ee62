import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The machine's package manager, as far as it can be used without asking anybody. */
export interface Installer {
  readonly available: boolean;
  /** Installs packages, what is said about it going to stderr; whether that succeeded. */
  install(this: void, packages: readonly string[]): boolean;
}

const APT = '/usr/bin/apt-get';

/** apt, for root on Debian and its kin: what one is in most containers. */
export const thisInstaller: Installer = {
  available: process.getuid?.() === 0 && existsSync(APT),
  install(packages) {
    console.error(`Installing ${packages.join(' and ')} with apt-get…`);
    // The lists may be missing or old; where they cannot be renewed, those that are there may still do.
    runApt(['update', '-qq']);
    return runApt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  },
};

function runApt(args: readonly string[]): boolean {
  const { status } = spawnSync(APT, args, {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
