const MINUTE = 60_000;

/**
 * How long the engine stays open without work. Loading it again takes about a second, so a few minutes cover the
 * questions of one sitting. VITE_IDLE_MILLISECONDS in the environment of the build sets another time, for tests.
 */
export const IDLE_MILLISECONDS = Number(import.meta.env['VITE_IDLE_MILLISECONDS'] ?? 5 * MINUTE);
