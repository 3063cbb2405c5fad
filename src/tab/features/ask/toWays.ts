import { fitIntoLink, toChatLink, toMailLink, toParagraph } from '../../host/messageLinks.js';
import type { Contact } from '../../delegation/contact.js';

/** How a message can reach somebody; nothing is sent but by its reader. */
export type Way =
  /** Where the host has no chat, the link opens Teams. */
  | { readonly way: 'chat'; readonly user: string; readonly message: string; readonly link: string }
  | { readonly way: 'mail'; readonly address: string; readonly message: string; readonly link: string }
  | { readonly way: 'copy'; readonly message: string };

/**
 * Best first; copying always works and is last. A way for which even the shortest text is too long is left out: what its
 * reader wrote or is called is never cut.
 * @param texts the same message, the fullest first
 */
export function toWays(contact: Contact, subject: string, texts: readonly string[]): Way[] {
  const ways: Way[] = [];
  const { chat: user, mail: address } = contact;
  if (user !== null) {
    const toLink = (text: string) => toChatLink(user, text);
    const message = fitIntoLink(texts.map(toParagraph), toLink);
    if (message !== undefined) ways.push({ way: 'chat', user, message, link: toLink(message) });
  }
  if (address !== null) {
    const toLink = (text: string) => toMailLink(address, subject, text);
    const message = fitIntoLink(texts, toLink);
    if (message !== undefined) ways.push({ way: 'mail', address, message, link: toLink(message) });
  }
  return [...ways, { way: 'copy', message: texts[0] ?? '' }];
}
