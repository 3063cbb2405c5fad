import { readFileSync } from 'node:fs';
import { rights } from '../../../src/contract/delegation.js';
import { languages } from '../../../src/contract/languages.js';
import { readMessages } from '../../support/readMessages.js';
import { readPage } from '../../support/readPage.js';

const glossary = readFileSync('docs/glossary.md', 'utf8');

/** Languages in the glossary, from the header of its tables. */
const [, head = ''] = /^\|\s*\| (en\b.*) \|$/m.exec(glossary) ?? [];
const lookedUp = head.split('|').map((tag) => tag.trim());

/** Returns a column of a table without the source marks. */
const columnOf = (tag: string, heading: string): string[] => {
  const [, table = ''] = glossary.split(`## ${heading}`);
  const rows = (table.split('## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const column = rows.map((row) => row.split('|').slice(1, -1)[lookedUp.indexOf(tag)]?.trim() ?? '');
  return column.slice(2).map((cell) => cell.replace(/ [MC?]$/, ''));
};

test('the glossary covers only supported languages', () => {
  expect(languages.map(({ tag }) => tag)).toEqual(expect.arrayContaining(lookedUp));
  expect(lookedUp.length).toBeGreaterThan(7);
});

test.each(languages.filter(({ tag }) => lookedUp.includes(tag)))(
  'messages and pages in $tag use the terms of the glossary',
  ({ tag }) => {
    const { rights: names, lists, presence } = readMessages(tag).first;
    const { manage, confirm, otherSide } = readMessages(tag).later;

    expect(columnOf(tag, 'The two lists')).toEqual([lists.delegators, lists.delegates]);
    expect(new Set(columnOf(tag, 'The five permissions'))).toEqual(
      new Set(rights.map((right) => names[right])),
    );
    expect(columnOf(tag, 'Presence')).toEqual(Object.values(presence));
    expect(columnOf(tag, 'Both sides')).toEqual([otherSide.title, confirm.share]);
    for (const step of columnOf(tag, 'The path through the settings')) expect(manage.desktop).toContain(step);
    const notifications = readPage(tag, 'privacy').filter(({ section }) => section === 'notifications');
    for (const term of columnOf(tag, 'Notifications'))
      expect(notifications.map(({ text }) => text).join()).toContain(term);
  },
);
