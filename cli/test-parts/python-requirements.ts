/**
 * What has to be installed for training/pyproject.toml: its dependencies, those of its `dev` extra and of its build.
 * `alone` are the ones to be installed without what they ask for in turn: cn-clip pins an lmdb that no longer builds
 * and wants torchvision, of which the package uses nothing.
 */
export function pythonRequirements(pyproject: string): { ordinary: string[]; alone: string[] } {
  const all = ['requires', 'dependencies', 'dev'].flatMap((key) => listIn(pyproject, key));
  return {
    ordinary: all.filter((requirement) => !isAlone(requirement)),
    alone: all.filter(isAlone),
  };
}

function isAlone(requirement: string): boolean {
  return /^cn[-_]clip\b/.test(requirement);
}

/** The strings of `key = ["…", …]`, which may go over several lines. */
function listIn(toml: string, key: string): string[] {
  const list = new RegExp(`^${key}\\s*=\\s*\\[([^\\]]*)\\]`, 'm').exec(toml)?.[1];
  if (list === undefined) throw new Error(`Expected a list "${key}" in training/pyproject.toml, found none`);
  return [...list.matchAll(/"([^"]+)"/g)].flatMap(([, requirement]) => requirement ?? []);
}
