/**
 * 計画: programmes, measures, what they count, targets, actuals, indicators.
 *
 * <p>It reads the other rooms' tables through views of its own (migration V4) and is known by none of them. The computed
 * actual has one source, the view {@code official_row}: total, list and export are the same rows. Totals are kept (V26).
 */
package tsunagu.plan;
