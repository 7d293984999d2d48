"""How a report looks: on a screen, light or dark, wide or narrow, and on paper."""

from __future__ import annotations

from probatum.count.report.svg import variables

STYLE = (
    ":root{color-scheme:light dark;--page:#fff;--sunken:#f3f5f8;--line:#d8dce3;"
    "--warn:#7a4d00;--warn-weak:#fbf1dc;"
    + variables(1)
    + "}\n@media screen and (prefers-color-scheme:dark){:root{--page:#0f141a;--sunken:#171d25;"
    "--line:#2b3643;--warn:#e8bd6d;--warn-weak:#2d2412;"
    + variables(2)
    + "}}"
    + """
*{box-sizing:border-box}
body{font:16px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","DejaVu Sans",
sans-serif;max-width:52rem;margin:0 auto;padding:1.5rem 1rem 4rem;color:var(--ink);
background:var(--page)}
h1{font-size:1.75rem;line-height:1.2;margin:.2rem 0 .4rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.3;margin:3rem 0 .6rem;padding-top:.9rem;
border-top:2px solid var(--ink)}
h3{font-size:1.05rem;margin:1.8rem 0 .4rem}
p,ul,ol,dl{margin:.5rem 0}li{margin:.2rem 0}
a{color:inherit}
code,.exact{font:.8rem/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
overflow-wrap:anywhere}
.over{color:var(--muted);font-size:.9rem;margin:0}
.small,figcaption,caption{color:var(--muted);font-size:.88rem}
.answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem;
margin:1.4rem 0}
.answer{background:var(--sunken);border:1px solid var(--line);border-radius:10px;
padding:1rem 1.1rem}
.answer h2,.answer h3{margin:0 0 .3rem;padding:0;border:0;font-size:.95rem;color:var(--muted);
font-weight:600}
.answer .number{font-size:1.7rem;font-weight:650;line-height:1.15;margin:.1rem 0 .4rem;
font-variant-numeric:tabular-nums}
.answer.documented{border-inline-start:6px solid var(--documented)}
.answer.estimated{border-inline-start:6px double var(--one)}
.answer p{margin:.3rem 0}
.warn{background:var(--warn-weak);border-inline-start:5px solid var(--warn);padding:.5rem .9rem;
border-radius:4px;margin:.8rem 0}
figure{margin:1.2rem 0}
.draw{overflow-x:auto}
.draw svg{display:block;width:100%;min-width:21rem;max-width:40rem;height:auto}
.draw svg text{font-family:inherit!important}
table{margin:.9rem 0;border-collapse:collapse;width:100%;font-size:.92rem;
font-variant-numeric:tabular-nums}
caption{text-align:start;padding:.3rem 0}
th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
thead th{color:var(--muted);font-weight:600;border-bottom:2px solid var(--line)}
th[scope=row]{font-weight:500}
.n{text-align:end;white-space:nowrap}
.wide{overflow-x:auto}
details{margin:.6rem 0}summary{cursor:pointer;color:var(--muted);font-size:.92rem}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem}
dl.facts dt{color:var(--muted)}dl.facts dd{margin:0;overflow-wrap:anywhere}
.key{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;padding:0;list-style:none;font-size:.88rem;
color:var(--muted)}
.key svg{width:2.2em;height:.9em;vertical-align:-.08em;margin-inline-end:.35em}
nav ol{columns:16rem;padding-inline-start:1.3rem}
@media (max-width:36rem){body{padding-inline:.8rem}h1{font-size:1.45rem}
dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.5rem}}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-left{content:string(foot);
font:8pt "DejaVu Sans",sans-serif}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt "DejaVu Sans",sans-serif}}
@media print{:root{font-size:9.5pt}body{font:9.5pt/1.4 "DejaVu Sans",sans-serif;max-width:none;
padding:0;margin:0}.answers{display:flex}.answer{flex:1}.answer .number{font-size:1.5rem;
font-weight:700}.first details{display:none}
.first h3{margin-top:.6rem}th,td{padding:.2rem .45rem}h2{margin-top:2rem}
h1{string-set:foot attr(data-foot)}h2,h3,caption{break-after:avoid}
tr,.draw,.answer,.warn,dl.facts,figcaption{break-inside:avoid}
.key,.draw{break-after:avoid}figure{margin:.8rem 0}
.first{font-size:8.6pt;line-height:1.3}.first .draw svg{max-width:11.5cm}
.first figure,.first .answers{margin:.6rem 0}.first li{margin:.05rem 0}
.first .answer{padding:.6rem .9rem}
.draw,.wide{overflow:visible}
.draw svg{min-width:0;max-width:14.5cm}
.first{break-after:page}details>summary{display:none}}
"""
)
