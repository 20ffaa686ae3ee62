import { useEffect, useRef } from 'preact/hooks';
import { translate } from '../own-pages/translate.ts';
import type { ScreenshotAnswer } from '../shared/screenshot.ts';

/** Outlines are told apart without colour too: solid and thick, dashed, thin. */
const outlines = {
  yes: { stroke: '#1f6feb', width: 0.04, dash: 0 },
  unsure: { stroke: '#d98a00', width: 0.03, dash: 0.1 },
  no: { stroke: '#8a8f98', width: 0.012, dash: 0 },
} as const;

/** The picture with the answer drawn over it. What is drawn stands as text in the list of tiles. */
export function PictureView({
  bitmap,
  shown,
}: {
  readonly bitmap: ImageBitmap;
  readonly shown: ScreenshotAnswer | undefined;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  const { width, height } = bitmap;
  return (
    <div class="view">
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={translate('screenshotPicture')}
      />
      {shown && (
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {shown.tiles.map((box, slot) => {
            const { stroke, width: share, dash } = outlines[shown.answer.tiles[slot]?.state ?? 'no'];
            const line = Math.min(box.width, box.height) * share;
            return (
              <rect
                key={slot}
                x={box.x + line / 2}
                y={box.y + line / 2}
                width={box.width - line}
                height={box.height - line}
                fill="none"
                stroke={stroke}
                stroke-width={line}
                stroke-dasharray={dash > 0 ? String(box.width * dash) : undefined}
              />
            );
          })}
        </svg>
      )}
    </div>
  );
}
