import { fitIntoLink, toChatLink, toMailLink, toParagraph } from '../../host/messageLinks.js';
import type { Contact } from '../../delegation/contact.js';

/** A way to deliver a message. Only the user sends it. */
export type Way =
  | { readonly way: 'chat'; readonly user: string; readonly message: string }
  /** `link` opens the mail client when the host has no mail. */
  | { readonly way: 'mail'; readonly address: string; readonly message: string; readonly link: string }
  | { readonly way: 'copy'; readonly message: string };

/**
 * Returns the best way first and copying last, which always works. Omits a way whose shortest text is still too long,
 * because names and the user's own text are never cut.
 * @param texts variants of the message, longest first
 */
export function toWays(contact: Contact, subject: string, texts: readonly string[]): Way[] {
  const ways: Way[] = [];
  const { chat: user, mail: address } = contact;
  if (user !== null) {
    const message = fitIntoLink(texts.map(toParagraph), (text) => toChatLink(user, text));
    if (message !== undefined) ways.push({ way: 'chat', user, message });
  }
  if (address !== null) {
    const toLink = (text: string) => toMailLink(address, subject, text);
    const message = fitIntoLink(texts, toLink);
    if (message !== undefined) ways.push({ way: 'mail', address, message, link: toLink(message) });
  }
  return [...ways, { way: 'copy', message: texts[0] ?? '' }];
}
