/**
 * 見守り: saved searches and followed companies. A saved search is a list's own address, replayed by the list's own parser; once a
 * day what became open since is held against all of them in one pass, and whoever wants to is told, once.
 */
package tsunagu.watch;
