import { makeStyles, tokens } from '@fluentui/react-components';
import { toStepText, type ManageStep } from './toManageSteps.js';
import { useAskLanguage } from './askLanguage.js';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: '24px' },
});

/** Numbered steps to follow in Teams. */
export function Steps({
  steps,
  name,
}: {
  readonly steps: readonly ManageStep[];
  readonly name: string | null;
}) {
  const styles = useStyles();
  const language = useAskLanguage();
  return (
    <ol className={styles.list}>
      {steps.map((step) => (
        <li key={step.step}>{toStepText(step, name, language)}</li>
      ))}
    </ol>
  );
}
