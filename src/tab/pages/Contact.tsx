import type { PagesText } from '../i18n/PagesText.js';
import { Unless, When } from './When.js';

/** Where people get help, as the server's `SUPPORT_CONTACT` says; the administrator when it says nothing. */
export function Contact({ text: { contact, layout } }: { readonly text: PagesText }) {
  return (
    <section>
      <h2 id="contact">{contact.heading}</h2>
      <When known="support">
        <p>{contact.write}</p>
        <p>
          <a href="{{support.href}}" rel="external noreferrer">
            <bdi dir="ltr">{'{{support.text}}'}</bdi>
          </a>
          <When known="support.isWebsite"> ↗ ({layout.otherWebsite})</When>
        </p>
      </When>
      <Unless known="support">
        <p>{contact.administrator}</p>
      </Unless>
    </section>
  );
}
