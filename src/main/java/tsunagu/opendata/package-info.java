/**
 * What machines get of what anyone may read: the API and its description, structured data, feeds, tables as open data, the sitemap. The
 * plan's figures too.
 *
 * <p>Not inside: pages for people ({@code finding}), and what a figure is made of ({@code plan}).
 */
package tsunagu.opendata;
