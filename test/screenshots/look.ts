/** One composed screenshot: everything that decides its pixels. */
export interface Look {
  readonly name: string;
  readonly template: string;
  readonly theme: 'light' | 'dark';
  readonly language: 'zh-CN' | 'zh-TW' | 'en';
  /** Device pixels a CSS pixel. */
  readonly scale: number;
  /** CSS pixels. */
  readonly viewport: { readonly width: number; readonly height: number };
  readonly rows: number;
  readonly columns: number;
  /** CSS pixels. */
  readonly tile: { readonly width: number; readonly height: number };
  readonly gap: number;
  /** CSS background of the grid, seen in the gutters. */
  readonly gutter: string;
  readonly radius: number;
  /** More CSS of a tile: border, shadow. */
  readonly tileStyle?: string;
  /** One picture cut into tiles instead of one a tile. */
  readonly onePicture?: boolean;
  readonly font: string;
  /** CSS pixels. */
  readonly fontSize: number;
  readonly question: string;
  readonly seed: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What must be found, from the DOM that was photographed. */
export interface Truth {
  readonly question: string;
  readonly rows: number;
  readonly columns: number;
  /** Device pixels, reading order. */
  readonly tiles: readonly Box[];
}
