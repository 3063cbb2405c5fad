import type { LanguageTag } from '../../../src/contract/languages.js';
import { readMessages } from '../../support/readMessages.js';

/** The words for downloading and for a file. */
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

test.each(Object.entries(words))('labels in %s announce the download of a file', (tag, said) => {
  const { export: file, history } = readMessages(tag as LanguageTag).later;

  for (const label of [file.toCsv, history.export]) {
    for (const word of said) expect(label).toMatch(word);
  }
});
