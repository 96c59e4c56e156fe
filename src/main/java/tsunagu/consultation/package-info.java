/**
 * 相談の予約: times that an office offers and one person takes. Nothing is kept of what is talked about; that a consultation took place
 * feeds 相談件数.
 */
package tsunagu.consultation;
