/** Where a model's files lie. */
export interface HubAddress {
  /** Folder of the files, ending in a slash. */
  readonly folder: string;
  /** Match pattern of the host, for the permission to fetch from it. */
  readonly pattern: string;
}

const DESCRIPTION = 'model.json';

/** A page of a model on a hub, and the address of its files. */
const repositories: readonly (readonly [RegExp, (owner: string, name: string) => string])[] = [
  [/^https:\/\/huggingface\.co\/([^/]+)\/([^/]+)\/?$/, (owner, name) => `https://huggingface.co/${owner}/${name}/resolve/main/`],
  [
    /^https:\/\/(?:www\.)?modelscope\.cn\/models\/([^/]+)\/([^/]+)(?:\/(?:files|summary))?\/?$/,
    (owner, name) => `https://www.modelscope.cn/models/${owner}/${name}/resolve/master/`,
  ],
];

/**
 * The folder that an address means: that of its model.json, the folder itself, or the files of a repository's page.
 * `mirror` takes the place of scheme and host, with a path where it has one. Undefined for what is no http(s) address.
 */
export function readHubAddress(address: string, mirror: string): HubAddress | undefined {
  const asked = parse(address);
  if (asked === undefined) return undefined;
  const page = asked.origin + asked.pathname;
  const found = repositories.map(([pattern, files]) => {
    const [, owner = '', name = ''] = pattern.exec(page) ?? [];
    return name === '' ? undefined : files(owner, name);
  });
  const folder = found.find((files) => files !== undefined) ?? folderOf(page);
  if (mirror.trim() === '') return { folder, pattern: patternOf(folder) };
  const other = parse(mirror);
  if (other === undefined) return undefined;
  const mirrored = other.origin + other.pathname.replace(/\/$/, '') + new URL(folder).pathname;
  return { folder: mirrored, pattern: patternOf(mirrored) };
}

function parse(address: string): URL | undefined {
  const text = address.trim();
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

function folderOf(page: string): string {
  if (page.endsWith(`/${DESCRIPTION}`)) return page.slice(0, -DESCRIPTION.length);
  return page.endsWith('/') ? page : `${page}/`;
}

function patternOf(folder: string): string {
  return `${new URL(folder).origin}/*`;
}
