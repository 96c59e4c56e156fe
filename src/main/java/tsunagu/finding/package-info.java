/**
 * What anyone may read of companies, postings, internships and events: cards for lists, whole pages, and what machines get
 * of them (feeds, structured data, open data, the API). Reads through views of its own, changes nothing.
 */
package tsunagu.finding;
