/** The page of the room. */
package tsunagu.searchword.web;
