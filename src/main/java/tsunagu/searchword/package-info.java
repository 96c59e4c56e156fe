/**
 * What people look for and do not find: words that found nothing, counted by day without anything about who typed them, and the synonyms staff
 * add on account of them. The search itself only tells that a word found nothing, and reads the synonyms ({@code search_synonym}).
 */
package tsunagu.searchword;
