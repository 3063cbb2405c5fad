import type { PagesText } from '../i18n/PagesText.js';
import { OutsideLink } from './OutsideLink.js';
import { Unless, When } from './When.js';

/** Where people get help, as the server's `SUPPORT_CONTACT` says; the administrator when it says nothing. */
export function Contact({ text }: { readonly text: PagesText }) {
  const { contact } = text;
  return (
    <section>
      <h2 id="contact">{contact.heading}</h2>
      <When known="support">
        <p>{contact.write}</p>
        <p>
          <OutsideLink text={text} href="{{support.href}}" isWebsiteWhen="support.isWebsite">
            <bdi dir="ltr">{'{{support.text}}'}</bdi>
          </OutsideLink>
        </p>
      </When>
      <Unless known="support">
        <p>{contact.administrator}</p>
      </Unless>
    </section>
  );
}
