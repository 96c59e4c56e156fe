/**
 * UIJターンの手引き: a few questions, and which support programmes may apply. Programmes are data with the days on which they are
 * valid, their source and the day of that information; nothing here promises a payment, and no answer is kept.
 */
package tsunagu.guide;
