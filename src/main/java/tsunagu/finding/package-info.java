/**
 * What anyone may read of companies, postings, internships and events: cards for lists, whole pages, and what machines get
 * of them (feeds, structured data, open data, the API). Reads through views of its own; what it writes is how often a page was
 * opened ({@code ViewCounter}) and what somebody keeps ({@code KeptService}).
 */
package tsunagu.finding;
