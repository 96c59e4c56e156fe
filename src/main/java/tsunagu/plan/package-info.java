/**
 * 計画: programmes, measures, targets, actuals, evaluations, indicators.
 *
 * <p>It reads the other rooms' tables through views of its own (migration V4) and is known by none of them. The computed
 * actual has one source, the view {@code figure_row}: total, list and export are the same rows.
 */
package tsunagu.plan;
