/** webpack imports it as text. */
declare module '*.html' {
  const html: string;
  export default html;
}

/** webpack renders it to HTML. */
declare module '*.md' {
  const html: string;
  export default html;
}
