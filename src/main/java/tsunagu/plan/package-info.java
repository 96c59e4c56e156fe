/**
 * 計画: programmes, measures, what they count, targets, actuals, indicators.
 *
 * <p>It reads the other rooms' tables through views of its own (R__05_figures.sql) and is known by none of them. The computed
 * actual has one source, the view {@code official_row}: total, list and export are the same rows. Totals are kept
 * (R__07_kept_totals.sql).
 */
package tsunagu.plan;
