import { isMissing, openModelFolder } from './model-store.ts';

const SCHEME = 'stored:';

/** The folder of a stored model as the engine takes it: `stored:ID/`. */
export function storedModelUrl(id: string): string {
  return `${SCHEME}${id}/`;
}

/**
 * `fetch` over the stored models.
 *
 * @param description stands for model.json while the model is not complete
 */
export async function fetchStored(url: string, description?: string): Promise<Response> {
  const [id = '', file = ''] = url.slice(SCHEME.length).split('/');
  if (file === 'model.json' && description !== undefined) return new Response(description);
  try {
    const handle = await (await openModelFolder(id)).getFileHandle(file);
    return new Response(await handle.getFile());
  } catch (error) {
    if (isMissing(error)) return new Response(null, { status: 404 });
    throw error;
  }
}
