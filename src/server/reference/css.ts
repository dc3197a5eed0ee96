/** Style of the reference and of pages that say what is wrong: print-like, light and dark, from a phone up. */
export const referenceCss = `:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1b19;--quiet:#5d5a53;--line:#d8d4ca;--accent:#0b5c7a;--code:#f1eee6}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece9e2;--quiet:#aaa69c;--line:#3a3833;--accent:#7cc4e0;--code:#22201d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:52rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.2;margin:1rem 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-top:1px solid var(--line);padding-top:1rem}
h3{font-size:1rem;margin:2rem 0 .25rem}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code,pre{font:.875rem/1.45 ui-monospace,monospace;background:var(--code);border-radius:3px}
code{padding:.1em .3em}
pre{padding:.75rem;white-space:pre-wrap}
pre code{padding:0}
.method{font-weight:700;color:var(--accent)}
.quiet{color:var(--quiet)}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--line)}
dl{margin:.25rem 0}
dt{margin-top:.35rem}
dd{margin:0 0 0 1rem}
ul.toc{padding-left:1.1rem}
details{margin:.5rem 0}
summary{cursor:pointer}
@media (max-width:30rem){table.parameters,table.parameters tbody,table.parameters tr,table.parameters td{display:block;border:0;padding:0}table.parameters thead{position:absolute;clip-path:inset(50%)}table.parameters tr{border-bottom:1px solid var(--line);padding:.4rem 0}}
@media print{a{color:inherit}details:not([open])>*{display:block}}
`;
