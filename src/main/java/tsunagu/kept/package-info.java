/** キープ: what somebody keeps to come back to, and the comparison of it. The list of somebody without an account stays in the browser. */
package tsunagu.kept;
