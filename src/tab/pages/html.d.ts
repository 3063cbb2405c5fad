/** webpack gives its text. */
declare module '*.html' {
  const html: string;
  export default html;
}
