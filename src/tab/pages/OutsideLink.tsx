import type { AnchorHTMLAttributes } from 'react';
import type { StandaloneMessages } from '../i18n/messages.js';

type OutsideLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly words: StandaloneMessages;
  /** The server's condition under which the link leads to a website. Left out: it always does. */
  readonly isWebsiteWhen?: string;
};

/** A link to another website, which says so. */
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
