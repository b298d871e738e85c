/** Going on where a process died. */
export { resume } from './resume.ts';
