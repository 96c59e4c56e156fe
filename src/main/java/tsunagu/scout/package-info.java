/**
 * スカウト: opt-in, for adults only. A company says whom it looks for before it sees anybody; it sees wishes and licences under a code, and
 * only where there are enough people. A name is told when the person accepts an invitation, and to that company alone.
 */
package tsunagu.scout;
