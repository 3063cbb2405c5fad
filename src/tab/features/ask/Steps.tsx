import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: '24px' },
});

/** Numbered steps to follow in Teams. */
export function Steps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className={useStyles().list}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
