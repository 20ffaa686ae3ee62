/**
 * Colours meet WCAG AA against their own grounds (white on #0b6b43 6.4, on #7a4f00 6.6, on #3d4654 9.6). Marks differ
 * by shape and text as well as by colour.
 */
export const OVERLAY_STYLE = `
:host::backdrop { display: none !important }
.layer { position: fixed; inset: 0; overflow: hidden; pointer-events: none; font: 13px/1.4 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
.tile { position: absolute; left: 0; top: 0; box-sizing: border-box; transform-origin: 0 0; border-radius: 6px; --mark: #3d4654 }
.tile.yes { --mark: #0b6b43; border: 3px solid var(--mark); box-shadow: 0 0 0 1px #fff, inset 0 0 0 1px #fff }
.tile.unsure { --mark: #7a4f00; border: 3px dashed #b97800; box-shadow: inset 0 0 0 1px #fffa }
.tile b { position: absolute; left: 3px; top: 3px; padding: 0 5px; border-radius: 9px; background: var(--mark); color: #fff; font: 600 11px/17px system-ui, sans-serif; white-space: nowrap }
.tile.no b { opacity: .82; font-weight: 400 }
.toggle { position: absolute; left: 0; top: 0; width: 24px; height: 24px; padding: 0; border: 2px solid #3d4654; border-radius: 50%; background: #ffffffe6; color: #fff; font: 700 14px/20px system-ui, sans-serif; pointer-events: auto }
.toggle[aria-checked="true"] { border-color: #0b6b43; background: #0b6b43 }
.toggle.corrected { box-shadow: 0 0 0 2px #fff, 0 0 0 4px #1a66d9 }
.undo { margin-top: 8px; padding: 3px 8px; background: none; color: #465162; text-decoration: underline }
.tile.looking { background: linear-gradient(100deg, #fff0 35%, #fff5 50%, #fff0 65%) 0 0 / 300% 100%; animation: sweep 1.4s linear infinite }
@keyframes sweep { from { background-position: 100% 0 } to { background-position: 0 0 } }
.panel { position: absolute; left: 0; top: 0; max-width: 280px; padding: 10px 12px; border-radius: 10px; background: #fffffff7; color: #1c2430; box-shadow: 0 1px 2px #0003, 0 6px 24px #0003; pointer-events: auto }
.panel.low { display: flex; gap: 10px; align-items: center; max-width: calc(100vw - 20px); box-sizing: border-box; padding: 6px 34px 6px 12px }
.asked { margin: 0 22px 2px 0; font-weight: 600; overflow-wrap: anywhere }
.said { margin: 0; color: #465162; overflow-wrap: anywhere }
.row { display: flex; gap: 8px; align-items: center; margin-top: 8px }
button { font: inherit; border: 0; border-radius: 7px; cursor: pointer }
.accept { padding: 5px 12px; background: #0b6b43; color: #fff; font-weight: 600 }
kbd { font: 11px/1 system-ui, sans-serif; color: #465162; border: 1px solid #46516255; border-radius: 4px; padding: 2px 5px }
.close { position: absolute; right: 5px; top: 5px; width: 24px; height: 24px; padding: 0; background: none; color: #465162; font-size: 15px; line-height: 24px }
.close:hover { background: #0001 }
.low > * { margin: 0 }
.low .close { top: calc(50% - 12px) }
button:focus-visible { outline: 2px solid #1a66d9; outline-offset: 2px }
[hidden] { display: none !important }
@media (prefers-color-scheme: dark) {
  .panel { background: #20262ff7; color: #eef1f5; box-shadow: 0 0 0 1px #fff2, 0 6px 24px #0008 }
  .said, kbd, .close, .undo { color: #b6c0cd }
  .close:hover { background: #fff2 }
}
@media (prefers-reduced-motion: reduce) { .tile.looking { animation: none; background: #fff3 } }
`;
