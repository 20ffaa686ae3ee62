import { buildExtension } from './build-extension.ts';

await buildExtension('info');
