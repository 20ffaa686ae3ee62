/** Past any grid that a person is asked about, and what the engine takes in one request. */
export const MOST_TILES = 64;
export const LEAST_TILES = 2;
