import { Fragment, type ReactNode } from 'react';

/**
 * Parts of a page that are there only when the server knows something, such as a support contact. A page is built once and
 * filled in by each server with Mustache.
 * @see https://mustache.github.io/mustache.5.html (sections and inverted sections)
 */
export function When({ known, children }: { readonly known: string; readonly children: ReactNode }) {
  return (
    <Fragment>
      {`{{#${known}}}`}
      {children}
      {`{{/${known}}}`}
    </Fragment>
  );
}

export function Unless({ known, children }: { readonly known: string; readonly children: ReactNode }) {
  return (
    <Fragment>
      {`{{^${known}}}`}
      {children}
      {`{{/${known}}}`}
    </Fragment>
  );
}
