/**
 * Styles of the standalone pages, in the colours of Teams' light and dark themes. Inline, so that a page is one
 * response.
 */
export const style = /* css */ `
:root {
  color-scheme: light dark;
  --page: light-dark(#f5f5f5, #1f1f1f);
  --card: light-dark(#fff, #292929);
  --line: light-dark(#e0e0e0, #525252);
  --words: light-dark(#242424, #fff);
  --quiet: light-dark(#616161, #adadad);
  --link: light-dark(#4f52b2, #9299f7);
  --button: light-dark(#5b5fc7, #4f52b2);
  --button-hover: light-dark(#4f52b2, #5b5fc7);
  --good: light-dark(#0e700e, #54b054);
  --good-ground: light-dark(#f1faf1, #052505);
  --bad: light-dark(#b10e1c, #dc626d);
  --bad-ground: light-dark(#fdf3f4, #3b0509);
  --note: light-dark(#4f52b2, #aab1fa);
  --note-ground: light-dark(#e8ebfa, #2f2f4a);
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  padding: 24px clamp(12px, 4vw, 32px) 48px;
  background: var(--page);
  color: var(--words);
  font: 16px/1.6 'Segoe UI', system-ui, 'Noto Sans Arabic', sans-serif;
  overflow-wrap: break-word;
}
/* Breaks lines between phrases, in browsers that support it. */
:lang(ja) {
  word-break: auto-phrase;
}
:lang(ar) body,
body:lang(ar) {
  line-height: 1.8;
}
header,
main,
footer {
  max-width: 720px;
  margin-inline: auto;
}
header {
  margin-block-end: 16px;
}
header a {
  display: inline-flex;
  align-items: center;
  gap: 10px;
  min-height: 44px;
  color: inherit;
  font-weight: 600;
  text-decoration: none;
}
header svg {
  border-radius: 6px;
}
main {
  padding: clamp(20px, 5vw, 40px);
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--card);
}
h1 {
  margin: 0 0 8px;
  font-size: clamp(24px, 4vw + 8px, 32px);
  line-height: 1.25;
  text-wrap: balance;
}
h2 {
  margin: 32px 0 8px;
  font-size: 20px;
  line-height: 1.4;
}
p,
ul,
ol {
  margin: 0 0 12px;
}
main > h1 + p {
  font-size: 18px;
  color: var(--quiet);
}
ul,
ol {
  padding-inline-start: 24px;
}
li + li {
  margin-block-start: 4px;
}
h3 {
  margin: 16px 0 2px;
  font-size: inherit;
  line-height: inherit;
}
main a {
  color: var(--link);
}
a:focus-visible {
  outline: 2px solid var(--words);
  outline-offset: 3px;
  border-radius: 2px;
}
main .button {
  display: inline-block;
  margin-block: 12px;
  padding: 9px 20px;
  min-height: 44px;
  border: 1px solid transparent;
  border-radius: 4px;
  background: var(--button);
  color: #fff;
  font-weight: 600;
  text-decoration: none;
}
main .button:hover {
  background: var(--button-hover);
}
.outside > :first-child {
  display: inline-block;
}
.outside > :first-child:dir(rtl) {
  transform: scaleX(-1);
}
/* Visually hidden: the arrow has the same meaning. */
.button .outside > :last-child {
  position: absolute;
  overflow: hidden;
  width: 1px;
  height: 1px;
  clip-path: inset(50%);
}
.mark {
  display: block;
  margin-block-end: 16px;
  border-radius: 50%;
}
.good .mark {
  background: var(--good-ground);
  color: var(--good);
}
.bad .mark {
  background: var(--bad-ground);
  color: var(--bad);
}
.note .mark {
  background: var(--note-ground);
  color: var(--note);
}
.code {
  color: var(--quiet);
}
footer {
  padding-inline: clamp(0px, 5vw, 40px);
  font-size: 14px;
}
footer ul {
  display: flex;
  flex-wrap: wrap;
  margin: 8px 0 0;
  padding: 0;
  gap: 0 20px;
  list-style: none;
}
footer li + li {
  margin: 0;
}
footer a {
  display: inline-block;
  padding-block: 6px;
  color: var(--quiet);
}
footer a:hover,
footer [aria-current] {
  color: var(--words);
}
footer [aria-current] {
  font-weight: 600;
  text-decoration: none;
}
[hidden] {
  display: none !important;
}
@media print {
  body {
    padding: 0;
    background: none;
  }
  main {
    padding: 0;
    border: 0;
  }
  footer {
    display: none;
  }
}
`;
