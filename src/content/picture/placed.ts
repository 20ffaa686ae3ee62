export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in CSS pixels of an element. */
export interface Placed extends Size {
  readonly left: number;
  readonly top: number;
}
