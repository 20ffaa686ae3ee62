import { endPicker } from '../../shared/end-picker.ts';
import { startPicker } from './start-picker.ts';

// Brought again, it starts anew.
endPicker();
globalThis.tilewiseEndPicker = startPicker();
