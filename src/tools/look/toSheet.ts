import type { Picture } from './Shot.js';

/** One page with all pictures, those of one screen and person in a row; what a machine finds wrong stands first. */
export function toSheet(pictures: readonly Picture[]): string {
  const rows = new Map<string, Picture[]>();
  for (const picture of pictures) {
    const { screen, person } = picture.shot;
    const title = [screen, person, picture.part].filter(Boolean).join(' · ');
    rows.set(title, [...(rows.get(title) ?? []), picture]);
  }
  const complaints = pictures.flatMap((picture) =>
    picture.complaints.map(
      (complaint) => `<li><a href="${picture.file}">${escape(picture.file)}</a>: ${escape(complaint)}</li>`,
    ),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Call Delegates: ${pictures.length} pictures</title>
<style>
  body { margin: 16px; font: 14px/1.4 system-ui, sans-serif; color: #242424; background: #f0f0f0; }
  form { position: sticky; top: 0; padding: 8px 0; background: inherit; }
  section { display: flex; gap: 16px; align-items: start; overflow-x: auto; padding-bottom: 16px; }
  figure { flex: none; margin: 0; }
  figure.wrong { outline: 3px solid #c50f1f; }
  img { display: block; background: #fff; box-shadow: 0 1px 4px #0004; zoom: var(--zoom, .5); }
  h2 { font-size: 14px; margin: 8px 0; }
  [hidden] { display: none; }
</style>
<form>
  ${toPicker('theme', pictures)} ${toPicker('width', pictures)} ${toPicker('language', pictures)}
  <label>Zoom <input name="zoom" type="range" min=".2" max="1" step=".1" value=".5"></label>
</form>
${complaints.length > 0 ? `<ul>${complaints.join('\n')}</ul>` : ''}
${[...rows].map(([title, row]) => `<h2>${escape(title)}</h2>\n<section>${row.map(toFigure).join('\n')}</section>`).join('\n')}
<script>
  const form = document.querySelector('form');
  form.addEventListener('input', () => {
    const wanted = new FormData(form);
    document.body.style.setProperty('--zoom', wanted.get('zoom'));
    for (const figure of document.querySelectorAll('figure'))
      figure.hidden = ['theme', 'width', 'language'].some(
        (name) => wanted.get(name) !== '' && wanted.get(name) !== figure.dataset[name],
      );
  });
</script>
</html>
`;
}

function toPicker(name: 'theme' | 'width' | 'language', pictures: readonly Picture[]): string {
  const values = [...new Set(pictures.map(({ shot }) => String(shot[name])))];
  const options = values.map((value) => `<option>${value}</option>`).join('');
  return `<label>${name} <select name="${name}"><option value="">all</option>${options}</select></label>`;
}

function toFigure({ shot: { theme, width, language }, file, complaints }: Picture): string {
  const wrong = complaints.length > 0 ? ' class="wrong"' : '';
  return `<figure data-theme="${theme}" data-width="${width}" data-language="${language}"${wrong}>
  <figcaption>${theme}, ${width}, ${language}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt=""></a></figure>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
