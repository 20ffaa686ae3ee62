/**
 * What `webextension-polyfill` is in the build for Chromium. From Chrome 148 on, the least version of the manifest, the
 * polyfill itself hands out this very object; leaving its 10 kB out matters in the script that every page gets.
 * https://developer.chrome.com/docs/extensions/develop/concepts/browser-namespace
 */
// oxlint-disable-next-line import/no-default-export -- takes the place of a package that has one
export default Reflect.get(globalThis, 'browser');
