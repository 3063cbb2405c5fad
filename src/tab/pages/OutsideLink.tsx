import type { AnchorHTMLAttributes } from 'react';
import type { StandaloneMessages } from '../i18n/messages.js';

type OutsideLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly words: StandaloneMessages;
  /** Name of the server's condition under which the link leads to a website. Defaults to always. */
  readonly isWebsiteWhen?: string;
};

/** A link to another website that announces that it leaves this one. */
export function OutsideLink({ words, isWebsiteWhen, children, ...link }: OutsideLinkProps) {
  return (
    <a {...link} rel="external noreferrer">
      {children}
      {isWebsiteWhen !== undefined && `{{#${isWebsiteWhen}}}`}
      <span className="outside">
        {' '}
        <span aria-hidden="true">↗</span> <span>({words.otherWebsite})</span>
      </span>
      {isWebsiteWhen !== undefined && `{{/${isWebsiteWhen}}}`}
    </a>
  );
}
