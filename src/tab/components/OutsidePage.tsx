import { FluentProvider, Link, Text, Title2, type Theme } from '@fluentui/react-components';
import { useEffect } from 'react';
import { en } from '../i18n/en.js';
import { hideSkeleton } from './skeleton.js';

/** Stands in for the list when no Microsoft 365 host frames the page. */
export function OutsidePage({ theme }: { readonly theme: Theme }) {
  useEffect(hideSkeleton, []);
  return (
    <FluentProvider theme={theme} style={{ minHeight: '100vh' }}>
      <main style={{ maxWidth: 560, margin: '0 auto', padding: '15vh 24px', display: 'grid', gap: 12 }}>
        <Title2 as="h1" style={{ margin: 0 }}>
          {en.outside.title}
        </Title2>
        <Text>{en.outside.text}</Text>
        <Text>{en.outside.steps}</Text>
        <Link href="/">{en.appName}</Link>
      </main>
    </FluentProvider>
  );
}
