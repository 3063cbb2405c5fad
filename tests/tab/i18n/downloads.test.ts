import type { LanguageTag } from '../../../src/contract/languages.js';
import { readMessages } from '../../support/readMessages.js';

/** How a language says that something is downloaded, and that it is a file. */
const words: Readonly<Record<LanguageTag, readonly [RegExp, RegExp]>> = {
  en: [/download/i, /file/],
  de: [/herunterladen/, /Datei/],
  fr: [/télécharger/i, /fichier/],
  es: [/descargar/i, /archivo/],
  'pt-BR': [/baixar/i, /arquivo/],
  ja: [/ダウンロード/, /ファイル/],
  'zh-CN': [/下载/, /文件/],
  ar: [/تنزيل/, /ملف/],
};

test.each(Object.entries(words))('in %s whoever is given a file knows it before the click', (tag, said) => {
  const { export: file, history } = readMessages(tag as LanguageTag).later;

  for (const label of [file.toCsv, history.export]) {
    for (const word of said) expect(label).toMatch(word);
  }
});
