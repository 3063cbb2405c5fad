import type { AnchorHTMLAttributes } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { StandaloneMessages } from '../i18n/messages.js';

/**
 * Parts of a page that are more than text, keyed by their tag in Markdown. Their Mustache tags are conditions and values
 * that only a running server knows.
 * @see https://mustache.github.io/mustache.5.html
 * @param contact HTML of the section with the support contact
 */
export const createPartials = (
  words: StandaloneMessages,
  contact: string,
): Readonly<Record<string, string>> => ({
  contact,
  openInTeams: renderToStaticMarkup(
    <>
      {'{{#teamsAppUrl}}'}
      <p>
        <a className="button" href="{{teamsAppUrl}}">
          {words.openInTeams}
        </a>
      </p>
      {'{{/teamsAppUrl}}'}
    </>,
  ),
  supportLink: renderToStaticMarkup(
    <p>
      <OutsideLink words={words} href="{{support.href}}" isWebsiteWhen="support.isWebsite">
        <bdi dir="ltr">{'{{support.text}}'}</bdi>
      </OutsideLink>
    </p>,
  ),
  grantForAll: renderToStaticMarkup(
    <p>
      <OutsideLink words={words} className="button" data-grant-for-all="">
        {words.auth.grantForAll}
      </OutsideLink>
    </p>,
  ),
  code: renderToStaticMarkup(
    <p className="code" data-code="" hidden>
      {words.auth.code} <bdi dir="ltr" />
    </p>,
  ),
});

type OutsideLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly words: StandaloneMessages;
  /** Name of the server's condition under which the link leads to a website. Defaults to always. */
  readonly isWebsiteWhen?: string;
};

/** A link to another website that announces that it leaves this one. */
function OutsideLink({ words, isWebsiteWhen, children, ...link }: OutsideLinkProps) {
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
