import { ManageHelp } from '../features/manage/ManageHelp.js';
import { NoticesSettings } from '../features/notices/NoticesSettings.js';

/** Content below the lists, and later additions to the page header. */
export const PageFoot = () => (
  <>
    <ManageHelp />
    <NoticesSettings />
  </>
);
