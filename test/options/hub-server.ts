import { createServer } from 'node:http';
import type { ModelFile } from './model-files.ts';

export interface HubServer {
  readonly origin: string;
  /** File and range of each request, such as `image.onnx bytes=100-`. */
  readonly asked: readonly string[];
  /** From now on all connections break after so many bytes; undefined: none does. */
  cutAfter(bytes: number | undefined): void;
  close(): Promise<void>;
}

/** A hub that sends parts of files, to this machine only, and whose connections can be cut. */
export async function startHub(files: readonly ModelFile[]): Promise<HubServer> {
  const asked: string[] = [];
  let cut: number | undefined;
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    const range = request.headers.range;
    asked.push(range === undefined ? name : `${name} ${range}`);
    const found = files.find((file) => file.name === name)?.buffer;
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const start = Number(/\d+/.exec(range ?? '0'));
    const rest = found.subarray(start);
    response.writeHead(range === undefined ? 200 : 206, {
      'content-length': rest.length,
      'content-range': `bytes ${start}-${found.length - 1}/${found.length}`,
    });
    if (cut === undefined || rest.length <= cut) response.end(rest);
    else response.write(rest.subarray(0, cut), () => setTimeout(() => response.destroy(), 50));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port, found none');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    cutAfter: (bytes) => (cut = bytes),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
