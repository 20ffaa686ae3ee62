import { dirname } from 'node:path';

/** npm runs scripts in the package's folder; paths that a person types are meant from where they stand. */
export function callerFolder(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): string {
  const movedByNpm = env.npm_package_json !== undefined && dirname(env.npm_package_json) === cwd;
  return movedByNpm ? (env.INIT_CWD ?? cwd) : cwd;
}
