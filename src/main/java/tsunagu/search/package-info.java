/**
 * The search door: what the four lists, the API and saved searches ask. Text is matched by PostgreSQL, facets are counted
 * on bitmaps that follow the database's changes; both are exact and never behind a committed change.
 *
 * <p>Rooms that own records write a {@link tsunagu.search.SearchEntry} in the transaction of the record. Not inside: what
 * a card on a list shows; the rooms know that.
 */
package tsunagu.search;
