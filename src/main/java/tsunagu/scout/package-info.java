/**
 * スカウト: opt-in, for adults only. A company says whom it looks for before it sees anybody; it is told that enough people fit, and invites
 * them under letters that lead to no other search. Comparing answers tells of no fewer than five (docs/decisions/0023-scout.md). A name is
 * told when the person accepts an invitation, and to that company alone.
 */
package tsunagu.scout;
