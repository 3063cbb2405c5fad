import type { AnchorHTMLAttributes } from 'react';
import type { PagesText } from '../i18n/PagesText.js';
import { When } from './When.js';

type OutsideLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly text: PagesText;
  /** What the server has to know for it to lead to a website. Left out: it always does. */
  readonly isWebsiteWhen?: string;
};

/** A link to somebody else's website, which says so. */
export function OutsideLink({ text, isWebsiteWhen, children, ...link }: OutsideLinkProps) {
  const mark = (
    <span className="outside">
      {' '}
      <span aria-hidden="true">↗</span> <span>({text.layout.otherWebsite})</span>
    </span>
  );
  return (
    <a {...link} rel="external noreferrer">
      {children}
      {isWebsiteWhen === undefined ? mark : <When known={isWebsiteWhen}>{mark}</When>}
    </a>
  );
}
