import { ManageHelp } from '../features/manage/ManageHelp.js';
import { NoticesSettings } from '../features/notices/NoticesSettings.js';

/** What stands below the lists, and what the head of the page has room for once they are there. */
export const PageFoot = () => (
  <>
    <ManageHelp />
    <NoticesSettings />
  </>
);
