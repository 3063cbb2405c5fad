import { makeStyles, tokens } from '@fluentui/react-components';

export const useTableStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    // Columns have equal widths unless a badge needs more, because badges do not wrap.
    width: '10.8%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'center',
    overflowWrap: 'anywhere',
  },
  personColumn: {
    width: '23%',
    textAlign: 'start',
    paddingInlineStart: tokens.spacingHorizontalL,
  },
  statusColumn: { width: '23%', textAlign: 'start', paddingInlineEnd: tokens.spacingHorizontalM },
  status: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
  },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  target: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  cell: {
    // Containing block for hidden text. Without it, every row change repositions that text from the top of the page.
    position: 'relative',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    textAlign: 'center',
    fontWeight: 'inherit',
  },
});
