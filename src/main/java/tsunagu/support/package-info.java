/**
 * Registers that measures are counted from: grant decisions (交付決定), one row each, and the numbers contractors report for a month.
 *
 * <p>Not inside: how a measure counts them (plan), and case notes about persons, which are kept nowhere.
 */
package tsunagu.support;
