import {
  fitIntoLink,
  longestLink,
  toChatLink,
  toMailLink,
  toParagraph,
} from '../../../src/tab/host/messageLinks.js';

test('encodes a chat link as Teams requires', () => {
  const link = toChatLink('ann_x.example#EXT#@corp.example', 'Ärger & more, 100 % + “ü”?');

  expect(link).toBe(
    'https://teams.microsoft.com/l/chat/0/0?users=ann_x.example%23EXT%23%40corp.example&message=%C3%84rger%20%26%20more%2C%20100%20%25%20%2B%20%E2%80%9C%C3%BC%E2%80%9D%3F',
  );
  expect(new URL(link).searchParams.get('users')).toBe('ann_x.example#EXT#@corp.example');
});

test('a mail link keeps line breaks and encodes its delimiters', () => {
  expect(toMailLink('o’neil+x@corp.example', 'A & B?', 'One\nTwo\r\nThree')).toBe(
    'mailto:o%E2%80%99neil%2Bx@corp.example?subject=A%20%26%20B%3F&body=One%0D%0ATwo%0D%0AThree',
  );
  expect(toMailLink('', 'S', 'B')).toBe('mailto:?subject=S&body=B');
});

test('takes the longest text whose encoded link has at most 1,900 characters', () => {
  const toLink = (text: string) => toChatLink('ann@corp.example', text);
  const room = longestLink - toLink('').length;

  expect(fitIntoLink(['a'.repeat(room), 'short'], toLink)).toHaveLength(room);
  expect(fitIntoLink(['a'.repeat(room + 1), 'short'], toLink)).toBe('short');
  // An umlaut takes six characters, an emoji twelve.
  expect(fitIntoLink(['ü'.repeat(Math.floor(room / 6) + 1), 'short'], toLink)).toBe('short');
  expect(fitIntoLink(['😀'.repeat(Math.floor(room / 12)), 'short'], toLink)).not.toBe('short');
  expect(fitIntoLink(['a'.repeat(room + 1)], toLink)).toBeUndefined();
});

test('toParagraph removes line breaks', () => {
  expect(toParagraph(' One\r\n\r\nTwo \u2028 Three\t')).toBe('One Two Three');
});
