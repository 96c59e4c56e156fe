/**
 * What anyone may read of companies, postings, internships and events: cards for lists and whole pages, through views of its own. It
 * writes nothing.
 *
 * <p>Not inside: what machines get of the same ({@code opendata}), what somebody keeps ({@code kept}), how often a page is opened
 * ({@code pageview}).
 */
package tsunagu.finding;
