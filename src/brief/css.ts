import {chartCss} from "../charts/svg.ts";

/** The page's only style sheet: quiet on screen, A4 in print, no address and no font from elsewhere. */
export const briefCss = `:root{--paper:#fdfcf9;--ink:#1c1b19;--quiet:#6b665e;--line:#d8d3c8;--accent:#1f5673;
--sans:"Inter","IBM Plex Sans","Segoe UI","Helvetica Neue","Noto Sans",Arial,"DejaVu Sans",sans-serif;
--serif:"Charter","Iowan Old Style","Georgia","PT Serif","Noto Serif","DejaVu Serif",serif}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/24px var(--sans);font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:48px 24px 96px;max-width:880px}
p,li,dd,blockquote{max-width:66ch}
p{margin:0 0 12px;hanging-punctuation:first}
h1{font-size:36px;line-height:40px;font-weight:650;letter-spacing:-.015em;margin:8px 0 12px;max-width:24em}
h2{font-size:22px;line-height:28px;font-weight:650;margin:56px 0 16px;padding-top:12px;border-top:2px solid var(--ink)}
h3{font-size:17px;line-height:24px;font-weight:650;margin:32px 0 8px}
h4{font-size:16px;line-height:24px;font-weight:650;margin:24px 0 8px}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
small{font-size:12px;line-height:16px;color:var(--quiet)}
sup{line-height:0;font-size:11px}
.cite{margin-left:1px}#findings .cite{white-space:nowrap}.cite a{text-decoration:none}
.quiet{color:var(--quiet)}
.note,figcaption,caption,.eyebrow,footer{font-size:13px;line-height:20px;color:var(--quiet)}
.eyebrow{letter-spacing:.06em;text-transform:uppercase;margin:0}
.date{font-size:18px;line-height:24px;color:var(--quiet);margin:0 0 20px}
nav ol{list-style:none;margin:0;padding:12px 0 0;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:4px 20px;font-size:14px}
nav li{max-width:none}
#findings ol{padding:0;list-style:none;counter-reset:finding;margin:0}
#findings li{counter-increment:finding;position:relative;padding:0 0 0 40px;margin:0 0 16px;font-size:18px;line-height:28px;max-width:62ch}
#findings li::before{content:counter(finding);position:absolute;left:0;color:var(--accent);font-weight:650;font-size:22px}
figure{margin:20px 0 24px}figcaption{max-width:76ch;margin-top:8px}
figure svg{font-family:var(--sans)}
table{border-collapse:collapse;width:100%;margin:20px 0 8px;font-size:13.5px;line-height:20px}
caption{text-align:left;padding:0 0 6px}
.undated{max-width:90ch}.counts td:nth-child(2){font-weight:600}abbr{text-decoration:none}
th,td{padding:4px 8px 4px 0;text-align:left;vertical-align:top;font-weight:400}
thead td{border-bottom:1px solid var(--ink)}
thead th{font-weight:600;border-bottom:1px solid var(--ink);vertical-align:bottom;line-height:18px;font-size:12.5px}
tbody tr{border-bottom:1px solid var(--line)}
td small{display:block}
.items td:nth-child(1){width:46%}.items td:first-child small{display:inline}
.figures td,.figures thead th+th,.counts td,.counts thead th+th,.changes td,.changes thead th+th{text-align:right;padding:4px 0 4px 8px}
.figures .part th{padding-left:12px;color:var(--quiet);font-size:12.5px}
.n{white-space:nowrap}.f{display:inline-block;width:3.1ch;text-align:left}
.c{display:inline-block;min-width:26px;text-align:left}.figures td .change{margin-right:26px}.figures th,.figures td{white-space:nowrap}.figures thead th{white-space:normal}
.bound{font-size:12px;color:var(--quiet)}
.path td{font-size:12px;color:var(--quiet)}
blockquote{font:18px/30px var(--serif);margin:16px 0 20px;padding:0 0 0 20px;border-left:3px solid var(--line);overflow-wrap:anywhere}
.said{font-family:var(--serif);font-size:14px;overflow-wrap:anywhere}
.elided{color:var(--quiet)}
mark{color:inherit;background:#ece8de;padding:1px 2px;border-bottom:2px solid var(--quiet);-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.supported{background:#dcefe6;border-bottom:2px solid #00795a}
mark.supported-on-basis{background:#dfeaf4;border-bottom:4px double #0072b2}
mark.unverified{background:#f6efd8;border-bottom:2px dashed #8f6a00}
mark.contradicted{background:#f8e2d6;border-bottom:2px solid #b24a00;border-top:2px solid #b24a00}
mark.inconsistent{background:#f3e3ed;border-bottom:4px double #9c4f7b}
mark.open{background:none;border-bottom:2px dotted var(--ink)}
mark.not-checkable{background:none;border-bottom:1px dotted var(--quiet)}
.ref{font-family:var(--sans);margin:0 1px}.ref a{text-decoration:none;font-weight:600;color:var(--ink)}
td mark{white-space:nowrap;font-size:12.5px}
.key{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:4px 24px;font-size:13px;line-height:20px;margin:0 0 16px}
.key div{display:grid;grid-template-columns:132px 1fr;gap:8px}.key dd{margin:0;color:var(--quiet)}
.key dt,.key dd{min-width:0}
.verdicts th:first-child{width:28px;color:var(--quiet)}.verdicts td:nth-child(2){width:32%}.verdicts td:nth-child(3){width:118px}
.methods{columns:2 320px;column-gap:32px;font-size:14px;line-height:20px;margin:0}
.methods div{break-inside:avoid;margin:0 0 12px}.methods dt{font-weight:650}.methods dd{margin:0}
.sources{padding-left:36px;font-size:13px;line-height:19px}.sources li{margin:0 0 6px;max-width:90ch}
.sources q{font-family:var(--serif)}.address{overflow-wrap:anywhere}
.conflicts li span+span{margin-left:2px}
footer{margin-top:64px;padding-top:12px;border-top:1px solid var(--line);max-width:76ch}
:target{background:#f6efd8}
${chartCss}
@media (max-width:640px){.wide{overflow-x:auto}.wide svg.chart{max-width:none}table{display:block;overflow-x:auto}}
@page{size:A4;margin:18mm 17mm 20mm}
@page{@bottom-right{content:counter(page) " / " counter(pages);font:9pt var(--sans,sans-serif);color:#6b665e}}
@media print{html{font-size:10pt;line-height:14.5pt;background:none}
body{padding:0;max-width:none}nav{display:none}
h1{font-size:24pt;line-height:28pt}h2{font-size:15pt;line-height:19pt;margin:22pt 0 8pt;padding-top:6pt;border-top-width:1pt}
h3{font-size:11.5pt;line-height:15pt;margin:14pt 0 4pt}h4{font-size:10.5pt;line-height:14pt;margin:12pt 0 4pt}
#findings li{font-size:11.5pt;line-height:16.5pt;margin-bottom:7pt}
blockquote{font-size:10.5pt;line-height:16.5pt}
table{font-size:8.6pt;line-height:12pt}small,.bound,.path td{font-size:7.6pt;line-height:10pt}sup{font-size:6.6pt}
thead th,td mark{font-size:8.2pt;line-height:11pt}.said{font-size:9pt}
.note,figcaption,caption,footer,.key{font-size:8.4pt;line-height:12pt}figcaption{max-width:none}figure{margin:10pt 0 12pt}
.key{grid-template-columns:1fr 1fr}.methods{font-size:8.8pt;line-height:12pt;columns:2}.sources{font-size:7.8pt;line-height:10.5pt;columns:2;column-gap:8mm;padding-left:22pt}.sources li{break-inside:avoid;margin-bottom:3pt}
h2,h3,h4,caption,.lead{break-after:avoid}figure,tr,.lead,.changes,.counts,.short,#findings li,.key div{break-inside:avoid}thead{display:table-header-group}
p{orphans:3;widows:3}a{color:inherit;text-decoration:none}
mark,.f,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}
#methods{break-before:page}}`;
