/** The report's style sheet: light and dark, no fonts or pictures from elsewhere. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --line: #8886; --right: #1a7f37; --missed: #b35900; --taken: #c4233b; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 1100px; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 24px; } h2 { font-size: 19px; margin-top: 36px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 14px; }
th, td { padding: 3px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { vertical-align: bottom; } td:first-child, td:nth-child(2) { white-space: nowrap; }
td.number { text-align: right; white-space: nowrap; }
figure { margin: 12px 0; } figcaption { font-weight: 600; font-size: 14px; margin-bottom: 4px; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); gap: 12px 24px; }
.chart { width: 100%; height: auto; } .chart text { font-size: 11px; fill: currentColor; }
.grid { stroke: var(--line); stroke-width: 0.5; }
.diagonal { stroke: currentColor; stroke-dasharray: 3 3; opacity: 0.6; }
.dot { fill: #2563c9; fill-opacity: 0.75; }
.line { fill: none; stroke-width: 2; }
.line-0 { stroke: #2563c9; } .line-1 { stroke: #d2691e; stroke-dasharray: 7 3; }
.line-2 { stroke: #2f8f5b; stroke-dasharray: 2 3; } .line-3 { stroke: #a345b5; stroke-dasharray: 9 3 2 3; }
.line-4 { stroke: #0e8f9c; } .line-5 { stroke: #c4233b; stroke-dasharray: 7 3; }
.line-6 { stroke: #7d7a12; stroke-dasharray: 2 3; } .line-7 { stroke: #6b6b6b; stroke-dasharray: 9 3 2 3; }
.legend { list-style: none; padding: 0; margin: 4px 0; font-size: 13px; }
.grids { display: flex; flex-wrap: wrap; gap: 16px 28px; }
.tiles { list-style: none; display: grid; gap: 4px; padding: 0; margin: 0; }
.tiles li { width: 80px; font-size: 11px; line-height: 1.2; }
.tiles img { display: block; border: 4px solid transparent; }
.right img { border-color: var(--right); } .missed img { border-color: var(--missed); border-style: dashed; }
.taken img { border-color: var(--taken); border-style: double; }
`;
