import type { OwnPagesApi } from '../shared/protocol.ts';
import type { AddSettings } from '../models/add-model.ts';
import { engineLink } from '../transport/engine-link.ts';

/** The largest model takes minutes to be read, hashed and opened on a slow machine. Milliseconds. */
const MODEL_LIMIT = 20 * 60_000;

const link = engineLink<OwnPagesApi>();

export const engine: AddSettings['engine'] & Pick<OwnPagesApi, 'useModel' | 'status'> = {
  readGraph: (id, graph) => link.call((api) => api.readGraph(id, graph), MODEL_LIMIT, 'Reading the graph'),
  testModel: (id, description) =>
    link.call(async (api) => api.testModel(id, description), MODEL_LIMIT, 'Testing the model'),
  useModel: (id) => link.call((api) => api.useModel(id), MODEL_LIMIT, 'Opening the model'),
  status: () => link.call((api) => api.status(), MODEL_LIMIT, 'Opening the model'),
};
