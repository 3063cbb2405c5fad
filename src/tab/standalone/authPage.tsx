import { renderToStaticMarkup } from 'react-dom/server';
import type { StandaloneMessages } from '../i18n/messages.js';
import type { ConsentEnd } from '../problem/signIn/consentOutcome.js';

const looks: Readonly<Record<ConsentEnd | 'nothing-to-do', 'good' | 'bad' | 'note'>> = {
  'nothing-to-do': 'note',
  signedIn: 'good',
  granted: 'good',
  onePerson: 'note',
  declined: 'note',
  needsAdmin: 'note',
  requested: 'note',
  refused: 'bad',
  notSetUp: 'bad',
  unknown: 'bad',
};

const marks = {
  good: 'M16 25l6 6 11-13',
  bad: 'M24 15v12m0 5.5v.5',
  note: 'M24 22v11m0-17.5v-.5',
};

/**
 * The page on which the sign-in window starts and ends. An administrator's consent also returns to it. Each end is a
 * hidden section, and the page's script shows one of them.
 * @param content one first-level heading per end, with the end as its id
 */
export function toSignInEnds(content: string, { auth }: StandaloneMessages): string {
  const sections = new Map(
    content.split(/(?=<h1 id=")/).map((section) => {
      const [, end = '', rest = ''] = /^<h1 id="([\w-]+)">(.*)$/s.exec(section) ?? [];
      return [end, `<h1>${rest}`];
    }),
  );
  const missing = Object.keys(looks).filter((end) => !sections.has(end));
  if (missing.length > 0 || sections.size !== Object.keys(looks).length)
    throw new Error(`The sign-in page needs one heading for each of ${Object.keys(looks).join(', ')}.`);
  return renderToStaticMarkup(
    <>
      <p id="signing-in" role="status" hidden>
        {auth.signingIn}
      </p>
      <noscript>{auth.needsScript}</noscript>
      {Object.entries(looks).map(([end, look]) => (
        <section
          key={end}
          data-end={end}
          className={look}
          hidden
          dangerouslySetInnerHTML={{
            __html: `${renderToStaticMarkup(<Mark path={marks[look]} />)}${sections.get(end) ?? ''}`,
          }}
        />
      ))}
      <p data-back="" hidden>
        {auth.backToTeams}
      </p>
    </>,
  );
}

function Mark({ path }: { readonly path: string }) {
  return (
    <svg className="mark" width="48" height="48" viewBox="0 0 48 48" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
